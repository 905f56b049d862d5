import { fold } from '../../base/folding.ts'
import type { Call, DocumentRole } from '../../call/call.ts'
import type { FieldValue, RoleFinding } from '../document.ts'
import { lineText, wholeText } from '../text/page.ts'
import { countWords, flat } from '../text/words.ts'
import { callPieces } from './call-pieces.ts'
import { contentRole } from './content-role.ts'
import { formSigns } from './form-signs.ts'
import { ground, type Judged, type Read } from './judged.ts'
import { letterRole } from './letter-role.ts'
import { hintOf } from './name-hints.ts'
import { answersOtherCall, callNoticeScore } from './notice-signs.ts'
import { sectionsOf } from './sections.ts'

/** The roles that a document plays, best first; and whether it is the call's form with nothing filled in. */
export interface Recognised {
  readonly roles: RoleFinding[]
  readonly emptyTemplate: boolean
}

const APPLYING: ReadonlySet<DocumentRole> = new Set(['form', 'letter'])
/** Roles from this score are told; from 0.5 they count, below that a person looks. */
const TOLD = 0.3
/** Fewer words than that are no text: a scan, a drawing. */
const WORDS = 3
const NOTICE = 0.5
const FILLABLE = 4
/** Words under a heading that nobody prints: somebody wrote them. */
const ANSWER_WORDS = 75
/** A body that answers fewer questions is a cover note with particulars. */
const TYPED_ANSWERS = 4
/** From here a field is used. */
const USABLE = 0.5
/** A form or letter for another call: a person looks. */
const OTHER_CALL = 0.45

/** Says what a document is, by its content alone; its name is only a hint where there is no content. */
export function recognise(document: Read, call: Call): Recognised {
  const { pages, formValues } = document.reading
  const text = wholeText(pages)
  if (countWords(text) < WORDS && formValues.length === 0) {
    return { roles: hintOf(document.name), emptyTemplate: false }
  }
  const form = formSigns(document.reading, document.fields)
  const sections = sectionsOf(pages, formValues)
  const judged: Judged = { ...document, folded: fold(text), form, sections }
  const other = ground('other', 1, document, isAdministrative(document) ? firstLine(document) : '')
  const named = callPieces(document, call)
  if (named.length > 0) return { roles: named, emptyTemplate: false }
  if (isAdministrative(document)) return { roles: [other], emptyTemplate: false }
  const notice = callNoticeScore(judged.folded, call)
  // A form that says its call's title and deadline is a form all the same: it has places to write in.
  const fillable = formValues.length >= FILLABLE
  if (notice >= NOTICE && !fillable && (!form.filled || form.onlyChooses)) {
    return { roles: [ground('call_notice', notice, document, firstLine(document))], emptyTemplate: false }
  }
  const emptyTemplate =
    form.isForm && !form.filled && !sections.some((section) => section.words >= ANSWER_WORDS)
  const elsewhere = answersOtherCall(judged.folded, call)
  const roles = (
    emptyTemplate ? [ground('form', Math.max(0.5, form.score), document, form.text)] : rolesOf(judged)
  )
    .map((role) =>
      elsewhere && APPLYING.has(role.role) ? { ...role, score: Math.min(OTHER_CALL, role.score) } : role,
    )
    .filter((role) => role.score >= TOLD)
    .sort((a, b) => b.score - a.score)
  return { roles: roles.length > 0 ? roles : [other], emptyTemplate }
}

function rolesOf(document: Judged): RoleFinding[] {
  const { form } = document
  const typed = document.isBody ? typedScore(document) : form.score
  return [
    ground('form', typed, document, form.text === '' ? firstLine(document) : form.text),
    letterRole(document),
    contentRole('presentation', document),
    contentRole('project', document),
  ]
}

/** A body that answers so much, says who writes and that they apply is the application. */
const APPLICATION_ANSWERS = 5
const TYPED_APPLICATION = 0.6
const SAYS_TO_APPLY =
  /\b(est|sommes|suis) candidate?s?\b|\bcandidat(ure|er|ons)\b|\bmanifest\w+ (\w+ )?interet\b|\bappel a (manifestation|candidatures?)\b|\breponse a (l'|votre )(ami|appel)\b/

function typedScore({ form, fields, folded }: Judged): number {
  const numbered = fields.some(
    (field) => /^(siret|siren|rna)$/.test(field.kind) && field.confidence >= USABLE,
  )
  const has = (kind: FieldValue['kind']): boolean =>
    fields.some((field) => field.kind === kind && field.confidence >= USABLE)
  // Who has no number is known by name and address (CRPA R112-9-1).
  const known = numbered || (has('name') && has('postal_address'))
  if (known && form.answered >= APPLICATION_ANSWERS && SAYS_TO_APPLY.test(folded))
    return Math.max(form.score, TYPED_APPLICATION)
  return form.answered < TYPED_ANSWERS ? 0 : form.score
}

/** Papers that offices ask for and this call does not: what they say of the applicant is kept, but they serve no role. */
const ADMINISTRATIVE =
  /^\W*(extrait k-?bis|k-?bis\b|statuts( (de (l'|la |notre )|constitutifs).{0,60})?$|releve d'identite bancaire|rib$|facture\b|devis\b|curriculum vitae|c\.?v\.?$|attestation\b|avis de situation|avis d'imposition|proces[- ]verbal|compte rendu|bilan (comptable|actif)|liasse fiscale|certificat\b|recepisse de declaration|carte nationale d'identite|bon de commande|conditions generales|journal officiel)/
const HEAD_LINES = 4

function isAdministrative(document: Read): boolean {
  // A cell beside others is a label or an answer of a form, and no title.
  const rows = document.reading.pages.slice(0, 1).flatMap((page) => page.lines)
  const written = rows.filter(({ cells }) => cells.length > 0)
  const lines = written
    .flatMap(({ cells: [only, ...others] }) => (others.length === 0 ? (only?.lines ?? []) : ['']))
    .map(fold)
  return lines.slice(0, HEAD_LINES).some((line) => ADMINISTRATIVE.test(line))
}

function firstLine(document: Read): string {
  const lines = document.reading.pages.flatMap((page) => page.lines)
  return flat(lines.map(lineText).find((line) => line !== '') ?? '')
}
