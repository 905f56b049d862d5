import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RoleFinding } from '../document.ts'
import { type Page, writtenLines } from '../text/page.ts'
import { ground, type Read } from './judged.ts'

/** A heading counts in the first lines of a document, where one says what it is, */
const HEAD_LINES = 12
/** and at the very head of a page, where another piece begins. */
const PAGE_HEAD_LINES = 3
/** So many distinct words of a piece's vocabulary tell it without its title. */
const WORDS = 4

/** A piece that a call names, found in a document: by its title, where it stands, or by its words. */
export interface NamedPiece {
  readonly finding: RoleFinding
  readonly by: 'title-of-document' | 'title-of-page' | 'words'
}

/**
 * The pieces that a call names itself (statutes, a financing plan…), by the titles and words of its file. One document
 * may hold several: everything in one PDF, each piece on pages of its own.
 */
export function callPieces(document: Read, call: Call): NamedPiece[] {
  const { pages } = document.reading
  const folded = fold(pages.flatMap(writtenLines).join(' '))
  return call.pieces.flatMap((piece): NamedPiece[] => {
    const titles = piece.titles.map(fold)
    const titled = pages.flatMap((page, index) =>
      titleOn(page, index === 0 ? HEAD_LINES : PAGE_HEAD_LINES, titles),
    )
    const [first] = titled
    if (first !== undefined) {
      const finding = ground(piece.role, WEIGHTS.roles.pieceByTitle, document, first.line, first.page)
      const heads = first.page === pages[0]?.number && first.position < PAGE_HEAD_LINES
      return [{ finding, by: heads ? 'title-of-document' : 'title-of-page' }]
    }
    const words = piece.words.filter((word) => folded.includes(fold(word)))
    if (words.length < WORDS) return []
    return [
      { finding: ground(piece.role, WEIGHTS.roles.pieceByWords, document, words.join(', ')), by: 'words' },
    ]
  })
}

function titleOn(page: Page, lines: number, titles: readonly string[]) {
  return writtenLines(page)
    .slice(0, lines)
    .map((line, position) => ({ line, position, page: page.number }))
    .filter(({ line }) => titles.some((title) => fold(line).startsWith(title)))
}
