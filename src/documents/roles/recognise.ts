import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { type DocumentRole, IDLE_ROLES } from '../../call/roles.ts'
import { APPLYING } from '../../knowledge/applying.ts'
import { ADMINISTRATIVE_TITLES, FORM_TITLES } from '../../knowledge/titles.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { callWordsIn, isAboutCall } from '../../mail/call-words.ts'
import { otherCallIn } from '../../mail/other-call.ts'
import type { FieldValue, RoleFinding } from '../document.ts'
import { lineText, wholeText, writtenLines } from '../text/page.ts'
import { countWords, flat } from '../text/words.ts'
import { callPieces, type NamedPiece } from './call-pieces.ts'
import { listsCandidates } from './candidate-list.ts'
import { contentRole } from './content-role.ts'
import { type ExaminedDocument, type ReadDocument, roleFinding } from './examined-document.ts'
import { formSigns } from './form-signs.ts'
import { letterRole } from './letter-role.ts'
import { unreadRoles } from './name-hints.ts'
import { callNoticeScore } from './notice-signs.ts'
import { restOf } from './rest-of-document.ts'
import { sectionsOf } from './sections.ts'

/**
 * The roles that a document plays, best first; whether it is the call's form with nothing filled in; and
 * whether it is a table of several candidates, which is nobody's application.
 */
export interface Recognised {
  readonly roles: RoleFinding[]
  readonly emptyTemplate: boolean
  readonly listsCandidates: boolean
}

const IDLE: ReadonlySet<DocumentRole> = new Set(IDLE_ROLES)
/** Roles in which a document applies to a call: to ours or to another one. */
const TO_A_CALL: ReadonlySet<DocumentRole> = new Set(['form', 'letter'])
/** Fewer words than that are no text: a scan, a drawing. */
const WORDS = 3
const FILLABLE = 4
/** Words under a heading that nobody prints: somebody wrote them. */
const ANSWER_WORDS = 75
/** A body that answers fewer questions is a cover note with particulars. */
const TYPED_ANSWERS = 4
/** A paper that a call names and that answers so much is a form all the same: a Cerfa prints a budget. */
const ANSWERS_OF_A_FORM = 5

/** Says what a document is, by its content alone; its name is only a hint where there is no content. */
export function recognise(document: ReadDocument, call: Call): Recognised {
  const { pages, formValues } = document.reading
  const text = wholeText(pages)
  const told = (roles: RoleFinding[], facts: Partial<Recognised> = {}): Recognised => ({
    roles,
    emptyTemplate: false,
    listsCandidates: false,
    ...facts,
  })
  if (countWords(text) < WORDS && formValues.length === 0)
    return told(unreadRoles(document.name, document.reading.mediaType, call))
  const form = formSigns(document.reading, document.fields, call)
  const sections = sectionsOf(pages, formValues)
  const judged: ExaminedDocument = { ...document, folded: fold(text), form, sections }
  const other = roleFinding('other', 1, document, isAdministrative(document) ? firstLine(document) : '')
  const named = callPieces(judged, call)
  const pieces = named.map((piece) => piece.finding)
  const emptyTemplate =
    form.isForm && !form.filled && !sections.some((section) => section.words >= ANSWER_WORDS)
  if (!emptyTemplate && isOnlyNamed(judged, named)) return told([...pieces, ...rolesOfRest(document, call)])
  if (named.length === 0 && isAdministrative(document)) {
    const further = rolesOfRest(document, call)
    return told(further.length > 0 ? further : [other])
  }
  if (!document.isBody && listsCandidates(pages)) return told([other], { listsCandidates: true })
  const notice = callNoticeScore(judged.folded, call)
  // A form that says its call's title and deadline is a form all the same: it has places to write in.
  const fillable = formValues.length >= FILLABLE
  if (notice >= WEIGHTS.roles.notice.itself && !fillable && (!form.filled || form.onlyChooses))
    return told([roleFinding('call_notice', notice, document, firstLine(document))])
  const played = emptyTemplate
    ? [roleFinding('form', Math.max(WEIGHTS.usable, form.score), document, form.text)]
    : rolesOf(judged, call)
  const roles = [...pieces, ...forOurCall(played, text, call)]
    .filter((role) => role.score >= WEIGHTS.roles.told)
    .sort((a, b) => b.score - a.score)
  return told(roles.length > 0 ? roles : [other], { emptyTemplate })
}

