import { Failure } from '../base/failure.ts'
import type { RegistrationNumber } from '../base/ids.ts'
import { inspectedDossier } from './inspect-dossier.ts'
import { type InspectionPorts, inspected, inspectInSteps } from './inspect-register.ts'
import { placesFound } from './places-found.ts'

/** Enough to begin with; `verify --register` names all. */
const NAMED = 5

/**
 * Before anything is printed of a register: refuses one whose rows are not what its entries sealed. Originals
 * are left to whoever has the time. Failures: permanent `not-as-sealed`, naming tables, rows and columns.
 */
export async function refuseUnproven(register: InspectionPorts['register']): Promise<void> {
  const { faults, differences } = await inspected(inspectInSteps({ register, archive: null }))
  // A clock that was set right is told by verification; what was written stays what was sealed.
  const places = placesFound({ faults: faults.filter(({ code }) => code !== 'entry-backdated'), differences })
  refuse(places)
}

/** The same of one application, for what is printed of it alone. */
export async function refuseUnprovenDossier(
  register: InspectionPorts['register'],
  number: RegistrationNumber,
): Promise<void> {
  refuse(placesFound({ faults: [], differences: await inspectedDossier(register, number) }))
}

function refuse(places: readonly string[]): void {
  if (places.length === 0) return
  const named = `${places.slice(0, NAMED).join('; ')}${places.length > NAMED ? '; …' : ''}`
  throw new Failure(
    'permanent',
    'not-as-sealed',
    `nothing is printed: the register is not what its entries sealed (${named}); « recepisse verify ` +
      '--register » names everything',
  )
}
