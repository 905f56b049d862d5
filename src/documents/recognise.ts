import { fold } from '../base/folding.ts'
import type { Call, DocumentRole } from '../call/call.ts'
import type { FieldValue, Reading, RoleFinding } from './document.ts'
import { formSigns } from './form-signs.ts'
import { hintOf } from './name-hints.ts'
import { answersOtherCall, callNoticeScore } from './notice-signs.ts'
import { countWords, flat } from './page-lines.ts'
import { longestSection, sectionsOf } from './sections.ts'
import {
  LETTER_SIGNS,
  MEANS_TITLES,
  PRESENTATION_IDEAS,
  PRESENTATION_TITLES,
  PROJECT_IDEAS,
  PROJECT_TITLES,
} from './vocabulary.ts'

/** Fewer words than a note's, under a title that says what it is, at its head. */
const TITLED_WORDS = 10
const HEAD_LINES = 4

/** What is known of a document when its roles are asked for. */
export interface Read {
  readonly name: string
  readonly reading: Pick<Reading, 'pages' | 'formValues' | 'mediaType'>
  readonly fields: readonly FieldValue[]
  /** The body of the mail: it must say more than an attachment to be a piece of the application. */
  readonly isBody: boolean
}

const APPLYING: ReadonlySet<DocumentRole> = new Set(['form', 'letter'])
/** Roles from this score are told; from 0.5 they count, below that a person looks. */
const TOLD = 0.3
/** The fewest words of a section that say something of a structure or a project. */
const SECTION_WORDS = 25
/** A note of three sentences can present a structure; less cannot. */
const NOTE_WORDS = 30
/** A text of that length that touches five ideas has said something of each. */
const FULL_LETTER_WORDS = 110
/** A form or letter for another call: a person looks. */
const OTHER_CALL = 0.45

/** The roles that a document plays, best first, each with what shows it; and whether it is our form with nothing in it. */
export function recognise(document: Read, call: Call): { roles: RoleFinding[]; emptyTemplate: boolean } {
  const text = flat(document.reading.pages.map((page) => page.text).join('\n'))
  if (countWords(text) < 3 && document.reading.formValues.length === 0) {
    return { roles: hintOf(document.name), emptyTemplate: false }
  }
  const folded = fold(text)
  const form = formSigns(document.reading, document.fields)
  const notice = callNoticeScore(folded, call)
  const isNotice = notice >= 0.5 && !form.filled
  if (isAdministrative(document))
    return { roles: [ground('other', 1, document, firstLine(document))], emptyTemplate: false }
  const emptyTemplate = !isNotice && form.isForm && !form.filled && !hasAnswers(document)
  const judged = isNotice
    ? [ground('call_notice', notice, document, firstLine(document))]
    : rolesOf(document, folded, emptyTemplate)
  const elsewhere = answersOtherCall(folded, call)
  const roles = judged
    .map((role) => ({
      ...role,
      score: rounded(elsewhere && APPLYING.has(role.role) ? Math.min(OTHER_CALL, role.score) : role.score),
    }))
    .filter((role) => role.score >= TOLD)
    .sort((a, b) => b.score - a.score)
  return { roles: roles.length > 0 ? roles : [ground('other', 1, document, '')], emptyTemplate }
}

function rolesOf(document: Read, folded: string, emptyTemplate: boolean): RoleFinding[] {
  const form = formSigns(document.reading, document.fields)
  const formScore = document.isBody && form.answered < 4 ? 0 : form.score
  // The words printed on a form are the authority's: only sentences tell what the applicant wrote.
  const said = form.isForm ? fold(proseOf(document)) : folded
  if (emptyTemplate) return [ground('form', Math.max(0.5, formScore), document, form.text)]
  return [
    ground('form', formScore, document, form.text),
    letterRole(document, folded),
    contentRole('presentation', document, said, form.isForm),
    contentRole('project', document, said, form.isForm),
  ]
}

function letterRole(document: Read, folded: string): RoleFinding {
  const hits = LETTER_SIGNS.flatMap(([sign, weight]) => {
    const hit = sign.exec(folded)
    return hit === null ? [] : [{ weight, text: hit[0] }]
  })
  const score = hits.reduce((sum, hit) => sum + hit.weight, 0)
  const best = [...hits].sort((a, b) => b.weight - a.weight)[0]
  // « Veuillez trouver ci-joint notre candidature » is a cover note: a letter in a body names who writes.
  const named = document.fields.some((field) => field.kind === 'representative' && field.confidence >= 0.6)
  const cover = document.isBody && (countWords(folded) < 60 || !named || !/soussigne|manifest/.test(folded))
  return ground('letter', cover ? 0 : Math.min(1, score), document, best?.text ?? '')
}

