import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import type { Piece } from '../../call/piece.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RoleFinding } from '../document.ts'
import { countWords } from '../text/words.ts'
import { type ExaminedDocument, roleFinding } from './examined-document.ts'
import { issuedOn } from './issued-on.ts'
import { looksLike } from './likeness.ts'
import { isNamedAfter } from './name-hints.ts'
import { type Heading, headingsOf } from './piece-headings.ts'

/** So many distinct words of a piece's vocabulary tell it without its title, */
const WORDS = 4
/** so many in a document that looks as the piece does, */
const WORDS_IF_ALIKE = 3
/** and so many in a file whose name hints at it, or in a letter. */
const WORDS_IF_NAMED = 2
/** A picture with so many words in it is a page. */
const WORDS_OF_A_PAGE = 40

/** A piece that a call names, found in a document: by its title, where it stands, or otherwise. */
export interface NamedPiece {
  readonly finding: RoleFinding
  readonly by: 'title-of-document' | 'title-of-page' | 'words'
}

/**
 * The pieces that a call names itself (statutes, a financing plan…), by the titles and words of its file. One
 * document may hold several: everything in one PDF, each piece on pages or under a heading of its own.
 */
export function callPieces(document: ExaminedDocument, call: Call): NamedPiece[] {
  const headings = headingsOf(document, call.pieces)
  return call.pieces.flatMap((piece): NamedPiece[] => {
    const own = headings.filter(({ role }) => role === piece.role)
    const found = byTitle(piece, document, own) ?? bySigns(piece, document)
    return found === null ? [] : [found]
  })
}

/** Each heading is shown: a file may hold several such pieces. */
function byTitle(piece: Piece, document: ExaminedDocument, headings: readonly Heading[]): NamedPiece | null {
  const [first] = headings
  if (first === undefined) return null
  const finding = roleFinding(piece.role, WEIGHTS.roles.pieceByTitle, document, first.line, first.page)
  const grounds = headings
    .slice(0, SHOWN)
    .flatMap(({ line, page }) => roleFinding(piece.role, 1, document, line, page).grounds)
  const pages = new Set(headings.flatMap((heading) => heading.pages))
  return {
    finding: { ...finding, grounds, ...issuedOn(document, piece, pages) },
    by: first.isOfDocument ? 'title-of-document' : 'title-of-page',
  }
}

const SHOWN = 20

/** By its words, its look and, as a hint, the name of its file; a hint alone is for staff to look at. */
function bySigns(piece: Piece, document: ExaminedDocument): NamedPiece | null {
  const told = (score: number, text: string): NamedPiece => ({
    finding: { ...roleFinding(piece.role, score, document, text), ...issuedOn(document, piece, null) },
    by: 'words',
  })
  const { pieceByWords, hint } = WEIGHTS.roles
  const isNamed = !document.isBody && isNamedAfter(document.name, piece)
  const isPicture = document.reading.mediaType.startsWith('image/')
  if (piece.like === 'picture' && isPicture && (isNamed || countWords(document.folded) < WORDS_OF_A_PAGE))
    return told(pieceByWords, document.name)
  const words = piece.words.filter((word) => document.folded.includes(fold(word)))
  const alike = looksLike(document, piece.like)
  if (words.length >= leastWords(piece, document, isNamed, alike === true))
    return told(alike === false ? hint : pieceByWords, words.join(', '))
  return isNamed ? told(hint, document.name) : null
}

function leastWords(
  { like }: Piece,
  { reading }: ExaminedDocument,
  isNamed: boolean,
  alike: boolean,
): number {
  const isScan = reading.pages.some(({ recognised }) => recognised !== undefined)
  if (isNamed) return isScan ? 1 : WORDS_IF_NAMED
  if (!alike) return WORDS
  return like === 'letter' ? WORDS_IF_NAMED : WORDS_IF_ALIKE
}
