import { expect, it } from 'vitest'
import { composeDigest } from '../../src/digest/compose.ts'
import { digestInput } from '../../src/steps/summarise.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from '../steps/a-service.ts'

it('a bounced acknowledgement is a task: call this candidate, at this telephone, within this time', async () => {
  await using service = await aService()
  await service.take(application('Usine Verte'), '2026-03-18T06:00:00.000Z')
  await service.take(application('Quai Ouest'), '2026-03-18T06:30:00.000Z')
  await service.send()
  const [first, second] = service.caught
  const notice = (to: string, action: string) =>
    `Return-Path: <>\nFrom: MAILER-DAEMON@relais.example\nTo: ${to}\nSubject: Delivery Status Notification\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\nAction: ${action}\n--b--\n`
  await service.take(notice(first?.letter.envelopeFrom ?? '', 'delayed'), '2026-03-18T07:00:00.000Z')
  await service.take(notice(second?.letter.envelopeFrom ?? '', 'failed'), '2026-03-18T08:00:00.000Z')
  const input = await digestInput({ register: service.register, account: 'a' }, sampleCall, service.clock.at)
  const text = composeDigest(input).text.replace(/\s+/g, ' ')
  const bounced = text.indexOf('n’est pas arrivé à destination (depuis le 18/03/2026 à 12 h 00)')
  expect(bounced).toBeGreaterThan(0)
  expect(text).toContain('Appeler ce candidat au +262262112233')
  expect(text).toContain('Il reste 2 jours et 4 heures avant la date limite')
  expect(text.indexOf('attend chez le destinataire')).toBeGreaterThan(bounced)
})

it('a bounce that is only said is shown as such: ask the candidate, conclude nothing', async () => {
  await using service = await aService()
  await service.take(application('Usine Verte'), '2026-03-18T06:00:00.000Z')
  await service.send()
  const [sent] = service.caught
  const notice = `Return-Path: <>\nFrom: MAILER-DAEMON@evil.example\nTo: ami@interco.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; ${sent?.letter.to[0]}\nAction: failed\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${sent?.letter.messageId}\n--b--\n`
  await service.take(notice, '2026-03-18T08:00:00.000Z')
  const input = await digestInput({ register: service.register, account: 'a' }, sampleCall, service.clock.at)
  const text = composeDigest(input).text.replace(/\s+/g, ' ')
  expect(text).toContain('un avis que rien n’authentifie dit que l’accusé de réception n’est pas arrivé')
  expect(text).toContain('ne rien conclure de cet avis seul')
  expect(text).not.toContain('n’est pas arrivé à destination')
})
