import { expect, it } from 'vitest'
import { EVERYTHING } from '../../src/register/desk.ts'
import { release } from '../../src/steps/act.ts'
import { join, separate } from '../../src/steps/bind.ts'
import { digestInput } from '../../src/steps/summarise.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { write } from './a-message.ts'
import { QUESTION } from './a-question.ts'
import { application, aService } from './a-service.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const LATER = '2026-03-11T06:00:00.000Z'
const CALLS = [sampleCall] as const
const AUTHOR = { by: 'agent', reason: 'même structure' }

it('notes and who sees to it go where their mail goes', async () => {
  await using service = await aService()
  const { register, clock } = service
  const first = await service.take(application('Usine Verte'), RECEIVED)
  const second = await service.take(application('Usine Bleue'), LATER)
  await register.writeNote(second.fingerprint, 'à rappeler', 'agent', clock.now())
  await register.assign(second.fingerprint, { assignee: 'agent', seen: null }, 'agent', clock.now())
  const mine = async () => {
    const { lines } = await register.lines({ ...EVERYTHING, assignee: 'agent' }, 0, 10)
    return lines.map(({ number, assignee }) => [number, assignee])
  }
  const nobodys = async () => (await register.lines({ ...EVERYTHING, assignee: '' }, 0, 10)).total
  expect([await mine(), await nobodys()]).toEqual([[[second.number, 'agent']], 1])
  await join(service, CALLS, [first.number!, second.number!], AUTHOR)
  await service.concludeAll()
  expect([await mine(), await nobodys()]).toEqual([[[first.number, 'agent']], 0])
  await separate(service, CALLS, second.fingerprint, AUTHOR)
  await service.concludeAll()
  expect([await mine(), await nobodys()]).toEqual([[[second.number, 'agent']], 1])
  expect((await register.notesOf([second.fingerprint])).map(({ text }) => text)).toEqual(['à rappeler'])
})

it('a message that did not arrive waits for a person until another one left', async () => {
  await using service = await aService()
  const { number } = await service.take(application('Usine Verte'), RECEIVED)
  await service.send()
  service.answers = { kind: 'refused', reply: '550 no such user' }
  await write(service, number!, 'Bonjour.')
  await service.send()
  const lost = async () =>
    (await service.register.vitals()).lost.map((one) => [one.kind, one.number, one.state])
  expect(await lost()).toEqual([['message', number, 'refused']])
  service.answers = { kind: 'accepted', reply: '250 kept' }
  service.clock.at = LATER as never
  await write(service, number!, 'Bonjour encore.')
  await service.send()
  expect(await lost()).toEqual([])
  const kinds = (await service.register.lettersOf(number!)).map(({ kind }) => kind)
  expect(kinds).toEqual(['acknowledgement', 'message', 'message'])
})

it('a message written before the bounce of an earlier one came does not replace it; one written after does', async () => {
  await using service = await aService()
  const { number } = await service.take(application('Usine Verte'), RECEIVED)
  const first = await write(service, number!, 'Bonjour.')
  service.clock.at = '2026-03-10T07:00:00.000Z' as never
  await write(service, number!, 'Une précision.')
  await service.send()
  const sent = service.caught.find(({ letter }) => letter.text.includes('Bonjour.'))
  const notice = `Return-Path: <>\nFrom: MAILER-DAEMON@relais.example\nTo: ${sent?.letter.envelopeFrom}\nSubject: Delivery Status Notification\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n`
  await service.take(notice, '2026-03-10T08:00:00.000Z')
  const told = async () => {
    const input = await digestInput(
      { register: service.register, account: 'a' },
      sampleCall,
      service.clock.at,
    )
    return [
      (await service.register.vitals()).lost.map(({ id }) => id),
      input.deliveries.filter(({ state }) => state === 'bounced').map(({ kind }) => kind),
    ]
  }
  expect(await told()).toEqual([[first], ['message']])
  service.clock.at = LATER as never
  await write(service, number!, 'À la bonne adresse.')
  await service.send()
  expect(await told()).toEqual([[], []])
})

it('messages stay with their number, whatever joins it', async () => {
  await using service = await aService()
  const first = await service.take(application('Usine Verte'), RECEIVED)
  const second = await service.take(application('Usine Bleue'), LATER)
  await write(service, second.number!, 'À la Bleue.')
  await join(service, CALLS, [first.number!, second.number!], AUTHOR)
  await service.concludeAll()
  const of = async (number: string) =>
    (await service.register.lettersOf(number as never)).filter(({ kind }) => kind === 'message').length
  expect([await of(first.number!), await of(second.number!)]).toEqual([1, 0])
  await write(service, first.number!, 'Aux deux.')
  await separate(service, CALLS, second.fingerprint, AUTHOR)
  await service.concludeAll()
  expect([await of(first.number!), await of(second.number!)]).toEqual([1, 1])
  await write(service, first.number!, 'À la Verte.')
  await write(service, second.number!, 'Encore à la Bleue.')
  expect([await of(first.number!), await of(second.number!)]).toEqual([2, 2])
})

it('a question’s number leads to its mail, one that is in hand to nowhere yet', async () => {
  await using service = await aService()
  const question = await service.take(QUESTION, RECEIVED)
  expect(question.number).toBeNull()
  await release(service, CALLS, question.fingerprint, { ...AUTHOR, to: null })
  const answered = await service.register.mailView(question.fingerprint)
  expect(await service.register.whereabouts(answered?.number as never)).toEqual({
    mail: question.fingerprint,
  })
  expect((await service.letters()).map(({ kind }) => kind)).toEqual(['acknowledgement'])
})
