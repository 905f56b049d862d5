import { expect, it } from 'vitest'
import { createMemoryArchive } from '../../src/adapters/archive/memory.ts'
import { CallId } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { composeDigest } from '../../src/digest/compose.ts'
import type { StepEvent } from '../../src/steps/events.ts'
import { digestInput } from '../../src/steps/summarise.ts'
import { sweep } from '../../src/steps/sweep.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aMail, provenFor } from './a-claimant.ts'
import { aDatabase } from './a-database.ts'
import { application, aService, type SmallService } from './a-service.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const minutes = (count: number): Instant => later(START, count * 60_000)
const letters = 'abcdefghijklmnopqrstuvwxyz'

async function many(service: SmallService, count: number, from: Instant, first = 0): Promise<void> {
  for (let index = first; index < first + count; index += 1)
    await service.take(application(`Usine ${letters.charAt(index)}${letters.charAt(index)}`), from)
}

it('a second duplicate is not answered: the applicant was told once', async () => {
  await using service = await aService()
  await service.take(application('Usine Verte'), START)
  const first = await service.take(application('Usine Verte', { id: 'again1' }), minutes(1))
  const second = await service.take(application('Usine Verte', { id: 'again2' }), minutes(2))
  expect([first.fate, first.decision?.send]).toEqual(['duplicate', true])
  expect(second.fate).toBe('duplicate')
  expect(second.decision).toEqual({ send: false, held: false, reason: '01-duplicate-told-already' })
})

it('one application is answered so often a day at the most, whatever the addresses', async () => {
  const call = {
    ...sampleCall,
    acknowledgement: { ...sampleCall.acknowledgement, perApplicationPerDay: 2, perAddressPerDay: 100 },
  }
  await using service = await aService(call)
  const reasons: string[] = []
  for (let index = 0; index < 4; index += 1) {
    const body = `Complément numéro ${index} à la candidature d’Usine Verte, Territoires d’industrie.`
    const mail = application('Usine Verte', { id: `s${index}`, body }).replace(
      'représentante de',
      `représentante ${letters.charAt(index)} de`,
    )
    const view = await service.take(mail, minutes(index))
    reasons.push(view.decision?.reason ?? '')
  }
  expect(reasons).toEqual([
    '17-acknowledge',
    '17-acknowledge',
    '15-budget-application',
    '15-budget-application',
  ])
})

it('so many strangers an hour are answered, then a person sends: robots with a fresh address each time end there', async () => {
  const call = { ...sampleCall, acknowledgement: { ...sampleCall.acknowledgement, perHour: 6 } }
  await using service = await aService(call)
  const reasons: string[] = []
  for (const letter of 'abcdefgh') {
    const view = await service.take(application(`Robot ${letter}${letter}`), minutes(1))
    reasons.push(view.decision?.reason ?? '')
  }
  expect(reasons.filter((reason) => reason === '17-acknowledge')).toHaveLength(6)
  expect(reasons.slice(6)).toEqual(['15-budget-hour', '15-budget-hour'])
  const afterwards = await service.take(application('Usine Suivante'), minutes(62))
  expect(afterwards.decision?.reason).toBe('17-acknowledge')
})

it('the breaker opens after so many letters in ten minutes and stays open until a person closes it', async () => {
  await using service = await aService()
  service.breakerAt = 3
  await many(service, 5, START)
  await service.send()
  expect(service.caught).toHaveLength(3)
  service.clock.at = minutes(60)
  await service.send()
  expect(service.caught).toHaveLength(3)
  const input = await digestInput({ register: service.register, account: 'a' }, sampleCall, service.clock.at)
  expect(composeDigest(input).text.replace(/\s+/g, ' ')).toContain(
    'Envois automatiques suspendus depuis le 10/03/2026 à 10 h 00 : 3 lettres',
  )
  const told: string[] = []
  const observe = (event: StepEvent): void => {
    if (event.type === 'trouble') told.push(event.failure.code)
  }
  const jobs = { add: async () => undefined }
  await sweep({ ...service, archive: createMemoryArchive(), jobs, observe }, 0)
  expect(told).toEqual(['sending-stopped'])
  const view = await service.take(application('Usine Tardive'), minutes(61))
  expect(view.decision).toEqual({ send: false, held: true, reason: '15-breaker' })
  expect(await service.register.resume('Agent A', minutes(62))).toBe(true)
  expect(await service.register.resume('Agent A', minutes(62))).toBe(false)
  service.clock.at = minutes(63)
  await service.send()
  expect(service.caught).toHaveLength(5)
  const events = await service.database
    .selectFrom('event')
    .select(['type', 'detail'])
    .where('type', 'like', 'breaker.%')
    .execute()
  expect(events.map(({ type, detail }) => [type, JSON.parse(detail)])).toEqual([
    ['breaker.tripped', { letters: 3, call: sampleCall.id }],
    ['breaker.resumed', { by: 'Agent A' }],
  ])
})

