import { defineConfig } from 'vitest/config'

/**
 * unit: no server, seconds. postgres: what the register promises to the steps, the same tests again over a PostgreSQL
 * of their own. live: real Dovecot, Redis and processes, one file after the other.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/live/**', 'test/image/**'],
          testTimeout: 30_000,
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
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'live',
          include: ['test/live/**/*.test.ts'],
          // Minutes of deaths at every arrow and of waiting for servers are for `npm run test:faults`, which sets it.
          exclude:
            process.env['CRASH_PAIRS'] === undefined
              ? ['test/live/arrows.test.ts', 'test/live/mailbox-troubles.test.ts']
              : [],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          provide: { postgres: null },
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'image',
          include: ['test/image/**/*.test.ts'],
          testTimeout: 1_200_000,
          provide: { postgres: null },
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