function contentRole(
  role: 'presentation' | 'project',
  document: Read,
  folded: string,
  isForm: boolean,
): RoleFinding {
  const sections = sectionsOf(document.reading.pages, document.reading.formValues)
  const section = longestSection(sections, role, SECTION_WORDS)
  if (section !== null)
    return ground(
      role,
      section.words >= 2 * SECTION_WORDS ? 0.9 : 0.75,
      document,
      section.heading,
      section.page,
    )
  const titles = role === 'presentation' ? PRESENTATION_TITLES : PROJECT_TITLES
  const title = titleIn(document, titles)
  const ideas = (role === 'presentation' ? PRESENTATION_IDEAS : PROJECT_IDEAS).flatMap(
    (idea) => idea.exec(folded)?.[0] ?? [],
  )
  const words = countWords(folded)
  const headed = !document.isBody && !isForm && title !== null && isAtHead(document, title)
  if (headed && words >= TITLED_WORDS && words < 2 * NOTE_WORDS) return ground(role, 0.6, document, title)
  const least = document.isBody ? 2 * NOTE_WORDS : NOTE_WORDS
  if (words < least || ideas.length < 2) return ground(role, 0, document, '')
  const density = Math.min(0.6, (ideas.length - (words < FULL_LETTER_WORDS ? 1 : 0)) * 0.1)
  // In a long text every idea comes up once: only its titles tell what it is about.
  const diluted = words > 3000 ? 0.7 : 1
  return ground(
    role,
    Math.min(0.95, density * diluted + (title === null ? 0 : 0.4)),
    document,
    title ?? ideas.slice(0, 3).join(', '),
  )
}

/** Cells that are sentences: longer than a label or an answer. */
const SENTENCE_WORDS = 9

function proseOf(document: Read): string {
  const cells = document.reading.pages.flatMap((page) => page.text.split(/[\n\t\u2028]/))
  return cells.filter((cell) => countWords(cell) >= SENTENCE_WORDS).join('\n')
}

function isAtHead(document: Read, title: string): boolean {
  const lines = document.reading.pages.flatMap((page) => page.text.split(/[\n\u2028]/)).map(flat)
  return lines
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES)
    .includes(title)
}

function titleIn(document: Read, titles: RegExp): string | null {
  for (const page of document.reading.pages) {
    const lines = page.text
      .split(/[\n\u2028]/)
      .map(flat)
      .filter((line) => line !== '')
    const found = lines.find(
      (line) =>
        countWords(line) <= 10 &&
        !/[.;,]$/.test(line) &&
        (titles.test(fold(line)) || (titles === PRESENTATION_TITLES && MEANS_TITLES.test(fold(line)))),
    )
    if (found !== undefined) return found
  }
  return null
}

/** Something written by hand into it: a section with an answer, or a field that names the applicant. */
function hasAnswers(document: Read): boolean {
  const sections = sectionsOf(document.reading.pages, document.reading.formValues)
  return sections.some((section) => section.words >= 3 * SECTION_WORDS)
}

function ground(role: DocumentRole, score: number, document: Read, text: string, page = 1): RoleFinding {
  const extract = { document: document.name, page, text: text.slice(0, 160) }
  return { role, score, grounds: text === '' ? [] : [extract] }
}

/** Papers that offices ask for and this call does not: what they say of the applicant is kept, but they serve no role. */
const ADMINISTRATIVE =
  /^\W*(extrait k-?bis|k-?bis\b|statuts?( de (l'|la ).{0,60})?$|releve d'identite bancaire|rib$|facture\b|devis\b|curriculum vitae|c\.?v\.?$|attestation\b|avis de situation|avis d'imposition|proces[- ]verbal|compte rendu|bilan (comptable|actif)|liasse fiscale|certificat\b|recepisse de declaration|carte nationale d'identite|bon de commande|conditions generales|journal officiel)/

function isAdministrative(document: Read): boolean {
  const lines = document.reading.pages.flatMap((page) => page.text.split(/[\n\u2028\t]/)).map(fold)
  return lines
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES)
    .some((line) => ADMINISTRATIVE.test(line))
}

function firstLine(document: Read): string {
  const [first] = document.reading.pages
    .flatMap((page) => page.text.split('\n'))
    .filter((line) => line.trim() !== '')
  return flat(first ?? '')
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100
}
