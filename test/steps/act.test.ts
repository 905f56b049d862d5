import { expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { composeDigest } from '../../src/digest/compose.ts'
import { rectify, release } from '../../src/steps/act.ts'
import { digestInput } from '../../src/steps/summarise.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const AFTER = '2026-03-10T09:00:00.000Z' as Instant
const WANTED = { by: 'Agent A', reason: 'copieur de l’accueil', to: null }

/** An application that a copier sent: held, because a robot may not be answered. */
const held = () => application('Usine Verte', { headers: 'Auto-Submitted: auto-generated\n' })

async function digestText(service: SmallService): Promise<string> {
  const input = await digestInput({ register: service.register, account: 'a' }, sampleCall, service.clock.at)
  return composeDigest(input).text.replace(/\s+/g, ' ')
}

const events = (service: SmallService, type: string) =>
  service.database.selectFrom('event').selectAll().where('type', '=', type).execute()

it('a held acknowledgement leaves as a person’s letter, with who and why in the history', async () => {
  await using service = await aService()
  const mail = await service.take(held(), RECEIVED)
  expect(mail.decision).toMatchObject({ send: false, held: true })
  expect(await digestText(service)).toContain('accusé de réception à envoyer vous-même, avant le 11/03/2026')
  service.clock.at = AFTER
  await release(service, [sampleCall], mail.number ?? '', WANTED)
  await service.send()
  const [sent] = service.caught
  expect(sent?.letter.to).toEqual(['contact@usineverte.example'])
  expect(sent?.letter.headers).not.toHaveProperty('Auto-Submitted')
  expect(sent?.letter.subject.startsWith('Accusé de réception')).toBe(true)
  expect(sent?.letter.text.replace(/\s+/g, ' ')).toContain('mardi 10 mars 2026 à 10 h 00 min 00 s')
  const [event] = await events(service, 'letter.released')
  expect(JSON.parse(event?.detail ?? '')).toEqual({ by: 'Agent A', reason: 'copieur de l’accueil' })
  expect(await digestText(service)).not.toContain('à envoyer vous-même')
})

it('is released once, and again only to another address after it bounced', async () => {
  await using service = await aService()
  const mail = await service.take(held(), RECEIVED)
  await release(service, [sampleCall], mail.fingerprint.slice(0, 10), WANTED)
  await expect(release(service, [sampleCall], mail.number ?? '', WANTED)).rejects.toMatchObject({
    code: 'nothing-held',
  })
  await service.send()
  const notice = `Return-Path: <>\nFrom: MAILER-DAEMON@relais.example\nTo: ${service.caught[0]?.letter.envelopeFrom}\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n`
  await service.take(notice, '2026-03-10T10:00:00.000Z')
  await release(service, [sampleCall], mail.number ?? '', { ...WANTED, to: 'direction@usineverte.example' })
  await service.send()
  expect(service.caught.map(({ letter }) => letter.to[0])).toEqual([
    'contact@usineverte.example',
    'direction@usineverte.example',
  ])
  expect(new Set(service.caught.map(({ letter }) => letter.messageId)).size).toBe(2)
  expect((await service.letters()).map((letter) => letter.state)).toEqual(['bounced', 'sent'])
})

it('a mail that nobody could read is held too: a person names the address, a number is drawn', async () => {
  await using service = await aService()
  const mail = await service.take('no header field at all', RECEIVED)
  expect(mail.progress).toBe('quarantined')
  expect(await digestText(service)).toContain(
    `en faire accuser réception par l’exploitant (repère ${mail.fingerprint.slice(0, 12)}), avant le 11/03/2026`,
  )
  await expect(release(service, [sampleCall], mail.fingerprint, WANTED)).rejects.toMatchObject({
    code: 'usage',
  })
  await release(service, [sampleCall], mail.fingerprint, { ...WANTED, to: 'direction@usineverte.example' })
  await service.send()
  const text = service.caught[0]?.letter.text.replace(/\s+/g, ' ')
  expect(text).toContain('Il n’a pas pu être lu automatiquement')
  expect(text).toMatch(/Référence : TD26-[2-9A-Z]{5}/)
  expect(await digestText(service)).not.toContain('mis à l’écart, reçu')
})

it('a question is acknowledged by a person too, with no word of a dossier, and opens no application', async () => {
  await using service = await aService()
  const question = `Return-Path: <contact@usineverte.example>\nFrom: contact@usineverte.example\nTo: ami@interco.example\nSubject: Question sur l'AMI\nMessage-ID: <q@usineverte.example>\n\nBonjour, une association peut-elle répondre à l'appel Territoires d'industrie ?\n`
  const mail = await service.take(question, RECEIVED)
  expect([mail.fate, mail.decision]).toEqual([
    'inquiry',
    { send: false, held: true, reason: '12-not-an-application' },
  ])
  expect(await digestText(service)).toContain(
    `en faire accuser réception par l’exploitant (repère ${mail.fingerprint.slice(0, 12)}), avant le 11/03/2026 à 23 h 59`,
  )
  await release(service, [sampleCall], mail.fingerprint.slice(0, 12), WANTED)
  await service.send()
  const letter = service.caught[0]?.letter
  const text = letter?.text.replace(/\s+/g, ' ') ?? ''
  expect(letter?.to).toEqual(['contact@usineverte.example'])
  expect(text).toContain('accuse réception de votre message. Un agent en prend connaissance.')
  expect(text).toContain('mardi 10 mars 2026 à 10 h 00 min 00 s')
  expect(text).not.toMatch(/contrôle|décision de rejet|association peut-elle/)
  expect(await service.register.applications(sampleCall.id)).toEqual([])
  expect(await digestText(service)).toContain('Rien de nouveau')
  await expect(release(service, [sampleCall], mail.fingerprint, WANTED)).rejects.toMatchObject({
    code: 'nothing-held',
  })
})

it('after one working day the digest asks without delay, after ten it says that the time is over', async () => {
  await using service = await aService()
  await service.take(held(), RECEIVED)
  service.clock.at = '2026-03-12T06:00:00.000Z' as Instant
  expect(await digestText(service)).toContain('sans attendre, au plus tard le 24/03/2026 à 23 h 59')
  service.clock.at = '2026-03-25T06:00:00.000Z' as Instant
  expect(await digestText(service)).toContain('sans attendre : le délai a pris fin le 24/03/2026')
})

it('a rectifying acknowledgement names the one it corrects; the old receipt stays beside the new one', async () => {
  await using service = await aService()
  const late = '2026-03-20T12:30:00.000Z'
  const mail = await service.take(application('Usine Verte'), late)
  expect(mail.verdict?.timeliness).toBe('late')
  await service.send()
  service.clock.at = '2026-03-21T06:00:00.000Z' as Instant
  const right = '2026-03-20T11:58:00.000Z' as Instant
  await rectify(service, [sampleCall], mail.number ?? '', right, { ...WANTED, reason: 'panne du relais' })
  await service.send()
  const [first, second] = service.caught.map(({ letter }) => letter)
  const text = second?.text.replace(/\s+/g, ' ') ?? ''
  expect(second?.subject).toContain('Accusé de réception rectificatif')
  expect(text).toContain('rectifie et remplace celui du vendredi 20 mars 2026')
  expect(text).toContain('qui indiquait une réception le vendredi 20 mars 2026 à 16 h 30 min 00 s')
  expect(text).toContain('Reçu le : vendredi 20 mars 2026 à 15 h 58 min 00 s')
  expect(text).toContain((first?.messageId ?? '').replace(/[<>]/g, ''))
  expect(second?.inReplyTo).toBe(first?.messageId)
  expect(second?.messageId).not.toBe(first?.messageId)
  const [old] = await service.database.selectFrom('correction').selectAll().execute()
  expect(JSON.parse(old?.receipt ?? '')).toMatchObject({ receivedAt: late })
  const [event] = await events(service, 'receipt.corrected')
  expect(JSON.parse(event?.detail ?? '')).toMatchObject({
    by: 'Agent A',
    reason: 'panne du relais',
    from: late,
    to: right,
  })
})

it('after a correction the application is judged again, and not acknowledged again', async () => {
  await using service = await aService()
  const mail = await service.take(application('Usine Verte'), '2026-03-20T12:30:00.000Z')
  await service.send()
  await rectify(service, [sampleCall], mail.number ?? '', '2026-03-20T11:58:00.000Z' as Instant, WANTED)
  await service.concludeAll()
  await service.send()
  const [application_] = await service.register.applications(sampleCall.id)
  expect(application_?.verdict.timeliness).toBe('on_time')
  expect(application_?.receivedAt).toBe('2026-03-20T11:58:00.000Z')
  expect(service.caught).toHaveLength(2)
})

it('a corrected time places the mail anew: the one that came first opened the application', async () => {
  await using service = await aService()
  const first = await service.take(application('Usine Verte'), RECEIVED)
  const more = application('Usine Verte', { id: 'm2' }).replace('0262 11 22 33', '0262 44 55 66')
  const second = await service.take(more, '2026-03-10T08:00:00.000Z')
  expect([first.fate, second.fate]).toEqual(['application', 'supplement'])
  await service.send()
  const earlier = '2026-03-10T05:00:00.000Z' as Instant
  await rectify(service, [sampleCall], second.fingerprint, earlier, WANTED)
  await service.concludeAll()
  await service.send()
  const [one, ...others] = await service.register.applications(sampleCall.id)
  expect(others).toEqual([])
  expect([one?.number, one?.receivedAt]).toEqual([first.number, earlier])
  expect(one?.mails.map(({ fingerprint, fate }) => [fingerprint, fate])).toEqual([
    [second.fingerprint, 'application'],
    [first.fingerprint, 'supplement'],
  ])
  expect(service.caught, 'two acknowledgements and the one that corrects the second').toHaveLength(3)
})

it('a held mail that is concluded again stays in the hands of whoever holds it', async () => {
  await using service = await aService()
  service.breakerAt = 1
  await service.take(application('Usine Une'), RECEIVED)
  await service.take(application('Usine Deux'), RECEIVED)
  await service.send()
  const mail = await service.take(application('Usine Tenue'), '2026-03-10T06:05:00.000Z')
  expect(mail.decision).toMatchObject({ held: true, reason: '15-breaker' })
  await service.register.resume('Agent A', service.clock.at)
  const id = await rectify(service, [sampleCall], mail.number ?? '', RECEIVED as Instant, WANTED)
  expect(id).toBeNull()
  await service.concludeAll()
  expect((await service.letters()).filter((letter) => letter.number === mail.number)).toEqual([])
  expect(await digestText(service)).toContain('accusé de réception à envoyer vous-même')
})

it('refuses a moment in the future, and an application that is not there', async () => {
  await using service = await aService()
  const mail = await service.take(application('Usine Verte'), RECEIVED)
  const future = '2027-01-01T00:00:00.000Z' as Instant
  await expect(rectify(service, [sampleCall], mail.number ?? '', future, WANTED)).rejects.toMatchObject({
    code: 'usage',
  })
  await expect(rectify(service, [sampleCall], 'TD26-22222', AFTER, WANTED)).rejects.toMatchObject({
    code: 'usage',
  })
})

it('an acknowledgement that is due to the candidate never goes to the colleague who passed the mail on', async () => {
  await using service = await aService()
  const passedOn = application('Usine Verte').replace(
    /^From: .*$/m,
    'From: Accueil <accueil@interco.example>',
  )
  const mail = await service.take(passedOn, RECEIVED)
  expect(mail.decision).toMatchObject({ send: false, reason: '11-internal-sender' })
  await expect(release(service, [sampleCall], mail.fingerprint, WANTED)).rejects.toMatchObject({
    code: 'usage',
  })
  const colleague = { ...WANTED, to: 'accueil@eco.interco.example' }
  await expect(release(service, [sampleCall], mail.fingerprint, colleague)).rejects.toMatchObject({
    code: 'colleague-address',
  })
  await release(service, [sampleCall], mail.fingerprint, { ...WANTED, to: 'direction@usineverte.example' })
  expect((await service.letters()).map(({ letter }) => letter.to)).toEqual([['direction@usineverte.example']])
})
