import { expect, it } from 'vitest'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Fingerprint } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { SeenEvidence } from '../../src/register/intake.ts'
import { aDatabase } from '../steps/a-database.ts'
import { application, aService } from '../steps/a-service.ts'

const NOW = '2026-03-10T06:00:00.000Z' as Instant
const ACCOUNT = 'ami@interco.example'
/** Longer than any UIDVALIDITY: folders of a server that numbers nothing. */
const INBOX = '12345678901234567890'
const JUNK = '22345678901234567890'
const PRINTS = ['a', 'b', 'c'].map((letter) => Fingerprint.parse(letter.repeat(64)))

function seen(fingerprint: Fingerprint | undefined, uidValidity: string, uid: number): SeenEvidence {
  if (fingerprint === undefined) throw new Error('there are three')
  return {
    sighting: { account: ACCOUNT, folder: uidValidity === JUNK ? 'junkemail' : 'inbox', uidValidity, uid },
    fingerprint,
    bytes: 100,
    clocks: { internalDate: NOW, observedAt: NOW, fileTime: null, postmark: null },
    isJunk: uidValidity === JUNK,
  }
}

it('gives each id of a folder its number, in order, once, and to two who ask together the same', async () => {
  await using register = createSqlRegister(await aDatabase())
  expect(await register.numberMails(ACCOUNT, INBOX, ['x', 'y'])).toEqual([1, 2])
  expect(await register.numberMails(ACCOUNT, INBOX, ['y', 'z', 'x', 'z'])).toEqual([2, 3, 1, 3])
  expect(await register.numberMails(ACCOUNT, JUNK, ['x'])).toEqual([1])
  expect(await register.numberMails('autre@interco.example', INBOX, ['q', 'x'])).toEqual([1, 2])
  expect(await register.numberMails(ACCOUNT, INBOX, [])).toEqual([])
  const [one, other] = await Promise.all(
    [1, 2].map(() => register.numberMails(ACCOUNT, INBOX, ['p', 'X', 'r'])),
  )
  // Ids are told apart by small and capital letters.
  expect([one, other]).toEqual([
    [4, 5, 6],
    [4, 5, 6],
  ])
  const place = { account: ACCOUNT, folder: 'inbox', uidValidity: INBOX, uid: 5 }
  expect(await register.idOfMail(place)).toBe('X')
  expect(await register.idOfMail({ ...place, uid: 99 })).toBeNull()
})

it('a mail that was moved and comes in other bytes is the mail that is there; another one is new', async () => {
  await using register = createSqlRegister(await aDatabase())
  await register.numberMails(ACCOUNT, INBOX, ['x', 'y'])
  await register.numberMails(ACCOUNT, JUNK, ['x'])
  const [first, anew, another] = PRINTS
  expect(await register.recordSightings([seen(first, JUNK, 1)], NOW)).toEqual(['new'])
  expect(await register.recordSightings([seen(anew, INBOX, 1), seen(another, INBOX, 2)], NOW)).toEqual([
    'same-mail',
    'new',
  ])
  expect(await register.recordSightings([seen(anew, INBOX, 1)], NOW)).toEqual(['same-mail'])
  const mails = await register.mails(null)
  expect(mails.map(({ fingerprint, sightings }) => [fingerprint, sightings.length]).sort()).toEqual([
    [first, 2],
    [another, 1],
  ])
  // However the account is written: the id is the mail's.
  const renumbered = (await register.numberMails('AMI@interco.example', INBOX, ['x']))[0] ?? 0
  const capital = seen(anew, INBOX, renumbered)
  const otherwise = { ...capital, sighting: { ...capital.sighting, account: 'AMI@interco.example' } }
  expect(await register.recordSightings([otherwise], NOW)).toEqual(['same-mail'])
  const second = seen(PRINTS[0], INBOX, 2)
  const named = { ...second, fingerprint: Fingerprint.parse('d'.repeat(64)) }
  const again = { ...named, sighting: { ...named.sighting, folder: 'Boîte de réception' } }
  expect(await register.recordSightings([again], NOW)).toEqual(['same-mail'])
  // By IMAP a number says nothing of where else a mail lay: other bytes are another mail.
  const imap = (fingerprint: Fingerprint | undefined, uidValidity: string) => {
    const one = seen(fingerprint, INBOX, 1)
    return { ...one, sighting: { ...one.sighting, uidValidity } }
  }
  expect(await register.sawOtherwise(ACCOUNT, true)).toBe(false)
  expect(await register.sawOtherwise(ACCOUNT, false)).toBe(true)
  expect(await register.recordSightings([imap(anew, '77')], NOW)).toEqual(['new'])
  expect(await register.sawOtherwise(ACCOUNT, true)).toBe(true)
  expect(await register.sawOtherwise('autre@interco.example', true)).toBe(false)
})

it('bytes that another mail of the group has are not told as those of none', async () => {
  await using register = createSqlRegister(await aDatabase())
  await register.numberMails(ACCOUNT, INBOX, ['x', 'y'])
  await register.numberMails(ACCOUNT, JUNK, ['x'])
  const [first, anew] = PRINTS
  await register.recordSightings([seen(first, JUNK, 1)], NOW)
  expect(await register.recordSightings([seen(anew, INBOX, 1), seen(anew, INBOX, 2)], NOW)).toEqual([
    'copy',
    'new',
  ])
})

it('what is erased leaves no id, is no news wherever it lies, and its number is given to no other', async () => {
  await using service = await aService()
  const { register } = service
  const view = await service.take(application('Usine Verte'), NOW)
  const number = (await register.numberMails(ACCOUNT, INBOX, ['x']))[0] ?? 0
  await register.recordSightings([seen(view.fingerprint, INBOX, number)], NOW)
  const place = { account: ACCOUNT, folder: 'inbox', uidValidity: INBOX, uid: number }
  expect(await register.idOfMail(place)).toBe('x')
  if (view.number === null) throw new Error('an application has a number')
  await register.erase(view.number, { by: 'Agent', reason: 'fin de conservation' }, NOW)
  expect(await register.idOfMail(place)).toBeNull()
  expect(await register.numberMails(ACCOUNT, INBOX, ['y', 'x'])).toEqual([number + 1, null])
  expect(await register.numberMails(ACCOUNT, JUNK, ['x', 'z'])).toEqual([null, 1])
  const rows = await service.database.selectFrom('numbered_mail').selectAll().execute()
  expect(rows.map(({ remote_id }) => remote_id)).not.toContain('x')
})
