import { expect, it } from 'vitest'
import { type Instant, later } from '../../src/base/instant.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aService } from '../steps/a-service.ts'
import { unrelatedMail } from '../steps/an-unrelated-mail.ts'
import { AGENT, beside, bytesOf, RECEIVED } from './a-mailbox.ts'

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
  expect(await service.register.setAsideCounts()).toEqual({ unseen: 1, mayAsk: 0, changed: 0, lost: 0 })
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
  expect(await news(null)).toEqual({ withAttachments: 1, mayAsk: 0, changed: 0, lost: 0 })
  expect(await news(later(RECEIVED, 1))).toEqual({ withAttachments: 0, mayAsk: 0, changed: 0, lost: 0 })
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
  const { fetch, readOn } = await beside(service, new Map([[1, bytesOf(raw)]]))
  expect(await fetch()).toMatchObject([{ why: 'taken-in', fingerprint: mail.fingerprint }])
  expect(await fetch()).toEqual([])
  expect(await service.archive.has(mail.fingerprint)).toBe(true)
  await readOn(mail)
  const [taken] = await service.register.mails(null)
  expect(taken).toMatchObject({ fate: 'application', progress: 'settled' })
  expect(taken?.receipt?.receivedAt).toBe(RECEIVED)
  expect(taken?.decision).toMatchObject({ send: true })
  const record = await service.register.mail(mail.fingerprint)
  expect(record?.read?.triage).toMatchObject({ nature: 'submission', grounds: ['taken-in-by-staff'] })
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
  const { fetch } = await beside(service, new Map([[1, bytesOf(raw)]]))
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
  const { fetch } = await beside(service, mailbox)
  expect(await fetch()).toHaveLength(1)
  expect(await service.archive.has(mail.fingerprint)).toBe(false)
  expect(await service.register.setAsideCounts()).toEqual({ unseen: 0, mayAsk: 0, changed: 0, lost: 1 })
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
