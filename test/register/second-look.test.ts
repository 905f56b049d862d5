import { expect, it } from 'vitest'
import { later } from '../../src/base/instant.ts'
import type { ToFetch } from '../../src/register/set-aside.ts'
import { application, aService } from '../steps/a-service.ts'
import { unrelatedMail } from '../steps/an-unrelated-mail.ts'
import { AGENT, asOf010, beside, bytesOf, RECEIVED } from './a-mailbox.ts'

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
  const { fetch, look } = await beside(service, inbox)
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
  const { fetch, look } = await beside(service, new Map([[1, bytesOf(raw)]]))
  expect(await fetch()).toHaveLength(1)
  await service.archive.forget(mail.fingerprint)
  await look(mail)
  expect(await fetch()).toHaveLength(1)
  for (let deaths = 0; deaths < 4; deaths += 1)
    await service.register.countAttempt(mail.fingerprint, 1, service.clock.at)
  await look(mail)
  expect((await service.register.setAsideMail(mail.fingerprint))?.today).toBe('quarantined')
  expect(await fetch()).toEqual([])
})
