import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fold } from '../../../src/base/folding.ts'
import type { DocumentReader, FieldValue, FileReading } from '../../../src/documents/document.ts'
import { fieldsOf } from '../../../src/documents/fields/fields.ts'
import { recognise } from '../../../src/documents/roles/recognise.ts'
import type { Piece } from '../make-corpus.ts'
import { theCall } from '../the-call.ts'

export const CORPUS = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url))

/** A row of golden.json. */
export type Golden = Omit<Piece, 'content'>

/** What was read of one document against what should be. */
export interface Measured {
  readonly golden: Golden
  readonly label: string
  readonly problem: string | null
  readonly detail: string | null
  readonly roles: readonly string[]
  readonly emptyTemplate: boolean
  readonly right: readonly string[]
  /** Kinds whose value was not read, with what was read instead. */
  readonly missed: readonly string[]
  /** Values told that are not the document's. */
  readonly wrong: readonly string[]
}

const KINDS = [
  'name',
  'legal_form',
  'siret',
  'siren',
  'rna',
  'representative',
  'role',
  'postal_address',
  'phone',
  'email',
  'sector',
  'date',
  'signature',
] as const

/** The rows of golden.json. */
export function goldenRows(): Golden[] {
  return JSON.parse(readFileSync(`${CORPUS}golden.json`, 'utf8'))
}

/** Reads one document with the real reader, in its process, and compares. */
export async function measure(reader: DocumentReader, golden: Golden): Promise<Measured> {
  const content = readFileSync(`${CORPUS}${golden.file}`)
  const files = await reader.read({ name: golden.file, declaredType: 'application/octet-stream', content })
  const label = golden.member === undefined ? golden.file : `${golden.file}/${golden.member}`
  const file = files.find((one) => one.name === label)
  if (file === undefined) throw new Error(`${label} is not among ${files.map((one) => one.name).join(', ')}`)
  return { golden, label, ...compare(file, golden) }
}

function compare(file: FileReading, golden: Golden): Omit<Measured, 'golden' | 'label'> {
  const { reading } = file
  const fields = fieldsOf('piece', reading, theCall)
  const seen = recognise({ name: 'piece', reading, fields, isBody: false }, theCall)
  const roles = seen.roles
    .filter((role) => role.score >= 0.5 && role.role !== 'other')
    .map((role) => role.role)
  const outcome = KINDS.map((kind) => compareKind(kind, golden.fields, fields))
  return {
    problem: reading.problem,
    detail: reading.detail,
    roles: [...roles].sort(),
    emptyTemplate: seen.emptyTemplate,
    right: outcome.flatMap((one) => one.right),
    missed: outcome.flatMap((one) => one.missed),
    // Only forms and letters have fields: what a presentation says in passing is not measured.
    wrong: Object.keys(golden.fields).length === 0 ? [] : outcome.flatMap((one) => one.wrong),
  }
}

/** The value that would be used is the surest; of sectors all that are sure enough. */
function compareKind(
  kind: (typeof KINDS)[number],
  truth: Golden['fields'],
  fields: readonly FieldValue[],
): Pick<Measured, 'right' | 'missed' | 'wrong'> {
  const usable = fields.filter((field) => field.kind === kind && field.confidence >= 0.5)
  const told = (kind === 'sector' ? usable : usable.slice(0, 1)).map((field) => field.value)
  const expected = truth[kind]
  // A SIREN inside the SIRET asked for says the same.
  const implied = kind === 'siren' && told.every((value) => truth['siret']?.startsWith(value) === true)
  // A signature is told apart where the document is about one.
  if (implied || (kind === 'signature' && expected === undefined)) return { right: [], missed: [], wrong: [] }
  const hit = expected !== undefined && told.some((value) => same(value, expected))
  const others = told.filter((value) => expected === undefined || !same(value, expected))
  return {
    right: hit ? [kind] : [],
    missed: expected === undefined || hit ? [] : [`${kind}: ${expected}`],
    wrong: others.map((value) => `${kind}: ${value}`),
  }
}

/** Spaces, punctuation, accents and case are no difference of content. */
function same(one: string, other: string): boolean {
  const bare = (text: string): string => fold(text).replace(/[^\p{L}\d@]/gu, '')
  return bare(one) === bare(other)
}

/** Share of the values told that are right, and of the values there that were read. */
export function scores(measured: readonly Measured[]): { precision: number; recall: number; values: number } {
  const count = (list: (one: Measured) => readonly string[]): number =>
    measured.reduce((sum, one) => sum + list(one).length, 0)
  const right = count((one) => one.right)
  const values = right + count((one) => one.missed)
  return { precision: right / (right + count((one) => one.wrong)), recall: right / values, values }
}

/** True when roles, problem and emptiness are as they should be. */
export function recognisedAsExpected(one: Measured): boolean {
  const { golden } = one
  return (
    one.problem === (golden.problem ?? null) &&
    [...golden.roles].sort().join() === one.roles.join() &&
    one.emptyTemplate === (golden.emptyTemplate === true)
  )
}

/** The same for each kind of field that the documents hold. */
export function scoresByField(measured: readonly Measured[]): Map<string, ReturnType<typeof scores>> {
  const of = (kind: string): Measured[] =>
    measured.map((one) => ({
      ...one,
      right: one.right.filter((each) => each === kind),
      missed: one.missed.filter((each) => each.startsWith(`${kind}:`)),
      wrong: one.wrong.filter((each) => each.startsWith(`${kind}:`)),
    }))
  return new Map(KINDS.map((kind) => [kind, scores(of(kind))]))
}
