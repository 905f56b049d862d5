import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import type { FieldKind } from '../../call/field-kind.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { FieldValue, Reading } from '../document.ts'
import { arranged } from '../text/arranged.ts'
import { cellText, lineText, type Page } from '../text/page.ts'
import { countWords } from '../text/words.ts'
import type { Answer } from './answer.ts'
import { answersOfControls, answersOfPages } from './answers.ts'
import { isAuthoritys } from './authority.ts'
import { bareForms } from './bare-forms.ts'
import { boxFields } from './box-fields.ts'
import { choicesInDoubt } from './choices-in-doubt.ts'
import { composed } from './composed-fields.ts'
import { contactsOwn, swornFor } from './contacts.ts'
import { fieldsOfAnswer } from './field-of-answer.ts'
import { legalFormNamed } from './legal-forms.ts'
import { letterheadFields } from './letterhead.ts'
import { letterFields } from './letters.ts'
import { menusOf } from './menus.ts'
import { chosenByNumber } from './numbered-menus.ts'
import { ownFields } from './own-kinds.ts'
import { emailMeant } from './recognised-emails.ts'
import { MENU, sectorsNamed } from './sectors.ts'
import type { SeenField } from './seen-field.ts'
import { signatureFields } from './signatures.ts'
import { unlabelledFields } from './unlabelled-fields.ts'

/**
 * All that a document says about its applicant, each with its place: filled controls, answers behind labels,
 * ticked boxes, the phrases of letters, numbers that prove themselves. The authority's own particulars are
 * left out. The same value found twice is given once, with the better confidence.
 */
export function fieldsOf(
  document: string,
  read: Pick<Reading, 'pages' | 'formValues' | 'pictures'>,
  call: Call,
): FieldValue[] {
  const reading = { ...read, pages: read.pages.map(arranged) }
  const controls = answersOfControls(reading.formValues)
  const sure = new Set(controls.map((answer) => answer.kind))
  // Where a control answers, what the layout shows at the same label is the same answer, less surely.
  const menus = reading.pages.map((page) => menusOf(page, call))
  const asked = menus.map(({ page }) => page)
  const layout = answersOfPages(asked).filter((answer) => !sure.has(answer.kind))
  const answers = [...controls, ...layout]
  const answered = fromAnswers(answers, call)
  const found = [
    ...answered,
    ...menus.flatMap((menu) => menu.found),
    ...chosenByNumber(answers, reading.pages, call),
    ...boxFields({ ...reading, pages: asked }, call),
    ...bareForms(reading),
    ...besideAnswers(ofProse(asked, call), answered),
    ...signatureFields(reading, answers, {
      persons: valuesOf(answered, 'representative'),
      structures: valuesOf(answered, 'name'),
    }),
    ...ownFields(reading, call),
  ]
  const isChosen = found.some(({ kind }) => kind === 'sector')
  const perhaps = isChosen ? [] : choicesInDoubt(reading.pages, call)
  const doubt = doubtOf(reading.pages, misread(found), call)
  const fields = [...found, ...perhaps]
    .map(doubt)
    .map(({ page, text, ...field }) => ({ ...field, extract: { document, page, text } }))
  return best(fields.filter((field) => !isAuthoritys(field, call)))
}

function valuesOf(found: readonly SeenField[], kind: FieldKind): string[] {
  return found.flatMap((one) => (one.kind === kind ? [one.value] : []))
}

function fromAnswers(answers: readonly Answer[], call: Call): SeenField[] {
  const owned = contactsOwn(swornFor(answers))
  return [...owned.flatMap((answer) => fieldsOfAnswer(answer, call)), ...composed(owned, call)]
}

function ofProse(pages: readonly Page[], call: Call): SeenField[] {
  return [...letterFields(pages, call), ...letterheadFields(pages), ...unlabelledFields(pages, call)]
}

/** So many different questions that are answered make a form: its answers are no sentences. */
const ANSWERS_OF_A_FORM = 5

