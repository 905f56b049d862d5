import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  standing,
  startDemonstration,
} from '../../demo/demonstration.ts'
import { startSmtpSink, type TakenLetter } from '../../demo/smtp-sink.ts'
import { seeded } from './chance.ts'
import { expectBalance } from './observed.ts'
import { startPigeonhole } from './pigeonhole.ts'
import {
  applicationOf,
  behindAServer,
  challenger,
  dsnStorm,
  exploder,
  headerStripper,
  mailOf,
  type Robot,
} from './zoo.ts'
import { relay, Zoo } from './zoo-post.ts'

/** `npm run test:robots` lets them run for ten minutes. */
const SECONDS = Number(process.env['ROBOTS_SECONDS'] ?? 6)
const SEED = Number(process.env['ROBOTS_SEED'] ?? Date.now() % 2 ** 31)
const QUIET_MS = 4_000
/** What the service may have in hand before the robots wait for it: full speed, and an end. */
const IN_HAND = 40
const TO_REST_MS = 300_000

const call = demonstrationCall()
const MAILBOX = call.mailbox.address
const OTHER = 'depot@autre-collectivite.example'
const APPLICANTS = ['contact@candidat-reel.example', 'bureau@autre-candidat.example'] as const

/** Full speed for the time, a real applicant in the middle and one among the last; then until nobody says anything. */
async function run(
  zoo: Zoo,
  robots: readonly Robot[],
  worlds: readonly Demonstration[],
  carries: readonly (() => Promise<boolean>)[],
): Promise<void> {
  const chance = seeded(SEED)
  const startedAt = performance.now()
  const waiting: string[] = [...APPLICANTS]
  let quietSince = startedAt
  while (performance.now() - quietSince < QUIET_MS) {
    for (const carry of carries) if (await carry()) quietSince = performance.now()
    const elapsed = performance.now() - startedAt
    const now = await Promise.all(worlds.map(({ world }) => standing(world)))
    const hand = zoo.delivered - (now[0]?.received ?? 0) + now.reduce((sum, { due }) => sum + due, 0)
    if (hand > 0 || elapsed < SECONDS * 1_000) quietSince = performance.now()
    if (elapsed < SECONDS * 1_000)
      for (let free = IN_HAND - hand; free > 0; free -= 1) {
        const robot = robots[Math.floor(chance() * robots.length)]
        if (robot !== undefined) await zoo.deliver(robot.name, robot.unprompted())
      }
    if (elapsed > (SECONDS * 1_000) / (waiting.length === APPLICANTS.length ? 2 : 1)) {
      const applicant = waiting.shift()
      if (applicant !== undefined) {
        zoo.wroteAt.set(applicant, performance.now())
        await zoo.deliver('applicants', [mailOf(applicationOf(applicant, MAILBOX, nameOf(applicant)))])
      }
    }
    expect(elapsed, 'the zoo came to rest by itself').toBeLessThan(SECONDS * 1_000 + TO_REST_MS)
    await delay(100)
  }
}

function nameOf(address: string): string {
  return (address.split('@')[1] ?? '').replace(/\..*/, '').replace('-', ' ')
}

/** Another authority with this program, for the same call. */
async function startOther(): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-other-'))
  const text = await readFile(new URL('../../demo/call.yaml', import.meta.url), 'utf8')
  const callFile = join(folder, 'other.yaml')
  await writeFile(
    callFile,
    text
      .replaceAll(MAILBOX, OTHER)
      .replaceAll(MAILBOX.split('@')[1] ?? '', OTHER.split('@')[1] ?? '')
      .replace(/^id: .*$/m, 'id: autre-appel'),
  )
  return startDemonstration(call, folder, { service: true, environment: { RECEPISSE_CALL: callFile } })
}

it(
  'no robot gets more than the budget, whatever it answers, and real applicants in the middle get theirs',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recepisse-robots-'))
    await using one = await startDemonstration(call, folder, { service: true })
    await using two = await startOther()
    await using outside = await startSmtpSink()
    await mkdir(join(folder, 'away'))
    await using away = await startPigeonhole(join(folder, 'away'), 'absent@structure.example', outside.port)
    const handToTwo = (letter: TakenLetter) => {
      const head = Buffer.from(`Return-Path: <${letter.envelopeFrom}>\r\n`)
      return two.dovecot.deliver(Buffer.concat([head, letter.raw]), two.world.clock.now())
    }
    const vacation = behindAServer(
      'vacation',
      'absent@structure.example',
      MAILBOX,
      'Structure Absente',
      (letter) => away.deliver(letter.raw, letter.envelopeFrom),
    )
    const twin = behindAServer('twin', OTHER, MAILBOX, 'Usine Jumelle', handToTwo)
    const stripper = headerStripper('robot@usine-robot.example', MAILBOX)
    const storm = dsnStorm('tempete@relais.example', MAILBOX)
    const filter = challenger('filtre@usine-filtre.example', MAILBOX)
    const list = exploder('membre@liste.example', MAILBOX)
    const robots = [stripper, list, storm, filter, vacation, twin]
    const zoo = new Zoo(one, robots)
    for (const robot of robots) await zoo.deliver(robot.name, [robot.first()])
    await two.dovecot.deliver(mailOf(applicationOf(MAILBOX, OTHER, 'Usine Deux')), two.world.clock.now())
    // The vacation robot works: what no robot sent is answered by it.
    const control = {
      from: 'quelquun@ailleurs.example',
      to: vacation.address,
      subject: 'Bonjour',
      text: 'Bonjour',
    }
    await away.deliver(mailOf(control), control.from)
    expect(outside.letters).toHaveLength(1)
    await run(
      zoo,
      robots,
      [one, two],
      [
        () => zoo.carryLetters(),
        relay(outside, MAILBOX, 'vacation', zoo, false),
        relay(two.sink, MAILBOX, 'twin', zoo, true),
      ],
    )

    const { perAddressPerDay, perApplicationPerDay, perHour } = call.acknowledgement
    const most = Math.min(perAddressPerDay, perApplicationPerDay)
    const counts = robots.map(({ name, address, nature }) => ({
      name,
      mails: zoo.mails.get(name) ?? 0,
      letters: zoo.lettersTo(address),
      budget: nature === 'known' ? 1 : most,
    }))
    process.stdout.write(
      `robots: seed ${SEED}, ${SECONDS} s at full speed, ${zoo.delivered} mails\n${counts.map((one) => `  ${JSON.stringify(one)}\n`).join('')}  applicants waited ${[...zoo.waitedMs.values()].join(' and ')} ms\n`,
    )
    for (const { name, letters, budget } of counts) {
      expect(letters, name).toBeGreaterThan(0)
      expect(letters, name).toBeLessThanOrEqual(budget)
    }
    for (const applicant of APPLICANTS) expect(zoo.lettersTo(applicant), applicant).toBe(1)
    expect(outside.letters, 'Pigeonhole does not answer our letters').toHaveLength(1)
    const toUs = two.sink.letters.filter((letter) => letter.to.includes(MAILBOX))
    expect(toUs, 'the other service answers no letter of ours').toHaveLength(1)
    expect(one.sink.letters.length).toBeLessThanOrEqual(perHour)
    await expectBalance(one, zoo.delivered)
    const letters = await one.world.register.letters()
    const newsOf = (robot: Robot) =>
      letters.find((letter) => letter.letter.to[0] === robot.address)?.arrival?.news
    expect(newsOf(storm)).toBe('delayed')
    expect(newsOf(filter)).toBe('challenged')
  },
  SECONDS * 1_000 + TO_REST_MS + 60_000,
)
