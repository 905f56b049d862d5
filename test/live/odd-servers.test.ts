import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demonstrationCall, spawnService, startDemonstration, untilReady } from '../../demo/demonstration.ts'
import { aCandidature } from './a-mail.ts'
import { type OddImap, type Oddity, type OddMail, startOddImap } from './an-odd-imap.ts'
import { endGroup, until } from './processes.ts'
import { patientCall } from './troubled-rig.ts'

const call = demonstrationCall()
const DATE = '22-Nov-2022 19:40:02 +0400'
const ARRIVED = '2022-11-22T15:40:02.000Z'
/** On a busy machine; what is promised of a quiet one is in the closing note. */
const WITHIN_MS = 150_000

/** 40 in the closing notes, for each oddity. */
const FEW = Number(process.env['ODD_MAILS'] ?? 12)

async function mailsOf(count: number, odd: Readonly<Record<number, Oddity>> = {}): Promise<OddMail[]> {
  const candidatures = await Promise.all(Array.from({ length: count }, (_, index) => aCandidature(index)))
  return candidatures.map(({ raw }, index) => ({ raw, date: DATE, odd: odd[index + 1] ?? null }))
}

/** The whole service before a mailbox of ours. */
async function serving(imap: OddImap) {
  const stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-odd-'))
  const demonstration = stack.use(
    await startDemonstration(call, folder, {
      service: false,
      environment: {
        RECEPISSE_CALL: await patientCall(join(folder, 'patient')),
        IMAP_PORT: String(imap.port),
        IMAP_USER: 'ami',
        IMAP_JUNK: 'none',
        RECEPISSE_POLL_SECONDS: '2',
      },
    }),
  )
  const service = spawnService(demonstration.folder, demonstration.environment)
  stack.defer(() => endGroup(service))
  await untilReady(service, demonstration.environment['RECEPISSE_HEALTH_PORT'] ?? '')
  const { world, sink } = demonstration
  const recipients = () => sink.letters.flatMap(({ to }) => to)
  return {
    service,
    register: world.register,
    answered: () =>
      recipients()
        .filter((to) => to.includes('structure'))
        .sort(),
    told: () => sink.letters.filter(({ to }) => to.includes(call.mailbox.address)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

const senders = (uids: readonly number[]) => uids.map((uid) => `contact@structure${uid - 1}.example`).sort()
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('one mail that the server does not hand over', () => {
  it.each<{ of: number; odd: Readonly<Record<number, Oddity>> }>([
    { of: 40, odd: { 1: 'nil', 20: 'nil', 40: 'nil' } },
    { of: 40, odd: { 1: 'drop', 20: 'drop', 40: 'drop' } },
    { of: FEW, odd: { 1: 'no-row', [FEW / 2]: 'no-row', [FEW]: 'no-row' } },
    { of: FEW, odd: { 1: 'huge', [FEW / 2]: 'huge', [FEW]: 'huge' } },
    { of: FEW, odd: { 1: 'refuse', [FEW / 2]: 'empty', [FEW]: 'refuse' } },
    { of: FEW, odd: { 1: 'stand-in', [FEW / 2]: 'empty' } },
  ])('$odd of $of: all others are acknowledged, and a person is told', async ({ of, odd }) => {
    const culprits = Object.keys(odd).map(Number)
    await using imap = await startOddImap(await mailsOf(of, odd))
    await using service = await serving(imap)
    const startedAt = performance.now()
    const innocent = senders(upTo(of).filter((uid) => !culprits.includes(uid)))
    await until(async () => service.answered().length >= innocent.length, WITHIN_MS)
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10
    process.stdout.write(`${JSON.stringify(odd)} of ${of}: the others after ${seconds} s\n`)
    expect(service.answered()).toEqual(innocent)
    await until(async () => (await setAside(service)).length === culprits.length, WITHIN_MS)
    expect(await setAside(service)).toEqual(culprits.map(() => ({ code: 'stand-in', receivedAt: ARRIVED })))
    // Alarms go out by the half minute: once is enough to see.
    if (odd[1] === 'nil') await until(async () => service.told().length > 0, WITHIN_MS)
    // Nobody asks for it for ever.
    for (const uid of culprits) expect(imap.asked.get(uid) ?? 0).toBeLessThan(9)
    await until(async () => (await service.register.aliveAt('ami')).length > 0, WITHIN_MS)
  })
})

async function setAside({ register }: Awaited<ReturnType<typeof serving>>) {
  const { held } = await register.vitals()
  return held
    .filter(({ reason }) => reason === 'quarantined')
    .map(({ code, receivedAt }) => ({ code, receivedAt }))
}

it('an outage in which nothing is handed over sets nothing aside; all comes in when it is over', async () => {
  const mails = await mailsOf(3)
  await using imap = await startOddImap(mails)
  await using service = await serving(imap)
  await until(async () => service.answered().length === 3, WITHIN_MS)
  for (const mail of mails) mail.odd = 'refuse'
  const more = (await mailsOf(6)).slice(3).map((mail) => ({ ...mail, odd: 'refuse' as Oddity | null }))
  mails.push(...more)
  imap.announce()
  // More often than would be enough to give up a mail.
  await until(async () => imap.refused > 8, WITHIN_MS)
  expect(await setAside(service)).toEqual([])
  for (const mail of mails) mail.odd = null
  await until(async () => service.answered().length === 6, WITHIN_MS)
  expect(await setAside(service)).toEqual([])
})

it.each<Oddity>(['no-date', 'no-zone', 'no-facts'])(
  'INTERNALDATE %s is no clock: the mail’s own counts, and no year 1970 is shown',
  async (oddity) => {
    await using imap = await startOddImap(await mailsOf(3, { 2: oddity }))
    await using service = await serving(imap)
    await until(async () => service.answered().length === 3, WITHIN_MS)
    const receipts = (await service.register.mails(null)).map(({ receipt }) => receipt)
    expect(receipts.map((receipt) => receipt?.receivedAt)).toEqual([ARRIVED, ARRIVED, ARRIVED])
    const clocks = receipts.map((receipt) => receipt?.clocks.map(({ source }) => source) ?? [])
    // All three were asked for together.
    const dated = oddity === 'no-facts' ? 0 : 2
    expect(clocks.filter((sources) => sources.includes('internaldate'))).toHaveLength(dated)
  },
)

it('a server that cannot search by date is read from its first mail', async () => {
  await using imap = await startOddImap(await mailsOf(3))
  imap.refusesDates = true
  await using service = await serving(imap)
  await until(async () => service.answered().length === 3, WITHIN_MS)
})

it('a server that finds no news by number is understood all the same', async () => {
  const mails = await mailsOf(2)
  await using imap = await startOddImap(mails)
  imap.findsNoNews = true
  await using service = await serving(imap)
  await until(async () => service.answered().length === 2, WITHIN_MS)
  mails.push(...(await mailsOf(3)).slice(2))
  imap.announce()
  await until(async () => service.answered().length === 3, WITHIN_MS)
})

/** 100 000 in the closing notes. */
const BACKLOG = Number(process.env['BACKLOG_MAILS'] ?? 2_000)

it(`an application that comes while ${BACKLOG} others are read is answered before them; stopping does not wait for them`, async () => {
  const mails: OddMail[] = Array.from({ length: BACKLOG }, (_, index) => ({
    raw: Buffer.from(
      `Subject: Facture ${index}\r\nFrom: a@b.example\r\nMessage-ID: <${index}@b.example>\r\n\r\nN° ${index}\r\n`,
    ),
    date: DATE,
    odd: null,
  }))
  await using imap = await startOddImap(mails)
  await using service = await serving(imap)
  await until(async () => imap.asked.size > 64, WITHIN_MS)
  const startedAt = performance.now()
  mails.push(...(await mailsOf(1)))
  await until(async () => service.answered().length === 1, WITHIN_MS)
  const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
  process.stdout.write(`answered after ${seconds(startedAt)} s, ${imap.asked.size} of ${BACKLOG} asked for\n`)
  expect(imap.asked.size).toBeLessThan(BACKLOG)
  const stoppedAt = performance.now()
  const ended = new Promise((resolve) => service.service.once('exit', resolve))
  service.service.kill('SIGTERM')
  await ended
  process.stdout.write(`stopped after ${seconds(stoppedAt)} s\n`)
  expect(service.service.exitCode).toBe(0)
  expect(imap.asked.size).toBeLessThan(BACKLOG)
})
