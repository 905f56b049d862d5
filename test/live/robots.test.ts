import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startSmtpSink, type TakenLetter } from '../../src/adapters/rig/smtp-sink.ts'
import {
  type Demonstration,
  demonstrationCall,
  standing,
  startDemonstration,
} from '../../src/app/demonstration.ts'
import { expectBalance } from './observed.ts'
import { startPigeonhole } from './pigeonhole.ts'
import { applicationOf, challenger, dsnStorm, exploder, headerStripper, mailOf, type Robot } from './zoo.ts'

const call = demonstrationCall()
const MAILBOX = call.mailbox.address
const QUIET_MS = 4_000
const AT_MOST_MS = 70_000

/** Carries each letter to whoever it is for, until nobody has anything to say any more. */
async function carry(
  demonstration: Demonstration,
  receivers: ReadonlyMap<string, (letter: TakenLetter) => Promise<void>>,
  deliver: (raw: Buffer) => Promise<void>,
  taken: readonly TakenLetter[],
  delivered: () => number,
): Promise<void> {
  const giveUpAt = performance.now() + AT_MOST_MS
  let carried = 0
  let answered = 0
  let quietSince = performance.now()
  while (performance.now() < giveUpAt && performance.now() - quietSince < QUIET_MS) {
    for (; carried < demonstration.sink.letters.length; carried += 1) {
      const letter = demonstration.sink.letters[carried]
      if (letter !== undefined) await receivers.get(letter.to[0] ?? '')?.(letter)
      quietSince = performance.now()
    }
    for (; answered < taken.length; answered += 1) {
      await deliver(
        Buffer.concat([Buffer.from('Return-Path: <>\r\n'), taken[answered]?.raw ?? Buffer.alloc(0)]),
      )
      quietSince = performance.now()
    }
    const now = await standing(demonstration.world)
    if (now.received < delivered() || now.due > 0) quietSince = performance.now()
    await delay(100)
  }
  expect(performance.now(), 'the zoo came to rest by itself').toBeLessThan(giveUpAt)
}

it('no robot gets more than the budget, whatever it answers, and a real applicant in the middle gets theirs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-robots-'))
  await using demonstration = await startDemonstration(call, folder, { service: true })
  await using outside = await startSmtpSink()
  await mkdir(join(folder, 'away'))
  await using away = await startPigeonhole(join(folder, 'away'), 'absent@structure.example', outside.port)
  let delivered = 0
  const deliver = async (raw: Buffer): Promise<void> => {
    delivered += 1
    await demonstration.dovecot.deliver(raw, demonstration.world.clock.now())
  }
  const answering = (robot: Robot) => async (letter: TakenLetter) => {
    for (const raw of robot(letter)) await deliver(raw)
  }
  const receivers = new Map<string, (letter: TakenLetter) => Promise<void>>([
    ['robot@usine-robot.example', answering(headerStripper('robot@usine-robot.example', MAILBOX))],
    ['membre@liste.example', answering(exploder('membre@liste.example', MAILBOX))],
    ['tempete@relais.example', answering(dsnStorm(MAILBOX))],
    ['filtre@usine-filtre.example', answering(challenger('filtre@usine-filtre.example', MAILBOX))],
    ['absent@structure.example', (letter) => away.deliver(letter.raw, letter.envelopeFrom)],
  ])
  const names = ['Usine Robot', 'Liste Industrie', 'Tempête Logistique', 'Usine Filtre', 'Structure Absente']
  for (const [index, address] of [...receivers.keys()].entries())
    await deliver(mailOf(applicationOf(address, MAILBOX, names[index] ?? '')))
  // Full speed: the stripper does not wait to be answered.
  const burst = headerStripper('robot@usine-robot.example', MAILBOX)
  const nothing: TakenLetter = { envelopeFrom: '', to: [], raw: Buffer.alloc(0) }
  for (let count = 0; count < 30; count += 1) for (const raw of burst(nothing)) await deliver(raw)
  await deliver(mailOf(applicationOf('contact@candidat-reel.example', MAILBOX, 'Candidat Réel')))
  for (let count = 0; count < 10; count += 1) for (const raw of burst(nothing)) await deliver(raw)
  // The vacation robot works: what no robot sent is answered by it.
  const control = {
    from: 'quelquun@ailleurs.example',
    to: 'absent@structure.example',
    subject: 'Bonjour',
    text: 'Bonjour',
  }
  await away.deliver(mailOf(control), control.from)
  expect(outside.letters).toHaveLength(1)
  await carry(demonstration, receivers, deliver, outside.letters.slice(1), () => delivered)

  const to = (address: string): number =>
    demonstration.sink.letters.filter((letter) => letter.to.includes(address)).length
  const counts = Object.fromEntries([...receivers.keys()].map((address) => [address, to(address)]))
  process.stdout.write(`robots: ${delivered} mails, letters ${JSON.stringify(counts)}\n`)
  const { perAddressPerDay, perApplicationPerDay, perHour } = call.acknowledgement
  expect(counts['robot@usine-robot.example']).toBeLessThanOrEqual(
    Math.min(perAddressPerDay, perApplicationPerDay),
  )
  expect(counts['membre@liste.example']).toBe(1)
  expect(counts['tempete@relais.example']).toBe(1)
  expect(counts['filtre@usine-filtre.example']).toBe(1)
  expect(counts['absent@structure.example']).toBe(1)
  expect(outside.letters, 'Pigeonhole does not answer our letter').toHaveLength(1)
  expect(to('contact@candidat-reel.example')).toBe(1)
  expect(demonstration.sink.letters.length).toBeLessThanOrEqual(perHour)
  await expectBalance(demonstration, delivered)
  const letters = await demonstration.world.register.letters()
  const newsOf = (address: string) => letters.find((letter) => letter.letter.to[0] === address)?.arrival?.news
  expect(newsOf('tempete@relais.example')).toBe('delayed')
  expect(newsOf('filtre@usine-filtre.example')).toBe('challenged')
})

