import { expect, it } from 'vitest'
import { fingerprintOf } from '../../src/adapters/archive/content.ts'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import type { Database } from '../../src/adapters/sql/connect.ts'
import { Room } from '../../src/app/room.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { WatchedFolder } from '../../src/evidence/evidence.ts'
import { RULES_EDITION } from '../../src/mail/rules-edition.ts'
import type { ToFetch } from '../../src/register/set-aside.ts'
import type { MailView } from '../../src/register/views.ts'
import { assemble } from '../../src/steps/assemble.ts'
import { fetchAgain, wantedAgain } from '../../src/steps/fetch-again.ts'
import { read } from '../../src/steps/read.ts'
import { reconsider } from '../../src/steps/reconsider.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from '../steps/a-service.ts'
import { unrelatedMail } from '../steps/an-unrelated-mail.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z' as Instant
const AGENT = { by: 'agent@interco.example', reason: 'candidature reconnue' }
const NOTHING = { add: async () => undefined, observe: () => undefined }
const CALLS = [sampleCall] as const

/** Everything of a life beside the mailbox; `mails`: what the mailbox shows, by UID. */
async function ports(service: SmallService, mails: ReadonlyMap<number, Uint8Array>) {
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
    uids: async () => [...mails.keys()],
    async *fetch(uids) {
      for (const uid of uids) {
        const raw = mails.get(uid)
        if (raw !== undefined) yield { uid, internalDate: RECEIVED, raw }
      }
    },
  }
  const shared = { ...service, jobs: NOTHING, observe: NOTHING.observe, calls: CALLS, lease, fingerprintOf }
  const reading = { ...shared, parser: createMailParser(), room: new Room(Number.POSITIVE_INFINITY) }
  return {
    shared,
    async fetch() {
      const wanted = await wantedAgain(shared)
      await fetchAgain(shared, wanted, async () => folder)
      return wanted
    },
    look: (mail: MailView) => reconsider(reading, mail.fingerprint, CALLS),
    async readOn(mail: MailView) {
      await read(reading, mail.fingerprint, CALLS)
      await assemble(reading, mail.fingerprint, CALLS)
      await service.concludeAll()
    },
  }
}

const bytesOf = (raw: string) => Buffer.from(raw.replace(/\r?\n/g, '\r\n'))

/** What a register of 0.1.0 knows of it. */
async function asOf010(database: Database, { fingerprint }: MailView): Promise<void> {
  await database
    .updateTable('set_aside')
    .set({ rules_edition: 1, attachments: null, kinds: null })
    .where('fingerprint', '=', fingerprint)
    .execute()
}

it('remembers time, size and kinds of attachments, those with attachments first, and no word of the mail', async () => {
  await using service = await aService()
  const pdf = await aPdf(['Facture de fournitures'])
  const withFiles = unrelatedMail('Facture secrete', [
    ['facture-secrete.pdf', 'application/pdf', pdf],
    ['releve-secret.pdf', 'application/pdf', pdf],
    ['notes.txt', 'text/plain', Buffer.from('fournitures')],
  ])
  const first = await service.take(withFiles, RECEIVED)
  await service.take(unrelatedMail('Rien de joint'), later(RECEIVED, 60_000))
  const { mails, total } = await service.register.setAside(0, 50)
  expect(total).toBe(2)
  expect(mails.map(({ attached }) => attached)).toEqual([{ pdf: 2, text: 1 }, {}])
  expect(mails[0]).toMatchObject({ receivedAt: RECEIVED, bytes: first.bytes, today: null, taken: null })
  expect(mails[0]?.sightings).toHaveLength(1)
  expect(await service.register.setAsideCounts()).toEqual({ unseen: 1, changed: 0, lost: 0 })
  const kept = JSON.stringify([
    await service.database.selectFrom('mail').selectAll().execute(),
    await service.database.selectFrom('set_aside').selectAll().execute(),
    await service.database.selectFrom('entry_detail').selectAll().execute(),
  ])
  for (const word of ['secret', 'fournisseur', 'Facture', 'fournitures']) expect(kept).not.toContain(word)
})

