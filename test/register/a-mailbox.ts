import { fingerprintOf } from '../../src/adapters/archive/content.ts'
import type { Database } from '../../src/adapters/sql/connect.ts'
import { Company } from '../../src/app/company.ts'
import { Room } from '../../src/app/room.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { WatchedFolder } from '../../src/evidence/evidence.ts'
import type { MailView } from '../../src/register/views.ts'
import { fetchAgain } from '../../src/steps/fetch-again.ts'
import { ledgerOf } from '../../src/steps/ledger.ts'
import { read } from '../../src/steps/read.ts'
import { reconsider } from '../../src/steps/reconsider.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { KEY, type SmallService } from '../steps/a-service.ts'

export const RECEIVED = '2026-03-10T06:00:00.000Z' as Instant
export const AGENT = { by: 'agent@interco.example', reason: 'candidature reconnue' }
const NOTHING = { add: async () => undefined, observe: () => undefined }
const CALLS = [sampleCall] as const

/** Everything of a life beside the mailbox; `mails`: what the mailbox shows, by UID. */
export async function beside(service: SmallService, mails: ReadonlyMap<number, Uint8Array>) {
  const lease = await service.register.takeLease(
    'a',
    'test#1',
    service.clock.at,
    later(service.clock.at, 60_000),
  )
  if (lease === null) throw new Error('the mailbox is free')
  const folder: WatchedFolder = {
    account: 'a',
    folder: 'INBOX',
    uidValidity: '1',
    isJunk: false,
    nextUid: null,
    facts: async () => null,
    uids: async () => [...mails.keys()],
    async *fetch(uids) {
      for (const uid of uids) {
        const raw = mails.get(uid)
        if (raw !== undefined) yield { uid, internalDate: RECEIVED, raw }
      }
    },
  }
  const ledger = ledgerOf({ register: service.register, jobs: NOTHING }, CALLS)
  const shared = { ...service, ledger, jobs: NOTHING, observe: NOTHING.observe, lease, fingerprintOf }
  const reading = {
    ...shared,
    room: new Room(Number.POSITIVE_INFINITY),
    company: new Company(),
    key: KEY,
    signer: service.signer,
  }
  return {
    shared,
    async fetch() {
      const wanted = await ledger.wantedAgain({ account: lease.account })
      await fetchAgain(shared, wanted, async () => folder)
      return wanted
    },
    look: (mail: MailView) => reconsider(reading, mail.fingerprint, CALLS),
    async readOn(mail: MailView) {
      await read(reading, mail.fingerprint, CALLS)
      await service.concludeAll()
    },
  }
}

export const bytesOf = (raw: string) => Buffer.from(raw.replace(/\r?\n/g, '\r\n'))

/** What a register of 0.1.0 knows of it. */
export async function asOf010(database: Database, { fingerprint }: MailView): Promise<void> {
  await database
    .updateTable('set_aside')
    .set({ rules_edition: 1, attachments: null, kinds: null })
    .where('fingerprint', '=', fingerprint)
    .execute()
}
