import { momentInWords, typographic } from '../acknowledgement/french.ts'
import type { RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import { withoutUnseen } from '../base/unseen.ts'
import type { Call } from '../call/call.ts'
import type { Extract } from '../documents/document.ts'
import { eligibilityInWords } from '../dossier/eligibility.ts'
import { outcomeInWords } from '../dossier/outcome.ts'
import { isUnder } from '../register/by-sector.ts'
import type { KeptCorrection } from '../register/corrections.ts'
import type { ApplicationView } from '../register/views.ts'
import type { RequirementFinding } from '../verdict/finding.ts'
import { isUnscanned, requirementsOf } from '../verdict/judge.ts'
import { completenessTold, remarkInWords, statusInWords, timelinessInWords } from '../verdict/words.ts'
import { asWritten } from './as-written.ts'
import { factsOf } from './fact-labels.ts'
import { fieldsIn, ownFacts } from './own-facts.ts'

/** By the alphabet, or by receipt: no other order is known, and none that says who is better. */
export const ORDERS = ['alphabet', 'receipt'] as const
export type Order = (typeof ORDERS)[number]

/** Something read in a dossier, with the place where it was read. */
export interface Seen {
  readonly text: string
  /** « formulaire.pdf, p. 2 »; null for what the register itself knows. */
  readonly where: string | null
}

export interface ComparedRow {
  readonly label: string
  /** One list for each candidate, in their order; empty where nothing was read. */
  readonly cells: readonly (readonly Seen[])[]
}

export interface Candidate {
  readonly number: RegistrationNumber
  readonly name: string | null
  readonly receivedAt: Instant
}

/**
 * The candidates of one category side by side: what was read of each, and empty rows for the criteria of
 * people.
 */
export interface Comparison {
  readonly category: string
  readonly candidates: readonly Candidate[]
  readonly rows: readonly ComparedRow[]
  /** What the call says that it looks at; to be filled on paper. */
  readonly criteria: readonly string[]
}

/** `sector` null: the candidates of whom no sector is known. */
export function comparisonOf(
  applications: readonly ApplicationView[],
  call: Call,
  asked: { readonly sector: string | null; readonly order: Order },
  corrections: readonly KeptCorrection[] = [],
): Comparison {
  const { sector, order } = asked
  const members = applications
    .filter((one) => isUnder(one, sector))
    .toSorted(order === 'receipt' ? byReceipt : byName)
  return {
    category: categoryLabel(sector, call),
    candidates: members.map(({ number, applicant, receivedAt }) => ({
      number,
      name: applicant.name === null ? null : withoutUnseen(applicant.name),
      receivedAt,
    })),
    rows: rowsOf(members, call, corrections),
    criteria: call.selection?.criteria ?? [],
  }
}

function rowsOf(
  members: readonly ApplicationView[],
  call: Call,
  corrections: readonly KeptCorrection[],
): readonly ComparedRow[] {
  const row = (label: string, cell: (one: ApplicationView) => readonly Seen[]): ComparedRow => ({
    label,
    cells: members.map(cell),
  })
  return [
    row('Reçue le', ({ receivedAt }) => [known(momentInWords(receivedAt, call.deadline))]),
    row('Délai', ({ mails: [first], verdict }) => [
      known(timelinessInWords(first?.verdict?.timeliness ?? verdict.timeliness)),
    ]),
    row('Complétude', ({ verdict }) => [
      known(completenessTold({ ...verdict, unscanned: isUnscanned(verdict.findings) })),
    ]),
    row('Recevabilité', ({ eligibility }) =>
      eligibility?.eligibility == null
        ? []
        : [known(typographic(`${eligibilityInWords(eligibility.eligibility)} : ${eligibility.reason}`))],
    ),
    row('Suite donnée', ({ outcome }) =>
      outcome?.outcome == null ? [] : [known(outcomeInWords(outcome.outcome.kind))],
    ),
    ...factsOf(call).map(([id, label]) => row(label, (one) => factOf(one, id, corrections))),
    ...call.kinds.map(({ id, label }) => row(label, (one) => ownFact(one, id))),
    ...[...call.requiredDocuments, ...call.requiredFields].map(({ id, label }) =>
      row(typographic(capital(label)), (one) => requirementSeen(one, id)),
    ),
    row('Remarques', ({ verdict }) =>
      verdict.findings.flatMap((finding) => {
        const remark = remarkInWords(finding, call)
        return remark === null ? [] : [known(typographic(remark))]
      }),
    ),
  ]
}

/** The name of a sector by its id; null is the category of those in which none was found. */
export function categoryLabel(sector: string | null, call: Call): string {
  return sector === null
    ? 'Filière non détectée'
    : (call.sectors.find(({ id }) => id === sector)?.label ?? sector)
}

/** Those without a name stand at the end; between equals the number decides, which is drawn at random. */
function byName(one: ApplicationView, other: ApplicationView): number {
  const [left, right] = [one.applicant.name, other.applicant.name]
  if ((left === null) !== (right === null)) return left === null ? 1 : -1
  return (left ?? '').localeCompare(right ?? '', 'fr') || one.number.localeCompare(other.number)
}

function byReceipt(one: ApplicationView, other: ApplicationView): number {
  return one.receivedAt.localeCompare(other.receivedAt) || one.number.localeCompare(other.number)
}

type Fact = ReturnType<typeof factsOf>[number][0]

/** The value that stands, and where a document says it; or that a person said it. */
function factOf(one: ApplicationView, id: Fact, corrections: readonly KeptCorrection[]): readonly Seen[] {
  const { applicant, mails } = one
  const value = { ...applicant, legal_form: applicant.legalForm, postal_address: applicant.address }[id]
  if (value === null) return []
  const read = fieldsIn(one).find((field) => field.kind === id && field.value === value)
  const corrected = corrections.some(
    ({ correction, undone, fingerprint }) =>
      !undone &&
      correction.what === 'field' &&
      correction.kind === id &&
      correction.value === value &&
      mails.some((mail) => mail.fingerprint === fingerprint),
  )
  const where = read === undefined ? null : placeOf(read.extract)
  return [{ text: withoutUnseen(asWritten(id, value)), where: corrected ? 'indiqué par un agent' : where }]
}

function ownFact(one: ApplicationView, id: string): readonly Seen[] {
  return ownFacts(one, id).map(({ value, extract }) => ({
    text: withoutUnseen(value),
    where: placeOf(extract),
  }))
}

const EXTRACTS = 3
const LONGEST_EXTRACT = 300

/** What the program says of it, then the words that it saw. */
function requirementSeen({ verdict }: ApplicationView, id: string): readonly Seen[] {
  const found = requirementsOf(verdict.findings).find((one: RequirementFinding) => one.id === id)
  if (found === undefined) return []
  const extracts = found.evidence.slice(0, EXTRACTS).map((extract) => ({
    text: extract.text === '' ? '' : `«\u00A0${withoutUnseen(extract.text).slice(0, LONGEST_EXTRACT)}\u00A0»`,
    where: placeOf(extract),
  }))
  return [known(statusInWords(found)), ...extracts]
}

function placeOf({ document, page }: Extract): string {
  return `${withoutUnseen(document)}, p.\u00A0${page}`
}

function known(text: string): Seen {
  return { text, where: null }
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}
