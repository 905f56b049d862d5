import { readFileSync, statSync } from 'node:fs'
import { hostname } from 'node:os'

/** Drawn by the kernel at each start of a machine (proc_sys_kernel(5)). */
const BOOT_ID = '/proc/sys/kernel/random/boot_id'

/**
 * What tells who holds a locked file: this machine since its start, and the file itself, not its name. A
 * copied data folder, and a machine that was cloned, is somebody else; a service that was killed and comes
 * back is not.
 */
export function holderOf(path: string): string {
  const { dev, ino } = statSync(path)
  return `${bootId()}:${dev}:${ino}`
}

function bootId(): string {
  try {
    return readFileSync(BOOT_ID, 'utf8').trim()
  } catch {
    // Not Linux: its name has to do.
    return hostname()
  }
}
