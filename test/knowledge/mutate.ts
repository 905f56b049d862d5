import { fileURLToPath } from 'node:url'
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node'
import { everyWeight, withWeight } from '../judgement/every-weight.ts'
import { outcomes, withPiece } from '../judgement/probes.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { type Mutant, mutants } from './mutants.ts'

/**
 * Moves each weight by 0.15 up and down and drops each entry of each list, and tells which of these no test notices: of
 * weights the probes of judgement, of entries the tests of their list. One entry of each list is dropped at a time, so
 * that a failing test tells which; what these tests let pass is tried alone, with those of mails, dossiers and forms as
 * well. Fails when something is left. A word behind it keeps to the lists whose names hold it: npm run mutate -- titles
 */
const OF_LISTS = ['test/knowledge/']
const OF_ALL = [
  ...OF_LISTS,
  'test/judgement/outcomes',
  'test/mail/',
  'test/dossier/',
  'test/documents/families.test',
]
/** Files that also measure how long something takes: on a busy machine they fail for no mutant's sake. */
const TIMED = /\/(?:mended|apart|received|parse)\.test\.ts$/
/** Of the tests of the probes one says what becomes of them all; the others move the weights themselves. */
const NOT_THEMSELVES = /^(?!.*no weight can move unseen)/
const CHANGES = [0.15, -0.15] as const

const wanted = process.argv[2] ?? ''
let dropped: readonly Mutant[] = []

const mutating = {
  name: 'mutant',
  enforce: 'pre',
  transform(source: string, id: string): string | null {
    const own = dropped.filter(({ file }) => file === id.split('?')[0])
    return own.length === 0 ? null : own.reduce((changed, one) => one.change(changed), source)
  },
} as const
const of = { root: fileURLToPath(new URL('../../', import.meta.url)), include: ['test/**/*.test.ts'] }
// A transform that was kept on disk would be that of another mutant.
const how = { config: false, watch: false, isolate: false, maxWorkers: 1, fsModuleCache: false } as const
const vitest = await createVitest(
  'test',
  { ...of, ...how, pool: 'threads', testTimeout: 60_000, reporters: [{}], provide: { postgres: null } },
  { plugins: [mutating] },
)
vitest.setGlobalTestNamePattern(NOT_THEMSELVES)

async function testsIn(files: readonly string[]): Promise<TestSpecification[]> {
  const found = await vitest.globTestSpecifications([...files])
  return found.filter(({ moduleId }) => !TIMED.test(moduleId))
}

/** The names of the tests that fail without some entries. A file that cannot be loaded fails as a whole, under ''. */
async function failing(tests: readonly TestSpecification[], without: readonly Mutant[]): Promise<string[]> {
  const files = new Set([...dropped, ...without].map(({ file }) => file))
  dropped = without
  for (const file of files) vitest.invalidateFile(file)
  const { testModules } = await vitest.runTestSpecifications([...tests])
  return testModules.flatMap(failedIn)
}

function failedIn(module: TestModule): string[] {
  if (module.errors().length > 0) return ['']
  return [...module.children.allTests('failed')].map(({ fullName }) => fullName)
}

/** One entry of each list, as often as the longest list is long. */
function rounds(all: readonly Mutant[]): Mutant[][] {
  const lists = [...Map.groupBy(all, ({ list }) => list).values()]
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? []))
}

function unseenWeights(): string[] {
  const told = (): string => JSON.stringify(outcomes(withPiece(sampleCall)))
  const before = told()
  return everyWeight().flatMap((path) =>
    CHANGES.filter((change) => withWeight(path, change, told) === before).map(
      (change) => `${path} ${change}`,
    ),
  )
}

async function unseenEntries(all: readonly Mutant[]): Promise<string[]> {
  const tests = await testsIn(OF_LISTS)
  const failed = await failing(tests, [])
  if (failed.length > 0) throw new Error(`as it is, this fails: ${failed.join(', ')}`)
  const alone: Mutant[] = []
  for (const round of rounds(all)) {
    const names = await failing(tests, round)
    alone.push(
      ...round.filter(({ list }) => names.includes('') || !names.some((name) => name.startsWith(list))),
    )
    process.stdout.write('.')
  }
  const every = await testsIn(OF_ALL)
  const unseen: string[] = []
  for (const one of alone) {
    process.stdout.write(`\nalone: ${one.list} ${one.entry}`)
    if ((await failing(every, [one])).length === 0) unseen.push(`${one.list} ${one.entry}`)
  }
  return unseen
}

const entries = (await mutants()).filter(({ list }) => list.includes(wanted))
const unseen = [...(wanted === '' ? unseenWeights() : []), ...(await unseenEntries(entries))]
await vitest.close()
const count = entries.length + (wanted === '' ? CHANGES.length * everyWeight().length : 0)
process.stdout.write(`\n${count - unseen.length} of ${count} mutants are noticed\n`)
for (const one of unseen) process.stdout.write(`No test notices: ${one}\n`)
process.exit(unseen.length === 0 ? 0 : 1)