/** What the words of a form seem to name is less sure than what it answers where it asks for the same. */
function besideAnswers(prose: readonly SeenField[], answered: readonly SeenField[]): readonly SeenField[] {
  const { below, somewhere } = WEIGHTS.fields
  const asked = new Set(answered.filter((one) => one.confidence >= below).map((one) => one.kind))
  if (asked.size < ANSWERS_OF_A_FORM) return prose
  return prose.map((one) =>
    SPOKEN.has(one.kind) && asked.has(one.kind)
      ? { ...one, confidence: Math.min(one.confidence, somewhere) }
      : one,
  )
}

/** Facts that are told in words: a number or an address proves itself wherever it stands. */
const SPOKEN: ReadonlySet<FieldKind> = new Set(['name', 'legal_form', 'representative', 'role'])

/** Pages with a number that its own check refuses: what was recognised around it is in doubt too. */
function misread(found: readonly SeenField[]): ReadonlySet<number> {
  const refused = found.filter(
    ({ kind, pending, elsewhere, confidence }) =>
      /^(siret|siren|rna)$/.test(kind) &&
      pending !== true &&
      elsewhere !== true &&
      confidence <= WEIGHTS.fields.unsound,
  )
  return new Set(refused.map((field) => field.page))
}

/** Takes from each field what the recognition of its page leaves in doubt. */
function doubtOf(
  pages: readonly Page[],
  misread: ReadonlySet<number>,
  call: Call,
): (found: SeenField) => SeenField {
  const recognised = new Map(
    pages.flatMap((page) => (page.recognised === undefined ? [] : [[page.number, page.recognised]])),
  )
  return (read) => {
    const sure = recognised.get(read.page)
    if (sure === undefined) return read
    const found = emailMeant(read)
    const page = pages.find((one) => one.number === found.page)
    // A ticked box of a scan is a guess: recognition knows letters, not boxes.
    const guessed = found.text.includes('☒') || (page !== undefined && isOfMenu(found, page, call))
    const least = guessed ? Math.min(found.confidence, WEIGHTS.fields.guessed) : found.confidence
    const { fields } = WEIGHTS
    const share = misread.has(found.page) ? fields.misread : 1
    return {
      ...found,
      confidence: Math.round(least * Math.min(1, sure + fields.leniency) * share * 100) / 100,
    }
  }
}

/** Options printed one below or beside the other: which one is ticked, letters do not tell. */
function isOfMenu(found: SeenField, page: Page, call: Call): boolean {
  if (found.kind === 'sector') {
    const cells = page.lines
      .flatMap((line) => line.cells.map(cellText))
      .filter((cell) => countWords(cell) <= 5)
    return new Set(cells.flatMap((cell) => sectorsNamed(cell, call))).size >= MENU
  }
  if (found.kind !== 'legal_form') return false
  const words = page.lines.map(lineText).find((line) => line.includes(found.text)) ?? found.text
  return new Set(words.split(/\s+/).flatMap((word) => legalFormNamed(word) ?? [])).size >= MENU
}

/** One of each kind and value, the surest; surest first within a kind. */
function best(fields: readonly FieldValue[]): FieldValue[] {
  const sorted = [...fields].sort((a, b) => b.confidence - a.confidence)
  const kept = new Map<string, FieldValue>()
  for (const field of sorted) {
    const key = `${field.kind} ${fold(field.value).replace(/[^\p{L}\d@]/gu, '')}`
    if (!kept.has(key)) kept.set(key, field)
  }
  return fullerFirst([...kept.values()])
}

/** « directeur » in a sentence, « Directeur de la coopérative » under it: the same, said more fully. */
function fullerFirst(fields: readonly FieldValue[]): FieldValue[] {
  const role = fields.find(({ kind }) => kind === 'role')
  const fuller = fields.find(
    ({ kind, value, confidence }) =>
      kind === 'role' &&
      confidence >= WEIGHTS.fields.mentioned &&
      role !== undefined &&
      fold(value).startsWith(`${fold(role.value)} `),
  )
  if (role === undefined || fuller === undefined) return [...fields]
  const first = { ...fuller, confidence: role.confidence }
  return fields.flatMap((field) => (field === role ? [first, role] : field === fuller ? [] : [field]))
}