it('two services that write to each other stop after one letter each', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-twins-'))
  const other = 'depot@autre-collectivite.example'
  const text = await readFile(new URL('../../demo/call.yaml', import.meta.url), 'utf8')
  const callFile = join(folder, 'other.yaml')
  const otherText = text
    .replaceAll(MAILBOX, other)
    .replaceAll(MAILBOX.split('@')[1] ?? '', 'autre-collectivite.example')
    .replace(/^id: .*$/m, 'id: autre-appel')
  await writeFile(callFile, otherText)
  await using one = await startDemonstration(call, await mkdtemp(join(tmpdir(), 'recepisse-one-')), {
    service: true,
  })
  await using two = await startDemonstration(call, await mkdtemp(join(tmpdir(), 'recepisse-two-')), {
    service: true,
    callFile,
  })
  await one.dovecot.deliver(mailOf(applicationOf(other, MAILBOX, 'Usine Une')), one.world.clock.now())
  await two.dovecot.deliver(mailOf(applicationOf(MAILBOX, other, 'Usine Deux')), two.world.clock.now())
  const giveUpAt = performance.now() + 25_000
  const carried = { one: 0, two: 0 }
  let quietSince = performance.now()
  while (performance.now() < giveUpAt && performance.now() - quietSince < QUIET_MS) {
    for (const [from, into, name] of [
      [one, two, 'one'],
      [two, one, 'two'],
    ] as const) {
      for (; carried[name] < from.sink.letters.length; carried[name] += 1) {
        const letter = from.sink.letters[carried[name]]
        const head = Buffer.from(`Return-Path: <${letter?.envelopeFrom ?? ''}>\r\n`)
        await into.dovecot.deliver(Buffer.concat([head, letter?.raw ?? head]), into.world.clock.now())
        quietSince = performance.now()
      }
    }
    const both = [await standing(one.world), await standing(two.world)]
    if (both.some((side) => side.received === 0 || side.due > 0)) quietSince = performance.now()
    await delay(100)
  }
  expect(carried).toEqual({ one: 1, two: 1 })
  expect((await standing(one.world)).due + (await standing(two.world)).due).toBe(0)
})
