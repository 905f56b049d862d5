import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import type { Piece } from '../../call/piece.ts'
import { NAME_HINTS } from '../../knowledge/file-names.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RoleFinding } from '../document.ts'

/**
 * For what has no words: `other`, and what its name would make it, as a hint for a person. A picture that the
 * call asks for as such needs no words: it is that, and its name tells which where there are several.
 */
export function unreadRoles(name: string, mediaType: string, call: Call): RoleFinding[] {
  const words = wordsOf(name)
  const grounds = [{ document: name, page: 1, text: name }]
  const hinted = NAME_HINTS.all(words).map(({ entry }) => entry.role as string)
  const named = call.pieces.filter((piece) => isNamedAfter(name, piece)).map(({ role }) => role)
  const hints = [...new Set([...named, ...hinted])].map((role) => ({
    role,
    score: WEIGHTS.roles.hint,
    grounds,
  }))
  const pictures = asPicture(name, mediaType, call).map((role) => ({ ...role, grounds }))
  const others = hints.filter(({ role }) => !pictures.some((picture) => picture.role === role))
  const isOne = pictures.some(({ score }) => score >= WEIGHTS.usable)
  return isOne
    ? [...pictures, ...others]
    : [{ role: 'other', score: WEIGHTS.usable, grounds: [] }, ...pictures, ...others]
}

function asPicture(name: string, mediaType: string, call: Call): Pick<RoleFinding, 'role' | 'score'>[] {
  const asked = call.pieces.filter(({ like }) => like === 'picture')
  const named = asked.filter((piece) => isNamedAfter(name, piece))
  const isPicture = mediaType.startsWith('image/')
  const { pieceByWords, hint } = WEIGHTS.roles
  if (named.length > 0) return named.map(({ role }) => ({ role, score: pieceByWords }))
  if (!isPicture) return []
  return asked.map(({ role }) => ({ role, score: asked.length === 1 ? pieceByWords : hint }))
}

/** True when the name of a file hints at a piece: by the hints of the call's file, or by a title. */
export function isNamedAfter(name: string, { names, titles }: Pick<Piece, 'names' | 'titles'>): boolean {
  const words = ` ${wordsOf(name)}`
  return [...names, ...titles].some((hint) => {
    const wanted = ` ${wordsOf(hint)}`
    return wanted.length > SHORTEST && words.includes(wanted)
  })
}

/** With its space; « cv » is a hint, a single letter is none. */
const SHORTEST = 2

function wordsOf(name: string): string {
  return fold(name.split('/').at(-1) ?? name).replace(/[^\p{L}\p{N}]+/gu, ' ')
}
