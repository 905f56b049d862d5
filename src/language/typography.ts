import type { Language } from './language.ts'

type Signs = Language['typography']
/** What stands before or behind a sign with a space, and what stands there instead. */
type Change = readonly [from: RegExp, to: string]

const SPACE = '[ \\u00A0\\u202F]'
const known = new WeakMap<Signs, readonly Change[]>()

/**
 * A text with the apostrophes and spaces of its language, where plain ones stand. Nothing is added where
 * nothing stood, so addresses and links stay as they are.
 */
export function typeset(text: string, { typography }: Language): string {
  const changes = known.get(typography) ?? changesOf(typography)
  known.set(typography, changes)
  return changes.reduce((set, [from, to]) => set.replace(from, to), text)
}

function changesOf({ spaces, quotes: [before, behind] }: Signs): readonly Change[] {
  const signs = Object.entries(spaces).map(
    ([sign, space]): Change => [new RegExp(`${SPACE}${escaped(sign)}`, 'g'), `${space}${sign}`],
  )
  // A quote of two signs is one with its space.
  const opening: readonly Change[] =
    before.length > 1 ? [[new RegExp(`${escaped(before.charAt(0))}${SPACE}`, 'g'), before]] : []
  const closing: readonly Change[] =
    behind.length > 1 ? [[new RegExp(`${SPACE}${escaped(behind.charAt(1))}`, 'g'), behind]] : []
  return [[/(\p{L})'(?=\p{L})/gu, '$1’'], ...signs, ...opening, ...closing]
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
