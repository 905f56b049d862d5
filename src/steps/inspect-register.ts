import { asFailure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { SignedHead } from '../proof/head.ts'
import { type Fault, Inspection } from '../proof/inspect.ts'
import type { Difference, Unit } from '../proof/seal.ts'
import type { ComparisonRegister } from '../register/comparison.ts'
import type { ProofRegister } from '../register/proof.ts'
import { ToldByEntries } from './told-by-entries.ts'

export interface InspectionPorts {
  readonly register: ProofRegister & ComparisonRegister
  /** Null where originals are not asked for. */
  readonly archive: Archive | null
}

/** What others kept of it: sizes at which the root is wanted, and heads that were published. */
export interface Witnesses {
  readonly sizes?: readonly number[]
  readonly published?: readonly SignedHead[]
}

/** What a whole register turned out to be. */
export interface Inspected {
  readonly faults: readonly Fault[]
  readonly differences: readonly Difference[]
  readonly entries: number
  readonly heads: readonly SignedHead[]
  /** Of so many rows that were compared, those that an earlier edition wrote without a seal. */
  readonly rows: number
  readonly unsealed: number
  readonly rootAt: (size: number) => string | null
}

/**
 * Entries, or units of rows, in one step: a fraction of a second, so that whoever asks can pause in between.
 */
const AT_ONCE = 200

/**
 * Goes through the register in small steps: entries, tree and heads, then each row that people or exports
 * read against the entry that sealed it, lines against what they are drawn from, and originals against their
 * fingerprints. What the service writes meanwhile is no difference.
 */
export async function* inspectInSteps(
  { register, archive }: InspectionPorts,
  { sizes = [], published = [] }: Witnesses = {},
): AsyncGenerator<undefined, Inspected> {
  const { heads, keys, ...kept } = await register.keptHeads()
  const witnesses = [...heads, ...published]
  const inspection = new Inspection(witnesses, sizes)
  const told = new ToldByEntries()
  for (;;) {
    const from = inspection.size
    const entries = await register.entries(from, AT_ONCE)
    if (entries.length === 0) break
    const nodes = entries.flatMap((entry) => inspection.take(entry))
    for (const entry of entries) told.take(entry)
    told.compareTree(nodes, await register.nodesBetween(from, inspection.size))
    yield
  }
  const rows = yield* compareRows(register, told, inspection.size)
  const originals = archive === null ? [] : yield* compareOriginals(register, archive)
  return {
    faults: inspection.finish(witnesses, (id) => keys.get(id) ?? null),
    differences: [...kept.differences, ...told.differences, ...rows.differences, ...originals],
    entries: inspection.size,
    heads,
    rows: rows.rows,
    unsealed: rows.unsealed,
    rootAt: (size) => inspection.rootAt(size),
  }
}

/**
 * The rows alone, for whoever prints them: each against its latest seal, and lines against their verdicts.
 */
export async function* compareRows(
  register: ComparisonRegister,
  told: ToldByEntries | null,
  size: number,
): AsyncGenerator<undefined, Pick<Inspected, 'differences' | 'rows' | 'unsealed'>> {
  const differences: Difference[] = []
  let rows = 0
  for (let after: Unit | null = null; ; ) {
    const page: Awaited<ReturnType<ComparisonRegister['compareSealed']>> = await register.compareSealed(
      after,
      AT_ONCE,
    )
    differences.push(...page.differences, ...(told?.comparePlaces(page.places, size) ?? []))
    rows += page.rows
    if (page.next === null) break
    after = page.next
    yield
  }
  differences.push(...(told?.withoutPlace() ?? []), ...(told?.withoutDetail() ?? []))
  const unsealed = await register.compareUnsealed()
  differences.push(...unsealed.differences, ...(await register.compareEnd()))
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<ComparisonRegister['compareLines']>> = await register.compareLines(
      after,
      AT_ONCE,
    )
    differences.push(...page.differences)
    after = page.next
    yield
  }
  return { differences, rows: rows + unsealed.unsealed, unsealed: unsealed.unsealed }
}

/** Originals are large: some at a time. */
const ORIGINALS_AT_ONCE = 20

async function* compareOriginals(
  register: ComparisonRegister,
  archive: Archive,
): AsyncGenerator<undefined, readonly Difference[]> {
  const differences: Difference[] = []
  for (let after = ''; ; ) {
    const mails = await register.keptAfter(after, ORIGINALS_AT_ONCE)
    for (const mail of mails)
      if (
        !(await isThere(archive, mail)) &&
        (await register.keptAfter(after, ORIGINALS_AT_ONCE)).includes(mail)
      )
        differences.push(alteredOriginal(mail))
    const last = mails.at(-1)
    if (last === undefined) return differences
    after = last
    yield
  }
}

async function isThere(archive: Archive, fingerprint: Fingerprint): Promise<boolean> {
  try {
    await archive.read(fingerprint)
    return true
  } catch (error) {
    if (asFailure(error).kind === 'permanent') return false
    throw error
  }
}

function alteredOriginal(fingerprint: Fingerprint): Difference {
  return {
    table: 'archive',
    row: fingerprint,
    column: null,
    words: 'the original is not there as it was kept',
  }
}

/** All steps at once. */
export async function inspected<Result>(steps: AsyncGenerator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return step.value
  }
}
