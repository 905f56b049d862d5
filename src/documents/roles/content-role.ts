import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import type { WordList } from '../../knowledge/entry.ts'
import { NO_ANSWERS } from '../../knowledge/no-answers.ts'
import { PRESENTATION_IDEAS, PRESENTATION_STATED } from '../../knowledge/presentation-ideas.ts'
import { OF_APPLYING, PROJECT_IDEAS, PROJECT_STATED } from '../../knowledge/project-ideas.ts'
import { MEANS_TITLES, PRESENTATION_TITLES, PROJECT_TITLES } from '../../knowledge/titles.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RoleFinding } from '../document.ts'
import { lineText, writtenLines } from '../text/page.ts'
import { countWords, flat } from '../text/words.ts'
import { type ExaminedDocument, roleFinding } from './examined-document.ts'
import { isPrinted } from './printed.ts'
import { longestSection } from './sections.ts'

/** The fewest words of a section that say something of a structure or a project. */
const SECTION_WORDS = 25
/** A note of three sentences can present a structure; less cannot, */
const NOTE_WORDS = 30
/** unless a title at its head says what it is. */
const TITLED_WORDS = 10
const HEAD_LINES = 4
/** A text of that length that touches five ideas has said something of each. */
const FULL_LETTER_WORDS = 110
/** In a longer text every idea comes up once: only its titles tell what it is about. */
const DILUTED_WORDS = 3000
/** Cells that are sentences: longer than a label or an answer. */
const SENTENCE_WORDS = 9

/**
 * How much a document presents its structure, or a project: by a filled section, by its titles, by the ideas
 * it touches.
 */
export function contentRole(
  role: 'presentation' | 'project',
  document: ExaminedDocument,
  call: Call,
): RoleFinding {
  const section = longestSection(document.sections, role, SECTION_WORDS)
  if (section !== null) {
    const { longSection, section: short } = WEIGHTS.roles.content
    const score = section.words >= 2 * SECTION_WORDS ? longSection : short
    return roleFinding(role, score, document, section.heading, section.page)
  }
  const titles = role === 'presentation' ? [PRESENTATION_TITLES, MEANS_TITLES] : [PROJECT_TITLES]
  return byWords(role, document, titleIn(document, titles), call)
}

function byWords(
  role: 'presentation' | 'project',
  document: ExaminedDocument,
  title: string | null,
  call: Call,
): RoleFinding {
  // The words printed on a form are the authority's: only sentences tell what the applicant wrote.
  const said = document.form.isForm ? fold(proseOf(document, call)) : document.folded
  const words = countWords(said)
  const mayBeShort = !document.isBody && !document.form.isForm && title !== null && isAtHead(document, title)
  if (mayBeShort && words >= TITLED_WORDS && words < 2 * NOTE_WORDS)
    return roleFinding(role, WEIGHTS.roles.content.titledNote, document, title)
  const known = role === 'presentation' ? PRESENTATION_IDEAS : PROJECT_IDEAS
  const ideas = known.all(said).map((hit) => hit.text)
  const statement = statedIn(document, role)
  if (words < (document.isBody ? 2 * NOTE_WORDS : NOTE_WORDS) || ideas.length < 2) return statement
  const passing = words < FULL_LETTER_WORDS ? 1 : 0
  const { idea, ideasAtMost, dilution, title: byTitle, atMost } = WEIGHTS.roles.content
  const density =
    Math.min(ideasAtMost, (ideas.length - passing) * idea) * (words > DILUTED_WORDS ? dilution : 1)
  const score = Math.max(statement.score, Math.min(atMost, density + (title === null ? 0 : byTitle)))
  return roleFinding(role, score, document, title ?? ideas.slice(0, 3).join(', '))
}

/** « Projet : une place de marché pour les artisans »: a line that people type in a mail. */
const PROJECT_TYPED = /\bprojet ?: ?[^\s:]+(?: [^\s:]+){2}/

/**
 * What a sentence says, or a few words under their heading: too little to count, too much to be called
 * missing.
 */
function statedIn(document: ExaminedDocument, role: 'presentation' | 'project'): RoleFinding {
  const known = role === 'project' ? PROJECT_STATED : PRESENTATION_STATED
  const typed = role === 'project' && document.isBody ? PROJECT_TYPED.exec(document.folded) : null
  const meant = role === 'project' ? document.folded.replace(OF_APPLYING, '·') : document.folded
  const said = known.first(meant)?.text ?? typed?.[0] ?? shortAnswer(document, role)
  return roleFinding(role, said === undefined ? 0 : WEIGHTS.roles.content.stated, document, said ?? '')
}

/** « Voir pièce jointe » is no answer: what is joined speaks for itself. */
function shortAnswer({ sections }: ExaminedDocument, role: 'presentation' | 'project'): string | undefined {
  const answered = sections.find(
    ({ kind, words, start }) => kind === role && words > 1 && !NO_ANSWERS.says(fold(start)),
  )
  return answered?.start
}

function titleIn(document: ExaminedDocument, titles: readonly WordList[]): string | null {
  const isTitle = (line: string): boolean =>
    countWords(line) <= 10 && !/[.;,]$/.test(line) && titles.some((title) => title.says(fold(line)))
  return linesOf(document).find(isTitle) ?? null
}

function isAtHead(document: ExaminedDocument, title: string): boolean {
  return linesOf(document).slice(0, HEAD_LINES).includes(title)
}

function linesOf(document: ExaminedDocument): string[] {
  const lines = document.reading.pages.flatMap((page) => page.lines)
  const rows = lines.flatMap(({ cells }) => {
    const isTall = cells.some((cell) => cell.lines.length > 1)
    return isTall ? cells.flatMap((cell) => cell.lines) : [lineText({ cells })]
  })
  return rows.map(flat).filter((line) => line !== '')
}

function proseOf(document: ExaminedDocument, call: Call): string {
  const lines = document.reading.pages.flatMap(writtenLines)
  return lines.filter((line) => countWords(line) >= SENTENCE_WORDS && !isPrinted(line, call)).join(' ')
}