it('letters of persons and digests leave while the breaker is open, and it opens again when the storm goes on', async () => {
  await using service = await aService()
  service.breakerAt = 2
  await many(service, 3, START)
  await service.send()
  await service.register.resume('Agent A', minutes(1))
  await many(service, 3, minutes(2), 5)
  await service.send()
  expect(service.caught).toHaveLength(4)
  const { letter } = (await service.letters())[0] ?? {}
  if (letter === undefined) throw new Error('no letter')
  const digest = {
    id: 'digest-a' as never,
    kind: 'digest' as const,
    letter: { ...letter, messageId: '<d@x>' },
  }
  await service.register.addLetter(digest, minutes(2))
  await service.send()
  expect(service.caught).toHaveLength(5)
})

it('pieces are named as missing only while they can still be sent, whenever the mail came', async () => {
  await using service = await aService()
  const deadline = '2026-03-20T12:00:00.000Z' as Instant
  service.concludeAt = later(deadline, 60_000)
  await service.take(application('Usine Verte'), later(deadline, -60_000))
  await service.send()
  expect(service.caught[0]?.letter.text).not.toContain('Si vous le souhaitez')
})

/** An application from an address, as our border server found it. */
function from(address: string, told: string | null, rank = 0): string {
  const name = `Usine ${letters.charAt(rank)}${letters.charAt(rank + 1)}`
  return aMail({
    from: address,
    told,
    subject: `Candidature ${name}`,
    files: {
      'formulaire.txt': `Lettre de manifestation d'intérêt\nJe soussignée, représentante de ${name}, manifeste l'intérêt de la structure pour le polynôme industriel.\nStructure : ${name}\nTéléphone : 0262 11 22 ${10 + rank}\n`,
    },
  })
}
const UNPROVEN = 'spf=none; dkim=none; dmarc=none'
const reasonOf = async (service: SmallService, mail: string, at = minutes(1)) =>
  (await service.take(mail, at)).decision?.reason

const sparing = { ...sampleCall, acknowledgement: { ...sampleCall.acknowledgement, perHour: 3 } }

it('whatever strangers spend, a proven sender is answered; the next stranger is not', async () => {
  await using service = await aService(sparing)
  for (let rank = 0; rank < 4; rank += 1)
    await service.take(from(`x@inconnu-${rank}.example`, rank % 2 === 0 ? UNPROVEN : null, rank), minutes(1))
  const honest = 'contact@usineverte.example'
  expect(await reasonOf(service, from(honest, provenFor(honest), 10))).toBe('17-acknowledge')
  expect(await reasonOf(service, from('y@inconnu-9.example', UNPROVEN, 11))).toBe('15-budget-hour')
})

it('a proven domain spends its own budget, whatever names it writes from, and nobody else’s', async () => {
  await using service = await aService(sparing)
  const reasons: (string | undefined)[] = []
  for (let rank = 0; rank < 4; rank += 1) {
    const address = `n${rank}@robots.example`
    reasons.push(await reasonOf(service, from(address, provenFor(address), rank)))
  }
  expect(reasons).toEqual(['17-acknowledge', '17-acknowledge', '17-acknowledge', '15-budget-hour'])
  for (const address of ['n@autre.example', 'n@sous.robots.example', 'n@petits-robots.example'])
    expect(await reasonOf(service, from(address, provenFor(address), 10 + (address.length % 9)))).toBe(
      '17-acknowledge',
    )
})

it('at a provider of everybody’s addresses each address has its own', async () => {
  await using service = await aService(sparing)
  for (let rank = 0; rank < 5; rank += 1) {
    const address = `candidat${rank}@gmail.com`
    expect(await reasonOf(service, from(address, provenFor(address), rank))).toBe('17-acknowledge')
  }
})

