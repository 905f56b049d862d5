import { expect, it } from 'vitest'
import { handlesIn, taggedAddress, tagOf } from '../../src/acknowledgement/envelope.ts'
import { OutboxId } from '../../src/base/ids.ts'
import { application, aService, KEY, type SmallService } from './a-service.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const LATER = '2026-03-10T07:00:00.000Z'

/** An applicant whose acknowledgement went out. */
async function acknowledged(): Promise<{
  service: SmallService
  envelopeFrom: string
  messageId: string
  envelopeId: string
}> {
  const service = await aService()
  await service.take(application('Usine Verte'), RECEIVED)
  await service.send()
  const [sent] = service.caught
  if (sent === undefined) throw new Error('no acknowledgement went out')
  return {
    service,
    envelopeFrom: sent.letter.envelopeFrom,
    messageId: sent.letter.messageId,
    envelopeId: sent.envelopeId,
  }
}

function report(to: string, action: string, status: string, inside: string, envelopeId = ''): string {
  return `Return-Path: <>
From: MAILER-DAEMON@relais.example (Mail Delivery System)
To: ${to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn1@relais.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

This is the mail system at host relais.example.
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; relais.example
${envelopeId === '' ? '' : `Original-Envelope-Id: ${envelopeId}\n`}
Final-Recipient: rfc822; contact@usineverte.example
Action: ${action}
Status: ${status}
--b1
Content-Type: text/rfc822-headers

From: ami@interco.example
${inside}
Subject: Accuse de reception
--b1--
`
}

const state = async (service: SmallService) => {
  const [letter] = await service.letters()
  return { state: letter?.state, arrival: letter?.arrival ?? null }
}

it('signs the envelope address and asks notices to quote the same tag', async () => {
  const { service, envelopeFrom, envelopeId } = await acknowledged()
  await using _ = service
  expect(envelopeFrom).toBe(taggedAddress('retours@interco.example', envelopeId))
  expect(envelopeId).toMatch(/^[a-z0-9]{20}$/)
})

it('knows a tag in any case, and no tag that another key signed', () => {
  const id = OutboxId.parse(`acknowledgement-${'ab'.repeat(32)}`)
  const tag = tagOf(id, KEY)
  expect(handlesIn(`RETOURS+${tag.toUpperCase()}@INTERCO.EXAMPLE`, KEY)).toEqual([tag.slice(0, 10)])
  expect(handlesIn(`retours+${tagOf(id, 'another key of some length')}@interco.example`, KEY)).toEqual([])
  expect(handlesIn(`retours+${tag.slice(0, 19)}a@interco.example`, KEY).length).toBeLessThanOrEqual(
    tag.endsWith('a') ? 1 : 0,
  )
})

it.each([
  ['the signed address it was sent to', (known: Known) => report(known.envelopeFrom, 'failed', '5.1.1', '')],
  [
    'the envelope id',
    (known: Known) => report('ami@interco.example', 'failed', '5.1.1', '', known.envelopeId),
  ],
  [
    'Delivered-To, where an alias hid the address',
    (known: Known) =>
      `Delivered-To: ${known.envelopeFrom}\n${report('undisclosed@interco.example', 'failed', '5.4.7', '')}`,
  ],
  [
    'the tag in a header of the letter that it brings back, where nobody may set the envelope',
    (known: Known) =>
      report('ami@interco.example', 'failed', '5.1.10', `X-Recepisse-Envelope: ${known.envelopeId}`),
  ],
])('a bounce that names the letter by %s makes it bounced', async (_, mail) => {
  const known = await acknowledged()
  await using service = known.service
  const view = await service.take(mail(known), LATER)
  expect(view.fate).toBe('bounce')
  expect(await state(service)).toEqual({ state: 'bounced', arrival: { news: 'bounced', at: LATER } })
})
interface Known {
  readonly envelopeFrom: string
  readonly messageId: string
  readonly envelopeId: string
}

const byId = (known: Known, over: (mail: string) => string = (mail) => mail) =>
  over(report('ami@interco.example', 'failed', '5.2.2', `Message-ID: ${known.messageId}`))

it('a bounce that names the letter by its Message-ID alone is said, and settles nothing', async () => {
  const known = await acknowledged()
  await using service = known.service
  expect((await service.take(byId(known), LATER)).fate).toBe('bounce')
  expect(await state(service)).toEqual({ state: 'sent', arrival: { news: 'said-bounced', at: LATER } })
  // Our own signature is worth more, whenever it comes.
  const last = '2026-03-12T07:00:00.000Z'
  await service.take(report(known.envelopeFrom, 'failed', '5.1.1', 'X: 1'), last)
  expect(await state(service)).toEqual({ state: 'bounced', arrival: { news: 'bounced', at: last } })
})

