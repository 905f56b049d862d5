import { fold } from '../../base/folding.ts'
import { NAME_HINTS } from '../../knowledge/file-names.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RoleFinding } from '../document.ts'

/** For what has no words: `other`, and what its name would make it, as a hint for a person. */
export function hintOf(name: string): RoleFinding[] {
  const words = fold(name.split('/').at(-1) ?? name).replace(/[^\p{L}\p{N}]+/gu, ' ')
  const grounds = [{ document: name, page: 1, text: name }]
  const hinted = NAME_HINTS.all(words).map(({ entry }) => ({
    role: entry.role,
    score: WEIGHTS.roles.hint,
    grounds,
  }))
  return [{ role: 'other', score: WEIGHTS.usable, grounds: [] }, ...hinted]
}
