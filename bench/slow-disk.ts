/**
 * What a command is started with so that each of its flushes takes as long as on a spinning disk: strace,
 * which stops it at these calls alone (--seccomp-bpf).
 */
export function onSlowDisk(flushMs: number): readonly string[] {
  if (flushMs === 0) return []
  const flushes = 'fsync,fdatasync'
  const delayed = `${flushes}:delay_enter=${flushMs * 1000}`
  return [
    'strace',
    '-f',
    '-q',
    '--seccomp-bpf',
    '-o',
    '/dev/null',
    '-e',
    `trace=${flushes}`,
    '-e',
    `inject=${delayed}`,
  ]
}
