import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import type { RoleFinding } from '../document.ts'
import { writtenLines } from '../text/page.ts'
import { ground, type Read } from './judged.ts'

/** A heading counts in the first lines of a document, where one says what it is. */
const HEAD_LINES = 12
const BY_TITLE = 0.85
const BY_WORDS = 0.6
/** So many distinct words of a piece's vocabulary tell it without its title. */
const WORDS = 4

/** Roles for the pieces that a call names itself (statutes, a financing plan…), by the titles and words of its file. */
export function callPieces(document: Read, call: Call): RoleFinding[] {
  const lines = document.reading.pages.flatMap(writtenLines)
  const head = lines.slice(0, HEAD_LINES).map(fold)
  const folded = fold(lines.join(' '))
  return call.pieces.flatMap((piece) => {
    const title = head.find((line) => piece.titles.some((one) => line.startsWith(fold(one))))
    if (title !== undefined) return [ground(piece.role, BY_TITLE, document, title)]
    const words = piece.words.filter((word) => folded.includes(fold(word)))
    return words.length >= WORDS ? [ground(piece.role, BY_WORDS, document, words.join(', '))] : []
  })
}
