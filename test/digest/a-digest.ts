import type { Instant } from '../../src/base/instant.ts'
import type { DigestApplication, DigestInput } from '../../src/digest/digest.ts'
import { sampleCall } from '../mail/sample-call.ts'

const at = (text: string): Instant => text as Instant

/** A day on which nothing is new and nothing waits. */
export const QUIET: DigestInput = {
  call: sampleCall,
  now: at('2026-03-18T08:00:00.000Z'),
  applications: [],
  held: [],
  deliveries: [],
  quarantined: [],
  inquiries: [],
  alike: [],
  setAside: { withAttachments: 0, mayAsk: 0, changed: 0, lost: 0 },
  balance: { mails: 12, fates: { application: 2, unrelated: 10 }, unexplained: 0 },
  head: { size: 1234, root: '4f'.repeat(32), at: '2022-11-23T11:59:00.000Z' as Instant },
  alarms: [],
}

export const APPLICATION: DigestApplication = {
  number: 'TD26-7K4QX',
  who: 'Usine Verte (TD26-7K4QX)',
  sectors: ['numerique'],
  receivedAt: at('2026-03-17T08:00:00.000Z'),
  timeliness: 'on_time',
  completeness: 'incomplete',
  missing: ['project'],
  unclear: ['signature'],
  proposals: 0,
  isNew: true,
}

/** One of each thing that staff can be told. */
export const BUSY: DigestInput = {
  ...QUIET,
  applications: [{ ...APPLICATION, timeliness: 'contested', sectors: [], proposals: 2 }],
  held: [
    {
      who: 'Usine Verte (TD26-7K4QX)',
      reason: '08-robot-address',
      since: at('2026-03-17T08:00:00.000Z'),
    },
  ],
  deliveries: [
    {
      who: 'SCIC du Volcan (TD26-9P3RS)',
      state: 'bounced',
      since: at('2026-03-17T09:00:00.000Z'),
      phone: '0692 00 00 00',
    },
  ],
  quarantined: [
    {
      who: 'Courriel mis à l’écart – scan@structure.example',
      fingerprint: 'ab'.repeat(32),
      receivedAt: at('2026-03-17T10:00:00.000Z'),
      code: 'unreadable',
    },
  ],
  alike: [{ who: 'SCIC du Volcan (TD26-9P3RS)', others: ['TD26-7K4QX'] }],
  inquiries: [
    {
      who: 'Question ou désistement – gaelle@structure.example, « Pièces »',
      fingerprint: 'cd'.repeat(32),
      receivedAt: at('2026-03-17T10:00:00.000Z'),
    },
  ],
  setAside: { withAttachments: 3, mayAsk: 2, changed: 1, lost: 1 },
  balance: { mails: 13, fates: { application: 2, unrelated: 10 }, unexplained: 1 },
  alarms: ['La boîte n’est plus joignable depuis 20 minutes.'],
}