it('tells the digest what was put aside with attachments since the last one', async () => {
  await using service = await aService()
  await service.take(unrelatedMail('Un', [['a.txt', 'text/plain', Buffer.from('rien')]]), RECEIVED)
  const news = (since: Instant | null) => service.register.setAsideNews(sampleCall.id, since)
  expect(await news(null)).toEqual({ withAttachments: 1, changed: 0, lost: 0 })
  expect(await news(later(RECEIVED, 1))).toEqual({ withAttachments: 0, changed: 0, lost: 0 })
})

it('takes a mail in at its true time, whatever the rules say, and once', async () => {
  await using service = await aService()
  const raw = unrelatedMail('Facture', [['f.txt', 'text/plain', Buffer.from('rien')]])
  const mail = await service.take(raw, RECEIVED)
  await service.archive.forget(mail.fingerprint)
  await service.register.discarded(mail.fingerprint)
  service.clock.at = later(RECEIVED, 3_600_000)
  expect(await service.register.takeIn(mail.fingerprint, AGENT, service.clock.at)).toBe(true)
  expect(await service.register.takeIn(mail.fingerprint, AGENT, service.clock.at)).toBe(false)
  const { fetch, readOn } = await ports(service, new Map([[1, bytesOf(raw)]]))
  expect(await fetch()).toMatchObject([{ why: 'taken-in', fingerprint: mail.fingerprint }])
  expect(await fetch()).toEqual([])
  expect(await service.archive.has(mail.fingerprint)).toBe(true)
  await readOn(mail)
  const [taken] = await service.register.mails(null)
  expect(taken).toMatchObject({ fate: 'application', progress: 'settled' })
  expect(taken?.receipt?.receivedAt).toBe(RECEIVED)
  expect(taken?.decision).toMatchObject({ send: true })
  const record = await service.register.mail(mail.fingerprint)
  expect(record?.read?.triage).toEqual({ nature: 'submission', grounds: ['taken-in-by-staff'] })
  expect(await service.register.setAsideMail(mail.fingerprint)).toBeNull()
  // Read again, by whatever rules: the person's word stands.
  expect(await service.register.readAgain([mail.fingerprint], AGENT, service.clock.at)).toBe(1)
  await readOn(mail)
  expect((await service.register.mails(null))[0]?.fate).toBe('application')
  const story = await service.register.history(taken?.number ?? ('' as never))
  expect(story.find(({ type }) => type === 'mail.taken-in')?.detail).toMatchObject(AGENT)
})

it('a mail whose bytes are about to be taken away is not fetched meanwhile', async () => {
  await using service = await aService()
  const raw = unrelatedMail('Facture')
  const mail = await service.take(raw, RECEIVED)
  await service.database.updateTable('mail').set({ kept: 1 }).execute()
  await service.register.takeIn(mail.fingerprint, AGENT, service.clock.at)
  const { fetch } = await ports(service, new Map([[1, bytesOf(raw)]]))
  expect(await fetch()).toEqual([])
  await service.register.discarded(mail.fingerprint)
  expect(await fetch()).toHaveLength(1)
  // In hand again, it is discarded no more.
  expect(await service.register.toDiscard(mail.fingerprint)).toEqual([])
})

it('says when a taken mail lies in the mailbox no more, and takes it in when it is seen again', async () => {
  await using service = await aService()
  const raw = unrelatedMail('Facture')
  const mail = await service.take(raw, RECEIVED)
  await service.register.takeIn(mail.fingerprint, AGENT, service.clock.at)
  const mailbox = new Map<number, Uint8Array>([[1, bytesOf(unrelatedMail('Another under its number'))]])
  const { fetch } = await ports(service, mailbox)
  expect(await fetch()).toHaveLength(1)
  expect(await service.archive.has(mail.fingerprint)).toBe(false)
  expect(await service.register.setAsideCounts()).toEqual({ unseen: 0, changed: 0, lost: 1 })
  expect(await service.register.setAsideNews(sampleCall.id, null)).toMatchObject({ lost: 1 })
  expect(await fetch()).toEqual([])
  const clocks = { internalDate: RECEIVED, observedAt: RECEIVED, fileTime: null, postmark: null }
  const sighting = { account: 'a', folder: 'INBOX', uidValidity: '1', uid: 9 }
  const seen = { sighting, fingerprint: mail.fingerprint, bytes: raw.length, clocks }
  await service.register.recordSightings([seen], service.clock.at)
  await service.register.discarded(mail.fingerprint)
  mailbox.set(9, bytesOf(raw))
  expect(await fetch()).toHaveLength(1)
  expect(await service.archive.has(mail.fingerprint)).toBe(true)
})

