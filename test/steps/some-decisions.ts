import type { Call } from '../../src/call/call.ts'
import { callOf, sampleCall } from '../mail/sample-call.ts'

const { implicitDecision: _, appeals: __, ...acknowledgement } = sampleCall.acknowledgement

/** The sample call with letters of decision, a blank that a person fills, and remedies. */
export const decidingCall: Call = callOf({
  ...sampleCall,
  acknowledgement,
  messages: [{ id: 'piece', label: 'Pièce à fournir', text: 'Il manque [la pièce] au dossier {numéro}.' }],
  decisions: {
    signatory: { name: 'Anne Martin', role: 'présidente' },
    favourable: 'Nous vous remercions.\nLe service vous écrira au sujet de [la suite].',
    unfavourable: 'Nous vous remercions de votre candidature.',
    motivated: true,
  },
  legal: {
    silence: {
      means: 'rejection',
      basis: 'code des relations entre le public et l’administration, article L. 231-4, 2°',
      remedies: {
        gracious: 'du président',
        court: 'le tribunal administratif de La Réunion',
        residence: 'à La Réunion',
      },
    },
  },
})
