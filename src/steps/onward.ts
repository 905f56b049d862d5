import type { Fingerprint } from '../base/ids.ts'
import type { Progress } from '../register/mail-record.ts'
import type { Jobs } from './jobs.ts'

/** The hint that takes a mail further from where the register says it is. */
export async function onward(jobs: Jobs, fingerprint: Fingerprint, progress: Progress): Promise<void> {
  switch (progress) {
    case 'received':
      return jobs.add('read', { fingerprint }, 'backlog')
    case 'read':
      return jobs.add('assemble', { fingerprint })
    case 'assembled':
      return jobs.add('conclude', { fingerprint })
    case 'settled':
    case 'quarantined':
      return
  }
}