it('who writes in an applicant’s name spends nothing of what that address may get in a day', async () => {
  const call = { ...sampleCall, acknowledgement: { ...sampleCall.acknowledgement, perAddressPerDay: 2 } }
  await using service = await aService(call)
  const victim = 'contact@usineverte.example'
  for (let rank = 0; rank < 3; rank += 1) await service.take(from(victim, UNPROVEN, rank), minutes(1))
  expect(await reasonOf(service, from(victim, UNPROVEN, 8))).toBe('15-budget-address')
  expect(await reasonOf(service, from(victim, provenFor(victim), 12))).toBe('17-acknowledge')
})

it('what one call answers takes nothing from another on the same register', async () => {
  await using database = await aDatabase()
  const other = { ...sparing, id: CallId.parse('another-call'), registrationPrefix: 'OC26' }
  const [one, two] = [await aService(sparing, database), await aService(other, database)]
  await using readers = new AsyncDisposableStack()
  for (const { reader } of [one, two]) readers.use(reader)
  for (let rank = 0; rank < 4; rank += 1)
    await one.take(from(`x@inconnu-${rank}.example`, UNPROVEN, rank), minutes(1))
  expect(await reasonOf(one, from('y@inconnu-8.example', UNPROVEN, 8))).toBe('15-budget-hour')
  expect(await reasonOf(two, from('z@inconnu-9.example', UNPROVEN, 9))).toBe('17-acknowledge')
  const robots = (rank: number) => from(`n${rank}@robots.example`, provenFor(`n${rank}@robots.example`), rank)
  for (let rank = 10; rank < 14; rank += 1) await one.take(robots(rank), minutes(2))
  expect(await reasonOf(one, robots(14), minutes(3))).toBe('15-budget-hour')
  expect(await reasonOf(two, robots(15), minutes(3))).toBe('17-acknowledge')
})

it('the breaker counts and stops letters to the unproven alone', async () => {
  await using service = await aService()
  service.breakerAt = 2
  for (let rank = 0; rank < 4; rank += 1) {
    const address = `contact@usine-${rank}.example`
    await service.take(from(address, provenFor(address), rank), START)
  }
  await service.send()
  expect(service.caught).toHaveLength(4)
  expect(await service.register.breakers()).toEqual([])
  for (let rank = 0; rank < 3; rank += 1)
    await service.take(from(`x@inconnu-${rank}.example`, UNPROVEN, 8 + rank), START)
  await service.send()
  expect(service.caught).toHaveLength(6)
  expect(await service.register.breakers()).toMatchObject([{ callId: sampleCall.id }])
  const honest = 'contact@honnete.example'
  expect(await reasonOf(service, from(honest, provenFor(honest), 15))).toBe('17-acknowledge')
  expect(await reasonOf(service, from('x@inconnu-9.example', UNPROVEN, 17))).toBe('15-breaker')
  await service.send()
  expect(service.caught).toHaveLength(7)
})

it('one call’s storm stops its own letters, and no other call’s on the same register', async () => {
  await using database = await aDatabase()
  const other = { ...sampleCall, id: CallId.parse('another-call'), registrationPrefix: 'OC26' }
  const [one, two] = [await aService(sampleCall, database), await aService(other, database)]
  await using readers = new AsyncDisposableStack()
  for (const { reader } of [one, two]) readers.use(reader)
  one.breakerAt = 2
  for (let rank = 0; rank < 4; rank += 1)
    await one.take(from(`x@inconnu-${rank}.example`, UNPROVEN, rank), START)
  await one.send()
  expect(one.caught).toHaveLength(2)
  two.breakerAt = 2
  expect(await reasonOf(one, from('y@inconnu-7.example', UNPROVEN, 7))).toBe('15-breaker')
  expect(await reasonOf(two, from('z@inconnu-8.example', UNPROVEN, 8))).toBe('17-acknowledge')
  await two.send()
  expect(two.caught).toHaveLength(1)
  for (const rank of [9, 10]) await two.take(from(`z@inconnu-${rank}.example`, UNPROVEN, rank), START)
  two.clock.at = minutes(1)
  await two.send()
  expect(two.caught).toHaveLength(2)
  const stopped = (await two.register.breakers()).map(({ callId }) => callId)
  expect(new Set(stopped)).toEqual(new Set([sampleCall.id, other.id]))
  expect(await two.register.resume('Agent A', minutes(2))).toBe(true)
  expect(await two.register.breakers()).toEqual([])
})
