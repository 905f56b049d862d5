import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LIVE = 'test/live/**/*.test.ts'
/** They measure how long something takes, how much memory it holds, or need the machine's clock for themselves. */
const ALONE = ['clock', 'hostile', 'large-mailbox', 'machines', 'robots', 'rush'].map(
  (name) => `test/live/${name}.test.ts`,
)
/** Minutes of deaths at every arrow and of waiting for servers are for `npm run test:faults`, which sets it. */
const FAULTS_ONLY =
  process.env['CRASH_PAIRS'] === undefined
    ? ['arrows', 'login-troubles', 'mailbox-troubles'].map((name) => `test/live/${name}.test.ts`)
    : []
/** What takes minutes begins, so that the rest fills the cores meanwhile. */
const FIRST = [
  'odd-servers.test.ts',
  'soak.test.ts',
  'kill.test.ts',
  'golden.test.ts',
  'never-forgotten.test.ts',
]
/**
 * Live tests wait nine tenths of their time, for servers, polls and back-off; the others work. Side by side they share the
 * cores, three files to each.
 */
const SIDE_BY_SIDE = 3 * availableParallelism()

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      FIRST.includes(basename(moduleId)) ? FIRST.indexOf(basename(moduleId)) : FIRST.length
    return (await super.sort(files)).sort((left, right) => rank(left) - rank(right))
  }
}

/**
 * unit: no server. postgres: what the register promises to the steps, the same tests again over a PostgreSQL of their
 * own. live: real Dovecot, Redis and processes. alone: those that bear no company, one after the other, behind the rest.
 */
export default defineConfig({
  test: {
    maxWorkers: SIDE_BY_SIDE,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/live/**', 'test/image/**', 'test/deb/**'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          maxWorkers: SIDE_BY_SIDE,
          provide: { postgres: null },
        },
      },
      {
        test: {
          name: 'postgres',
          include: [
            'test/steps/**/*.test.ts',
            'test/register/**/*.test.ts',
            'test/console/console.test.ts',
            'test/proof/register.test.ts',
          ],
          globalSetup: ['test/steps/on-postgres.ts'],
          testTimeout: 360_000,
          hookTimeout: 60_000,
          maxWorkers: SIDE_BY_SIDE,
        },
      },
      {
        test: {
          name: 'live',
          include: [LIVE],
          exclude: [...ALONE, ...FAULTS_ONLY],
          testTimeout: 480_000,
          hookTimeout: 60_000,
          maxWorkers: SIDE_BY_SIDE,
          provide: { postgres: null },
        },
      },
      {
        test: {
          name: 'alone',
          include: ALONE,
          testTimeout: 480_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          provide: { postgres: null },
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'image',
          include: ['test/image/**/*.test.ts'],
          testTimeout: 1_200_000,
          provide: { postgres: null },
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'deb',
          include: ['test/deb/**/*.test.ts'],
          globalSetup: ['test/deb/a-package.ts'],
          testTimeout: 1_200_000,
          fileParallelism: false,
          provide: { postgres: null },
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