it('looks again at what an earlier edition put aside in the season; a person adopts the difference or does not', async () => {
  await using service = await aService()
  const raw = unrelatedMail('Facture', [['f.txt', 'text/plain', Buffer.from('rien')]])
  const same = await service.take(raw, RECEIVED)
  const other = await service.take(application('Usine Verte'), later(RECEIVED, 1_000))
  const old = await service.take(unrelatedMail('Hors saison'), '2020-01-01T00:00:00.000Z')
  // As 0.1.0 would have left it, had its rules seen nothing in it.
  await service.database.deleteFrom('verdict').execute()
  for (const table of ['submission', 'decision', 'document', 'line', 'clue'] as const)
    await service.database.deleteFrom(table).execute()
  await service.database
    .updateTable('mail')
    .set({ fate: 'unrelated', number: null, parsed: null, sender: null })
    .where('fingerprint', '=', other.fingerprint)
    .execute()
  await service.database
    .insertInto('set_aside')
    .values({ fingerprint: other.fingerprint, rules_edition: 1, put_aside_at: RECEIVED })
    .execute()
  for (const mail of [same, other, old]) {
    await asOf010(service.database, mail)
    await service.archive.forget(mail.fingerprint)
    await service.register.discarded(mail.fingerprint)
  }
  const inbox = new Map([
    [1, bytesOf(raw)],
    [2, bytesOf(application('Usine Verte'))],
  ])
  const { fetch, look } = await ports(service, inbox)
  const wanted: readonly ToFetch[] = await fetch()
  expect(wanted.map(({ why }) => why)).toEqual(['second-look', 'second-look'])
  // A few at a time: no more are fetched before these were looked at; and a sweep leaves them in hand.
  expect(await fetch()).toEqual([])
  expect(await service.register.toDiscard()).toEqual([])
  expect(await service.register.unfinished(service.clock.at)).toEqual([])
  for (const mail of [same, other]) await look(mail)
  expect(await service.archive.has(other.fingerprint)).toBe(false)
  expect(await service.register.toDiscard()).toEqual([])
  const { mails } = await service.register.setAside(0, 50)
  expect(mails.map(({ fingerprint, today, attached }) => [fingerprint, today, attached])).toEqual([
    [other.fingerprint, 'submission', { text: 1 }],
    [same.fingerprint, null, { text: 1 }],
    [old.fingerprint, null, null],
  ])
  expect(await service.register.setAsideCounts()).toMatchObject({ changed: 1 })
  expect((await service.register.mails(null)).map(({ fate }) => fate)).toEqual(Array(3).fill('unrelated'))
  expect(await service.register.leaveAside(other.fingerprint, AGENT, service.clock.at)).toBe(true)
  expect(await service.register.leaveAside(other.fingerprint, AGENT, service.clock.at)).toBe(false)
  expect(await service.register.setAsideCounts()).toMatchObject({ changed: 0 })
  const row = await service.database.selectFrom('mail').select('parsed').execute()
  expect(row.every(({ parsed }) => parsed === null)).toBe(true)
})

it('a second look whose bytes are gone is made anew, and one that nobody survives is for a person', async () => {
  await using service = await aService()
  const raw = unrelatedMail('Facture')
  const mail = await service.take(raw, RECEIVED)
  await asOf010(service.database, mail)
  await service.archive.forget(mail.fingerprint)
  await service.register.discarded(mail.fingerprint)
  const { fetch, look } = await ports(service, new Map([[1, bytesOf(raw)]]))
  expect(await fetch()).toHaveLength(1)
  await service.archive.forget(mail.fingerprint)
  await look(mail)
  expect(await fetch()).toHaveLength(1)
  for (let deaths = 0; deaths < 4; deaths += 1)
    await service.register.countAttempt(mail.fingerprint, 1, service.clock.at)
  await look(mail)
  expect((await service.register.setAsideMail(mail.fingerprint))?.today).toBe('quarantined')
  expect(await fetch()).toEqual([])
  expect(RULES_EDITION).toBeGreaterThan(1)
})
