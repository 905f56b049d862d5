import { readFileSync } from 'node:fs'

/** What a process has taken of the machine. */
export interface Use {
  readonly residentBytes: number
  /** Time of processors. */
  readonly milliseconds: number
}

const PAGE_BYTES = 4096
/** The kernel's clock for /proc has a hundred ticks a second, whatever its own. */
const TICK_MILLISECONDS = 10
const NONE: Use = { residentBytes: 0, milliseconds: 0 }

/**
 * Nothing where the system does not say, or the process is gone. The kernel answers at once: no thread need
 * wait for it.
 */
export function useOf(pid: number | undefined): Use {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is a name, which may hold blanks; those after it begin with the third.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const field = (number: number): number => Number(fields[number - 3])
    return {
      residentBytes: field(24) * PAGE_BYTES,
      milliseconds: (field(14) + field(15)) * TICK_MILLISECONDS,
    }
  } catch (error) {
    if (error instanceof Error) return NONE
    throw error
  }
}
