import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fold } from '../../../src/base/folding.ts'
import type { Call } from '../../../src/call/call.ts'
import type { DocumentReader, FieldValue, Reading } from '../../../src/documents/document.ts'
import { fieldsOf } from '../../../src/documents/fields/fields.ts'
import { recognise } from '../../../src/documents/roles/recognise.ts'
import { WEIGHTS } from '../../../src/knowledge/weights.ts'
import type { Piece } from '../make-corpus.ts'
import { theCall } from '../the-call.ts'

export const CORPUS = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url))

/** A row of golden.json. */
export type Golden = Omit<Piece, 'content'> & { readonly layout?: string }

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

export const KINDS = [
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

/** A document once it was read: all that judging it again needs. */
export interface Read {
  readonly golden: Golden
  readonly label: string
  readonly reading: Reading
  readonly call: Call
}

/** Reads one document of the corpus with the real reader, in its process. */
export async function readGolden(reader: DocumentReader, golden: Golden): Promise<Read> {
  const content = readFileSync(`${CORPUS}${golden.file}`)
  const label = golden.member === undefined ? golden.file : `${golden.file}/${golden.member}`
  return { golden, label, reading: await readingOf(reader, golden.file, label, content), call: theCall }
}

export async function readingOf(
  reader: DocumentReader,
  name: string,
  label: string,
  content: Uint8Array,
): Promise<Reading> {
  const files = await reader.read({ name, declaredType: 'application/octet-stream', content })
  const file = files.find((one) => one.name === label)
  if (file === undefined) throw new Error(`${label} is not among ${files.map((one) => one.name).join(', ')}`)
  return file.reading
}

/** What the program makes of a document, against what a careful clerk does. */
export function measured({ golden, label, reading, call }: Read): Measured {
  const fields = fieldsOf('piece', reading, call)
  const seen = recognise({ name: 'piece', reading, fields, isBody: false }, call)
  const roles = seen.roles
    .filter((role) => role.score >= WEIGHTS.usable && role.role !== 'other')
    .map((role) => role.role)
  const outcome = KINDS.map((kind) => compareKind(kind, golden, fields))
  return {
    golden,
    label,
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
  golden: Golden,
  fields: readonly FieldValue[],
): Pick<Measured, 'right' | 'missed' | 'wrong'> {
  const usable = fields.filter((field) => field.kind === kind && field.confidence >= WEIGHTS.usable)
  const told = (kind === 'sector' ? usable : usable.slice(0, 1)).map((field) => field.value)
  const { fields: truth } = golden
  const expected = truth[kind]
  const same = kind === 'name' && golden.roles.includes('letter') ? sameName : sameWords
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
function sameWords(one: string, other: string): boolean {
  const bare = (text: string): string => fold(text).replace(/[^\p{L}\d@]/gu, '')
  return bare(one) === bare(other)
}

/** A letter names its structure with its form and without: either is its name. */
function sameName(one: string, other: string): boolean {
  return sameWords(one.replace(FORM_BEFORE, ''), other.replace(FORM_BEFORE, ''))
}

const FORM_BEFORE = /^(?:[A-Z]{2,5}|S\.A\.S\.|Sàrl) /u

/** True when roles, problem and emptiness are as they should be. */
export function recognisedAsExpected(one: Measured): boolean {
  const { golden } = one
  const roles =
    golden.layout === undefined
      ? [...golden.roles].sort().join() === one.roles.join()
      : // What is generated may also present its structure: its letters speak of it.
        golden.roles.every((role) => one.roles.includes(role)) &&
        (golden.roles[0] === 'letter' || one.roles.length === 1)
  return (
    one.problem === (golden.problem ?? null) && roles && one.emptyTemplate === (golden.emptyTemplate === true)
  )
}
