/**
 * What V8 is told for each kind of process. Kept in one place because Node keeps what it compiled apart for
 * each set of these: `bin/compile.mjs` compiles for all of them.
 */

/** Processes that wait more than they work: measured together when idle, 376 MB instead of 503. */
export const WAITING = ['--max-semi-space-size=2', '--optimize-for-size'] as const

/** The pipeline works: with a young generation so small it spends a third of its time in collecting. */
export const WORKING = ['--max-semi-space-size=16'] as const

/**
 * The system's authorities are trusted as Node's own, and read with the first connection that asks for them:
 * told to trust them later, a process reads them all at its start, which takes an eighth of a second.
 */
export const TRUSTING = ['--use-system-ca'] as const

/** A reader’s heap in megabytes: pdfjs, asked for a second opinion on 300 pages, peaks at 150. */
const READER_HEAP = 256
/**
 * Its young part: with V8’s own choice what one file left stands beside the next, and a reader takes 50 MB
 * more.
 */
const READER_YOUNG = 4

/**
 * An expression is compiled once: for an interpreter first, and then again, takes longer than what is read
 * with it.
 */
export const READING = [
  `--max-old-space-size=${READER_HEAP}`,
  `--max-semi-space-size=${READER_YOUNG}`,
  '--no-regexp-tier-up',
  '--expose-gc',
] as const

export const ENGINES = [[], WAITING, WORKING, READING] as const

/**
 * What the C library is told: one arena, and pages of their own for what is large, which the system has back
 * when it is freed. Left to itself it keeps them: a reader was worn after fifteen mails, and each start costs
 * as much as thirty.
 */
export const GIVEN_BACK = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '1048576',
} as const
