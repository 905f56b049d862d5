import { capitalised } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import type { KeptCorrection } from '../register/corrections.ts'
import { fieldLabel, roleLabel, sectorLabels } from './words.ts'

/** A correction of staff as people read it, in one line. */
export function correctionInWords({ correction }: KeptCorrection, call: Call): string {
  switch (correction.what) {
    case 'field': {
      const label = fieldLabel(correction.kind, call)
      const value =
        correction.kind === 'sector'
          ? sectorLabels(correction.value === '' ? [] : [correction.value], call)
          : correction.value
      return `${label} : ${value === '' ? 'aucun' : value}`
    }
    case 'refused':
      return (
        `${fieldLabel(correction.kind, call)} : ` +
        `« ${correction.kind === 'sector' ? sectorLabels([correction.value], call) : correction.value} » ` +
        'refusé'
      )
    case 'role':
      return (
        `« ${correction.document} » : ` +
        `${correction.roles.map((role) => roleLabel(role, call)).join(', ')}`
      )
    case 'received-otherwise':
      return `${capitalised(roleLabel(correction.role, call))} reçu autrement : ${correction.how}`
  }
}
