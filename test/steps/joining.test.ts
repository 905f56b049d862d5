import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Instant, later } from '../../src/base/instant.ts'
import { join } from '../../src/steps/bind.ts'
import { correspondentOf, sendMessage } from '../../src/steps/write-message.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aClaimant, aMail, applied, type Claimant, formOf, provenFor, THEIRS } from './a-claimant.ts'
import { aService, type SmallService } from './a-service.ts'

const AUTHOR = { by: 'Agent', reason: 'vérifié au téléphone' }
let service: SmallService
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service[Symbol.asyncDispose]())

let next = 50
async function aScene() {
  const client = aClaimant(next)
  const at = later('2026-03-03T00:00:00.000Z' as Instant, (next - 50) * 7_200_000)
  next += 1
  const opened = await service.take(applied(client), at)
  const letters = await service.register.lettersAbout(opened.fingerprint)
  return {
    client,
    opened,
    letterId: letters[0]?.letter.messageId ?? '',
    take: (raw: string, minutes: number) => service.take(raw, later(at, minutes * 60_000)),
  }
}

async function told(client: Claimant) {
  const letters = (await service.letters()).filter(({ kind }) => kind === 'joining')
  return letters.filter(({ letter }) => letter.to.includes(client.address))
}

const from = (address: string, over: Partial<Parameters<typeof aMail>[0]> = {}) =>
  aMail({
    from: address,
    told: provenFor(address),
    text: "Bonjour, voici la suite de notre candidature à l'appel Territoires d'industrie.",
    files: { 'projet.txt': `Projet\nUn atelier à Ville-Haute. ${address}` },
    ...over,
  })

it('an answer from another address is told to the address first acknowledged, once', async () => {
  const { client, opened, letterId, take } = await aScene()
  const headers = [`In-Reply-To: ${letterId}`]
  const joined = await take(from('anne.petit@gmail.com', { headers }), 10)
  expect(joined.number).toBe(opened.number)
  const [item, ...more] = await told(client)
  expect(more).toEqual([])
  expect(item).toMatchObject({ number: opened.number, automatic: true, state: 'due' })
  const { letter } = item ?? { letter: null }
  expect(letter).toMatchObject({ to: [client.address], inReplyTo: letterId })
  expect(letter?.headers['Auto-Submitted']).toBe('auto-generated')
  expect(letter?.text).toContain('Un envoi d’une autre adresse a été rattaché à votre candidature.')
  for (const part of [letter?.text, letter?.html, letter?.subject]) expect(part).not.toContain('anne.petit')
  await take(from('anne.petit@gmail.com', { headers, files: { 'suite.txt': 'Projet\nSuite.' } }), 20)
  expect(await told(client)).toHaveLength(1)
  // Theirs is acknowledged beside it.
  expect((await service.register.lettersAbout(joined.fingerprint)).map(({ kind }) => kind)).toEqual([
    'acknowledgement',
  ])
})

it('an answer to a message of staff joins from another address; one to somebody else’s letter does not', async () => {
  const { client, opened, take } = await aScene()
  const application = await service.register.application(opened.number!)
  const [mails, letters] = [application?.mails ?? [], await service.register.lettersOf(opened.number!)]
  const correspondent = await correspondentOf(service, sampleCall, opened.number!, mails, letters)
  const wanted = { to: client.address, subject: 'Dossier', text: 'Bonjour.', files: [], seen: 0 }
  const id = await sendMessage(service, correspondent, wanted, 'agent')
  const letter = (await service.letters()).find((one) => one.id === id)?.letter
  const answer = (messageId: string) =>
    from('paul.grand@gmail.com', { headers: [`In-Reply-To: ${messageId}`] })
  const near = await take(answer('<autre@ailleurs.example>'), 10)
  expect(near.number).not.toBe(opened.number)
  const files = { 'suite.txt': 'Projet\nUne suite.' }
  const headers = [`In-Reply-To: ${letter?.messageId}`]
  const joined = await take(from('lea.long@gmail.com', { headers, files }), 20)
  expect(joined.number).toBe(opened.number)
})

it('their own supplement, and a stranger who joined nothing, are told to nobody', async () => {
  const { client, take } = await aScene()
  await take(from(client.address), 10)
  await take(from('mallory@evil.example', { files: { 'formulaire.txt': formOf(client, THEIRS) } }), 20)
  expect(await told(client)).toEqual([])
})

it('what a person joined is told too, and judging it again tells nobody anew', async () => {
  const { client, opened, take } = await aScene()
  const files = { 'formulaire.txt': `${formOf(client)}Fait à Ville-Haute\n` }
  const theirs = await take(from('cabinet@compta.example', { files }), 10)
  expect(await told(client)).toEqual([])
  await join(service, [sampleCall], [opened.number ?? '', theirs.number ?? ''], AUTHOR)
  await service.concludeAll()
  expect(await told(client)).toHaveLength(1)
  const correction = { what: 'field', kind: 'phone', value: '+262262999999' } as const
  await service.register.correct(opened.fingerprint, correction, AUTHOR, service.clock.at)
  await service.concludeAll()
  expect(await told(client)).toHaveLength(1)
})

it('whom no program answered is not written to by one', async () => {
  const client = aClaimant(next)
  next += 1
  const at = '2026-03-14T00:00:00.000Z' as Instant
  const held = applied(client).replace('MIME-Version', 'Auto-Submitted: auto-generated\nMIME-Version')
  const opened = await service.take(held, at)
  const files = { 'formulaire.txt': `${formOf(client)}Fait à Ville-Haute\n` }
  const theirs = await service.take(from('cabinet@compta.example', { files }), later(at, 600_000))
  await join(service, [sampleCall], [opened.number ?? '', theirs.number ?? ''], AUTHOR)
  await service.concludeAll()
  expect(await told(client)).toEqual([])
})
