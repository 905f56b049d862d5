import { fold } from '../base/folding.ts'
import type { Document, FieldValue } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Submission } from './dossier.ts'
import { nameWords } from './names.ts'
import { type Kind, replacing } from './replacing.ts'

/** A later value that a person accepts or refuses; until then the one in force stays. */
export interface Proposal {
  readonly field: FieldValue
  /** What is in force; several sectors, mostly one value, none where it was taken back. */
  readonly before: readonly string[]
  /** The mail that brings it. */
  readonly submission: Submission
}

/** Facts that give way, and those of them that are for a person to decide. */
export interface HeldBack {
  readonly fields: ReadonlySet<FieldValue>
  readonly proposals: readonly Proposal[]
}

/** What says who applies, how they are reached and for what is a particular; these are each form's own. */
const OF_EACH_FORM: ReadonlySet<Kind> = new Set<Kind>(['date', 'place', 'signature'])

interface Fact {
  readonly field: FieldValue
  readonly document: Document
  readonly submission: Submission
}

/**
 * Particulars never change silently: of each, the first mail that says it speaks; what a later one says
 * otherwise is held back, and proposed. What nobody had said yet, or only unsurely, a later mail supplies;
 * what its own sender replaces gives way first. `except`: facts that speak for nobody.
 */
export function heldBack(submissions: readonly Submission[], except: ReadonlySet<FieldValue>): HeldBack {
  let inForce: readonly Fact[] = []
  const held: Fact[] = []
  const meant: Fact[] = []
  for (const submission of submissions) {
    const givesWay = replacing(submission)
    const known = inForce.filter((fact) => !givesWay(fact.submission, fact.document, fact.field.kind))
    const brought = particularsOf(submission).filter(({ field }) => !except.has(field))
    const changed = brought.filter(({ field }) => changes(known, field))
    held.push(...changed)
    // Of several readings of one mail its surest is what it says.
    meant.push(...changed.filter(({ field }) => valuesOf(brought, field.kind).includes(field.value)))
    const said = brought.filter((fact) => !changed.includes(fact))
    inForce = [...known, ...said.filter((fact) => !known.some((one) => isSaidBy(one, fact)))]
  }
  return { fields: new Set(held.map(({ field }) => field)), proposals: proposalsOf(meant, inForce) }
}

/** The same from the same address: a robot that sends the same for ever says it once. */
function isSaidBy(one: Fact, other: Fact): boolean {
  return (
    one.field.kind === other.field.kind &&
    one.field.value === other.field.value &&
    one.submission.sender === other.submission.sender &&
    one.document.kind === other.document.kind
  )
}

function particularsOf(submission: Submission): readonly Fact[] {
  return submission.documents.flatMap((document) =>
    document.fields
      .filter(({ kind, confidence }) => !OF_EACH_FORM.has(kind) && confidence >= WEIGHTS.usable)
      .map((field) => ({ field, document, submission })),
  )
}

/** Says otherwise, be it in other letters: of two spellings the first stays. */
function changes(known: readonly Fact[], field: FieldValue): boolean {
  const values = valuesOf(known, field.kind)
  return values.length > 0 && !values.includes(field.value) && !extendsOne(field, values)
}

/** A SIRET where only its SIREN was known. */
function extendsOne({ kind, value }: FieldValue, values: readonly string[]): boolean {
  return kind === 'siret' && values.some((known) => known.length < value.length && value.startsWith(known))
}

/** The values in force of a kind: of a sector all, else the surest, the last one between equals. */
function valuesOf(known: readonly Fact[], kind: Kind): readonly string[] {
  const fields = known.map(({ field }) => field)
  const own = fields.filter((field) => field.kind === kind)
  if (kind === 'sector') return [...new Set(own.map(({ value }) => value))]
  const [first, ...others] = own
  if (first !== undefined)
    return [others.reduce((best, one) => (one.confidence >= best.confidence ? one : best), first).value]
  if (kind === 'siret') return fields.filter((field) => field.kind === 'siren').map(({ value }) => value)
  if (kind === 'siren')
    return fields.filter((field) => field.kind === 'siret').map(({ value }) => value.slice(0, SIREN_DIGITS))
  return []
}

const SIREN_DIGITS = 9

/** Each change once, against what is in force in the end. */
function proposalsOf(meant: readonly Fact[], inForce: readonly Fact[]): readonly Proposal[] {
  const asked = new Set<string>()
  return meant.flatMap(({ field, submission }) => {
    const { kind, value } = field
    const before = valuesOf(inForce, kind)
    const key = `${kind} ${comparable(kind, value)}`
    // The SIREN is proposed with its SIRET.
    const isTold = asked.has(key) || (kind === 'siren' && asked.has(`siret ${value}`))
    asked.add(key)
    if (kind === 'siret') asked.add(`siret ${value.slice(0, SIREN_DIGITS)}`)
    if (isTold || before.some((one) => comparable(kind, one) === comparable(kind, value))) return []
    return [{ field, before, submission }]
  })
}

function comparable(kind: Kind, value: string): string {
  return kind === 'name' ? [...nameWords(value)].sort().join(' ') : fold(value)
}
