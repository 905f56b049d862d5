import { fold } from '../../base/folding.ts'
import type { DocumentRole } from '../../call/call.ts'
import type { RoleFinding } from '../document.ts'

/** A name is what its sender says: never enough for a role to count. */
const HINT = 0.3

const HINTS: readonly (readonly [DocumentRole, RegExp])[] = [
  ['form', /formulaire|candidature|fiche|dossier|cerfa/],
  ['letter', /lettre|\blmi\b|manifestation|courrier|interet/],
  ['presentation', /presentation|plaquette|brochure|kbis|statuts|entreprise|societe/],
  ['project', /projet|action|note|memoire|budget|planning|calendrier/],
]

/** For what has no words: `other`, and what its name would make it, as a hint for a person. */
export function hintOf(name: string): RoleFinding[] {
  const words = fold(name.split('/').at(-1) ?? name).replace(/[_.-]+/g, ' ')
  const grounds = [{ document: name, page: 1, text: name }]
  const hinted = HINTS.filter(([, pattern]) => pattern.test(words)).map(([role]) => ({
    role,
    score: HINT,
    grounds,
  }))
  return [{ role: 'other', score: 0.5, grounds: [] }, ...hinted]
}
