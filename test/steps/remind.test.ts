import { expect, it } from 'vitest'
import { forbiddenExpressions } from '../../src/acknowledgement/mentions.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { remind } from '../../src/steps/remind.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

const DEADLINE = '2026-03-20T12:00:00.000Z' as Instant
const hoursBefore = (hours: number): Instant => later(DEADLINE, -hours * 3_600_000)
const WITH_REMINDER: Call = {
  ...sampleCall,
  acknowledgement: { ...sampleCall.acknowledgement, reminderHoursBefore: 48 },
}
const jobs = { add: async () => undefined }

async function remindAt(service: SmallService, hours: number, call: Call = WITH_REMINDER): Promise<number> {
  service.clock.at = hoursBefore(hours)
  const before = service.caught.length
  await remind({ ...service, jobs }, [call])
  await service.send()
  return service.caught.length - before
}

it('reminds once, a set time before the deadline, in the thread of the acknowledgement', async () => {
  await using service = await aService(WITH_REMINDER)
  await service.take(application('Usine Verte'), hoursBefore(100))
  await service.send()
  expect(await remindAt(service, 48.01)).toBe(0)
  expect(await remindAt(service, 48)).toBe(1)
  expect(await remindAt(service, 24)).toBe(0)
  const [acknowledgement, reminder] = service.caught.map(({ letter }) => letter)
  expect(reminder?.inReplyTo).toBe(acknowledgement?.messageId)
  expect(reminder?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
  const text = reminder?.text.replace(/\s+/g, ' ') ?? ''
  expect(text).toContain('Non détecté : une présentation de la structure')
  expect(text).toContain('jusqu’au vendredi 20 mars 2026')
  expect(forbiddenExpressions(text)).toEqual([])
})

it('reminds nobody when the call does not ask for it, or after the deadline', async () => {
  await using service = await aService(WITH_REMINDER)
  await service.take(application('Usine Verte'), hoursBefore(100))
  await service.send()
  expect(await remindAt(service, 10, sampleCall)).toBe(0)
  expect(await remindAt(service, 0)).toBe(0)
  expect(await remindAt(service, -1)).toBe(0)
})

it('reminds neither a held sender, nor one whose acknowledgement bounced or did not leave', async () => {
  await using service = await aService(WITH_REMINDER)
  await service.take(
    application('Usine Tenue', { headers: 'Auto-Submitted: auto-generated\n' }),
    hoursBefore(100),
  )
  await service.take(application('Usine Perdue'), hoursBefore(99))
  await service.send()
  await service.take(
    `Return-Path: <>\nFrom: MAILER-DAEMON@relais.example\nTo: ${service.caught[0]?.letter.envelopeFrom}\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n`,
    hoursBefore(98),
  )
  service.answers = { kind: 'refused', reply: '550 5.1.1' }
  await service.take(application('Usine Refusée'), hoursBefore(97))
  await service.send()
  service.answers = { kind: 'accepted', reply: '250' }
  expect(await remindAt(service, 24)).toBe(0)
})

it('paces its reminders, so that they never stand before acknowledgements', async () => {
  await using service = await aService({
    ...WITH_REMINDER,
    acknowledgement: { ...WITH_REMINDER.acknowledgement, perHour: 100 },
  })
  for (const letter of 'abcdefghijkl')
    await service.take(application(`Usine ${letter}${letter}`), hoursBefore(100))
  await service.send()
  expect(await remindAt(service, 24)).toBe(10)
  expect(await remindAt(service, 23.9)).toBe(0)
  expect(await remindAt(service, 23.5)).toBe(2)
  expect(await remindAt(service, 23)).toBe(0)
})

it('a robot that sends the reminder back without headers is not answered', async () => {
  await using service = await aService(WITH_REMINDER)
  await service.take(application('Usine Verte'), hoursBefore(100))
  await service.send()
  await remindAt(service, 24)
  const text = service.caught.at(-1)?.letter.text ?? ''
  const echo = `Return-Path: <contact@usineverte.example>\nFrom: contact@usineverte.example\nTo: ami@interco.example\nSubject: Rappel\nContent-Type: text/plain; charset=utf-8\n\n${text}`
  expect((await service.take(echo, hoursBefore(23))).decision).toMatchObject({ send: false })
})
