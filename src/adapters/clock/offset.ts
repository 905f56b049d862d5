import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ANSWER_WITHIN_MS = 3_000
/**
 * In chronyc's machine-readable line: the reference's name, and what must be added to the system's time to
 * get the true one.
 */
const REFERENCE = 0
const CORRECTION_SECONDS = 4
const NOBODY = '00000000'

/** Where chronyd listens to chronyc. */
const CHRONY_PORT = 323

/** How far this machine's clock is ahead of true time, in milliseconds; null when no time service can say. */
export async function clockOffset(port = CHRONY_PORT): Promise<number | null> {
  try {
    const { stdout } = await run(
      '/usr/bin/chronyc',
      ['-n', '-c', '-h', '127.0.0.1', '-p', String(port), 'tracking'],
      { timeout: ANSWER_WITHIN_MS },
    )
    return offsetIn(stdout)
  } catch {
    // No chrony here, or it does not answer: nobody can say, and the caller says so.
    return null
  }
}

/** From `chronyc -c tracking`. Null while chrony has no reference, or for anything else. */
export function offsetIn(line: string): number | null {
  const fields = line.trim().split(',')
  const correction = Number(fields[CORRECTION_SECONDS])
  if (
    fields[REFERENCE] === NOBODY ||
    fields[CORRECTION_SECONDS] === undefined ||
    !Number.isFinite(correction)
  )
    return null
  return Math.round(-correction * 1000)
}
