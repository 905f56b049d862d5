import { structuresOf } from '../../dossier/structures.ts'
import type { Rule } from '../rule.ts'

/**
 * Forms or letters of two structures in one dossier: nothing of one is shown as the other's, and a person
 * looks.
 */
export const severalStructures: Rule = {
  id: 'several-structures',
  check({ asReceived }) {
    const structures = structuresOf(asReceived)
    if (structures.length < 2) return []
    return [
      {
        code: 'several-structures',
        structures: structures.map(({ identity, documents }) => ({
          name: identity.name,
          identifier: identity.siren ?? identity.rna,
          documents: documents.map((document) => document.name),
        })),
      },
    ]
  },
}