/**
 * What the other pages of a paper are, where something else begins on one: a letter, a form and statutes may
 * come in one file, and none of them takes what another is.
 */
function rolesOfRest(document: ReadDocument, call: Call): RoleFinding[] {
  const rest = restOf(document, call)
  if (rest === null) return []
  const { roles, emptyTemplate } = recognise(rest, call)
  const played = roles.filter(({ role }) => !IDLE.has(role))
  return emptyTemplate ? played.filter(({ role }) => role !== 'form') : played
}

/**
 * What its heading names is that piece on its own pages and nothing else, unless it is a form: then it is
 * both.
 */
function isOnlyNamed(document: ExaminedDocument, named: readonly NamedPiece[]): boolean {
  if (!named.some((piece) => piece.by === 'title-of-document')) return false
  return !isHeadedAsForm(document) && document.form.answered < ANSWERS_OF_A_FORM
}

function isHeadedAsForm({ reading }: ReadDocument): boolean {
  const lines = reading.pages.slice(0, 1).flatMap(writtenLines)
  return lines.slice(0, HEAD_LINES).some((line) => FORM_TITLES.says(fold(line)))
}

/** A form or a letter that names another call applies to that one: a person looks. */
function forOurCall(roles: readonly RoleFinding[], text: string, call: Call): readonly RoleFinding[] {
  const applies = roles.some(({ role, score }) => TO_A_CALL.has(role) && score > WEIGHTS.roles.otherCall)
  if (!applies || otherCallIn(text, callWordsIn(text, call), call) === null) return roles
  const most = WEIGHTS.roles.otherCall
  return roles.map((role) =>
    TO_A_CALL.has(role.role) ? { ...role, score: Math.min(most, role.score) } : role,
  )
}

function rolesOf(document: ExaminedDocument, call: Call): RoleFinding[] {
  const { form } = document
  const typed = document.isBody ? typedScore(document, call) : form.score
  return [
    roleFinding('form', typed, document, form.text === '' ? firstLine(document) : form.text),
    letterRole(document),
    contentRole('presentation', document, call),
    contentRole('project', document, call),
  ]
}

/** A body that answers so much, says who writes and that they apply is the application. */
const APPLICATION_ANSWERS = 5

/** Robots write labels and values too: a body is an application when somebody says in it that they apply. */
function typedScore({ form, fields, folded }: ExaminedDocument, call: Call): number {
  const has = (kind: FieldValue['kind']): boolean =>
    fields.some((field) => field.kind === kind && field.confidence >= WEIGHTS.usable)
  // A sector of this call, answered, is as good as its name.
  const applies = APPLYING.says(folded) || has('sector') || isAboutCall(callWordsIn(folded, call))
  if (!applies) return 0
  // Who has no number is known by name and address (CRPA R112-9-1).
  const known = has('siret') || has('siren') || has('rna') || (has('name') && has('postal_address'))
  if (known && form.answered >= APPLICATION_ANSWERS)
    return Math.max(form.score, WEIGHTS.roles.typedApplication)
  return form.answered < TYPED_ANSWERS ? 0 : form.score
}

const HEAD_LINES = 4

/** Papers that offices ask for and this call does not. */
function isAdministrative(document: ReadDocument): boolean {
  // A cell beside others is a label or an answer of a form, and no title.
  const rows = document.reading.pages.slice(0, 1).flatMap((page) => page.lines)
  const written = rows.filter(({ cells }) => cells.length > 0)
  const lines = written
    .flatMap(({ cells: [only, ...others] }) => (others.length === 0 ? (only?.lines ?? []) : ['']))
    .map(fold)
  return lines.slice(0, HEAD_LINES).some((line) => ADMINISTRATIVE_TITLES.says(line))
}

function firstLine(document: ReadDocument): string {
  const lines = document.reading.pages.flatMap((page) => page.lines)
  return flat(lines.map(lineText).find((line) => line !== '') ?? '')
}