it.each([
  [
    'a report that brings back a forged tag',
    (known: Known) =>
      report(
        'ami@interco.example',
        'failed',
        '5.1.10',
        `X-Recepisse-Envelope: ${known.envelopeId.slice(0, 10)}${known.envelopeId.slice(0, 10)}`,
      ),
  ],
  [
    'a daemon’s mail that brings back the letter without a report',
    (known: Known) =>
      report('ami@interco.example', 'failed', '5.1.1', `X-Recepisse-Envelope: ${known.envelopeId}`).replace(
        'Content-Type: message/delivery-status',
        'Content-Type: text/plain',
      ),
  ],
  [
    'a report about another address',
    (known: Known) =>
      byId(known, (mail) => mail.replaceAll('contact@usineverte.example', 'autre@usineverte.example')),
  ],
  [
    'a report about nobody',
    (known: Known) => byId(known, (mail) => mail.replace(/^Final-Recipient: .*\n/m, '')),
  ],
  [
    'a daemon’s words that quote it',
    (known: Known) =>
      `Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@evil.example>\nTo: ami@interco.example\nSubject: Mail delivery failed: returning message to sender\n\nA message that you sent could not be delivered.\n\n  contact@usineverte.example\n    550 5.1.1 User unknown\n\nMessage-ID: ${known.messageId}\nSubject: Accuse de reception\n`,
  ],
])('%s changes nothing, though it knows the Message-ID', async (_, mail) => {
  const known = await acknowledged()
  await using service = known.service
  expect((await service.take(mail(known), LATER)).fate).toBe('bounce')
  expect(await state(service)).toEqual({ state: 'sent', arrival: null })
})

it('an address is the same in other letters, or as the one that was first written to', async () => {
  for (const line of [
    'Final-Recipient: RFC822; Contact@UsineVerte.example',
    'Original-Recipient: rfc822;<contact@usineverte.example>\nFinal-Recipient: rfc822; boite@ailleurs.example',
  ]) {
    const known = await acknowledged()
    await using service = known.service
    await service.take(
      byId(known, (mail) => mail.replace(/^Final-Recipient: .*$/m, line)),
      LATER,
    )
    expect((await state(service)).arrival?.news).toBe('said-bounced')
  }
})

it('a delay is recorded as such, and the bounce that follows counts more', async () => {
  const { service, envelopeFrom } = await acknowledged()
  await using _ = service
  await service.take(report(envelopeFrom, 'delayed', '4.4.1', ''), LATER)
  expect(await state(service)).toEqual({ state: 'sent', arrival: { news: 'delayed', at: LATER } })
  const last = '2026-03-12T07:00:00.000Z'
  await service.take(report(envelopeFrom, 'failed', '4.4.7', 'X: 1'), last)
  expect(await state(service)).toEqual({ state: 'bounced', arrival: { news: 'bounced', at: last } })
})

it.each([
  [
    'challenged',
    "Mailinblack : demande d'authentification",
    'Pour que votre message soit remis, cliquez ici pour vous authentifier : https://filtre.example/c',
  ],
  ['absent', 'Réponse automatique : Accusé de réception', 'Je suis absent du bureau jusqu’au 30 mars.'],
])('an answer that shows « %s » is tied to the letter it answers', async (news, subject, body) => {
  const { service, messageId } = await acknowledged()
  await using _ = service
  const mail = `Return-Path: <contact@usineverte.example>\nFrom: contact@usineverte.example\nTo: ami@interco.example\nSubject: ${subject}\nIn-Reply-To: ${messageId}\nMessage-ID: <a1@usineverte.example>\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`
  expect((await service.take(mail, LATER)).fate).toBe('automatic')
  expect(await state(service)).toEqual({ state: 'sent', arrival: { news, at: LATER } })
})

it.each([
  [
    'a tag of the right shape',
    'retours+abcdefghjkmnpqrstuvw@interco.example',
    'Message-ID: <TD26-AAAAA.ack-1.000000000000@interco.example>',
  ],
  ['no tag and a Message-ID of nobody', 'retours@interco.example', 'Message-ID: <x@y.example>'],
])('a forged bounce with %s changes nothing', async (_, to, inside) => {
  const { service } = await acknowledged()
  await using __ = service
  await service.take(report(to, 'failed', '5.1.1', inside), LATER)
  expect(await state(service)).toEqual({ state: 'sent', arrival: null })
})

it('a complaint shows that the letter arrived: nobody is called', async () => {
  const { service, messageId } = await acknowledged()
  await using _ = service
  const mail = `Return-Path: <>\nFrom: feedback@relais.example\nTo: ami@interco.example\nSubject: complaint about message\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary="b1"\n\n--b1\nContent-Type: text/plain\n\nThis is an email abuse report\n--b1\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b1\nContent-Type: message/rfc822\n\nMessage-ID: ${messageId}\n\nx\n--b1--\n`
  await service.take(mail, LATER)
  expect(await state(service)).toEqual({ state: 'sent', arrival: null })
})
