import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isOwnLetter, withSealedLoop } from '../../src/acknowledgement/envelope.ts'
import { composeLetter } from '../../src/adapters/smtp/compose.ts'
import type { Instant } from '../../src/base/instant.ts'
import { application, aService, KEY } from './a-service.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const LATER = '2026-03-10T07:00:00.000Z' as Instant

/** An acknowledgement as it left, and a service that knows it. */
async function aLetterSent() {
  const service = await aService()
  await service.take(application('Usine Verte'), RECEIVED)
  await service.send()
  const [sent] = service.caught
  if (sent === undefined) throw new Error('no acknowledgement went out')
  return { service, letter: sent.letter }
}

/** An application that bears a header of ours, with a Message-ID of its sender's choice. */
const withHeader = (value: string, id: string) =>
  application('Atelier Sud', { id, headers: `X-Recepisse: ${value}\n` })

it('a letter of ours that comes back is known by its seal, and dropped', async () => {
  const { service, letter } = await aLetterSent()
  await using _ = service
  const back = (await composeLetter(letter, LATER)).toString().replaceAll('\r\n', '\n')
  const view = await service.take(`Return-Path: <contact@usineverte.example>\n${back}`, LATER)
  expect(view).toMatchObject({
    fate: 'automatic',
    decision: { send: false, held: false, reason: '02-own-loop' },
  })
})

it('so is one that somebody’s rule sends on in their own name', async () => {
  const { service, letter } = await aLetterSent()
  await using _ = service
  const id = letter.messageId.slice(1, -1).replace('@', '%')
  const mail = withHeader(letter.headers['X-Recepisse'] ?? '', id).replace(
    /<[^<>]*%[^<>]*>/,
    letter.messageId,
  )
  expect((await service.take(mail, LATER)).fate).toBe('automatic')
})

it.each([
  ['no seal', () => 'v1; ref=TD26-7K4QX'],
  ['a seal of the right shape', () => 'v1; ref=TD26-7K4QX; sig=abcdefghjk'],
  ['the seal of a letter of ours', (ours: string) => ours],
  ['that seal and something behind it', (ours: string) => `${ours}; x`],
])('an application that bears our header with %s is an application', async (_name, header) => {
  const { service, letter } = await aLetterSent()
  await using _ = service
  const view = await service.take(withHeader(header(letter.headers['X-Recepisse'] ?? ''), 'sud'), LATER)
  expect(view).toMatchObject({ fate: 'application', decision: { send: true } })
})

it('a seal opens for its own Message-ID and its own key, and for nothing else', () => {
  const id = fc.stringMatching(/^[a-z0-9.]{1,20}$/).map((local) => `<${local}@interco.example>`)
  fc.assert(
    fc.property(id, id, (own, other) => {
      const headers = Object.entries(withSealedLoop({ 'X-Recepisse': 'v1; digest' }, own, KEY)).map(
        ([name, value]) => ({ name: name.toLowerCase(), value }),
      )
      expect(isOwnLetter({ headers, messageId: own }, KEY)).toBe(true)
      expect(isOwnLetter({ headers, messageId: other }, KEY)).toBe(own === other)
      expect(isOwnLetter({ headers, messageId: own }, 'another key of some length')).toBe(false)
      expect(isOwnLetter({ headers, messageId: null }, KEY)).toBe(false)
    }),
  )
})
