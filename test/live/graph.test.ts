import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  spawnService,
  startDemonstration,
  untilReady,
  untilSettled,
} from '../../demo/demonstration.ts'
import { openArchive } from '../../src/adapters/archive/open.ts'
import { archiveLocation } from '../../src/settings/secrets.ts'
import { EXPECTED } from '../demo/expected.ts'
import { type GraphStandIn, startGraph } from '../rig/graph.ts'
import type { Application } from '../rig/graph-tokens.ts'
import { anApplication, graphSettings, USER } from './a-graph.ts'
import { aCandidature } from './a-mail.ts'
import { recepisse } from './command.ts'
import {
  expectArchiveAgrees,
  expectBalance,
  expectLettersOnce,
  expectRegisterHolds,
  fingerprintOf,
  observed,
} from './observed.ts'
import { endGroup, until } from './processes.ts'

interface Service extends AsyncDisposable {
  readonly graph: GraphStandIn
  /** With the stand-in’s letters for those of its submission server. */
  readonly demonstration: Demonstration
  start(more?: Readonly<Record<string, string>>): Promise<void>
  kill(): Promise<void>
  told(code: string): Promise<number>
}

const QUICK = { RECEPISSE_POLL_SECONDS: '1', RECEPISSE_FULL_SECONDS: '5', RECEPISSE_SWEEP_SECONDS: '1' }

/** The service on a mailbox that only Microsoft Graph reaches; not started yet. */
async function aService(...applications: Application[]): Promise<Service> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-graph-'))
  const own = applications.length === 0 ? [anApplication()] : applications
  const graph = stack.use(await startGraph(USER, ...own))
  graph.pageSize = 4
  const environment = { ...graphSettings(graph.port), ...QUICK }
  const demonstration = stack.use(
    await startDemonstration(demonstrationCall(), folder, { service: false, environment }),
  )
  let service: ReturnType<typeof spawnService> | null = null
  const kill = async () => {
    if (service !== null) await endGroup(service)
    service = null
  }
  stack.defer(kill)
  const standing = stack.move()
  return {
    graph,
    demonstration: { ...demonstration, sink: { ...demonstration.sink, letters: graph.letters } },
    async start(more = {}) {
      const all = { ...demonstration.environment, ...more }
      service = spawnService(folder, all)
      await untilReady(service, all['RECEPISSE_HEALTH_PORT'] ?? '')
    },
    kill,
    async told(code) {
      return (await readFile(join(folder, 'service.log'), 'utf8')).split(`"code":"${code}"`).length - 1
    },
    [Symbol.asyncDispose]: () => standing.disposeAsync(),
  }
}

it('reads the sample mails and answers them as by IMAP, through kill -9, 429, 410, 503 and tokens that end', async () => {
  await using service = await aService()
  const { graph, demonstration } = service
  const samples = await sampleMails(demonstrationCall())
  graph.tokens.lifetimeSeconds = 20
  for (const [index, { raw, at }] of samples.entries()) {
    graph.store.deliver(Buffer.from(raw), at)
    // Processes die with a mail kept and not noted, with a letter handed over and not noted.
    if (index === 3) await service.start({ RECEPISSE_CRASH_AT: 'after-archive,after-handover' })
    if (index === 6) Object.assign(graph.faults, { throttled: 3, retryAfter: 1 })
    if (index === 9) graph.forgetStates()
    if (index === 12) graph.tokens.expireAll()
    if (index === 14) graph.faults.unavailable = 2
    if (index === 16) {
      graph.faults.lostAnswers = 1
      await until(async () => graph.letters.length > 0, 60_000)
      await service.kill()
      await service.start({ RECEPISSE_CRASH_AT: 'after-received,after-intent' })
    }
  }
  await untilSettled(demonstration.world, samples.length, 120_000, () => undefined)
  expect(await observed(demonstration)).toEqual(EXPECTED)
  await expectBalance(demonstration, samples.length)
  await expectArchiveAgrees(demonstration)
  await expectRegisterHolds(demonstration)
  const { letters, twins } = await expectLettersOnce(demonstration)
  expect(letters).toBeGreaterThan(5)
  expect(graph.mostAtOnce).toBeLessThanOrEqual(5)
  expect(graph.asked.filter((one) => !/^GET |^POST .*\/(token|sendMail)$/.test(one))).toEqual([])
  expect([...graph.store.mails.values()].filter(({ isRead }) => isRead)).toEqual([])
  expect((await recepisse(demonstration.environment, 'audit')).status).toBe(0)
  process.stdout.write(
    `graph: ${samples.length} mails, ${letters} letters, ${twins} twins, ${graph.asked.length} requests, ` +
      `${graph.tokens.given} tokens, ${graph.mostAtOnce} requests at once at most\n`,
  )
})

it('a mail that is moved is the same mail, in other bytes too: nothing twice', async () => {
  await using service = await aService()
  const { graph, demonstration } = service
  const { world } = demonstration
  await service.start({ GRAPH_FOLDERS: 'inbox,Candidatures/Reçues' })
  await until(async () => (await service.told('graph-folder-missing')) > 0)
  await service.kill()
  graph.store.createFolder('Candidatures')
  graph.store.createFolder('Candidatures/Reçues')
  graph.store.rewritesMoved = true
  graph.store.hidesMoves = true
  await service.start({ GRAPH_FOLDERS: 'inbox,Candidatures/Reçues' })
  const { raw } = await aCandidature(1)
  const mail = graph.store.deliver(raw, world.clock.now())
  await untilSettled(world, 1, 60_000, () => undefined)
  graph.store.move(mail, 'Candidatures/Reçues')
  await untilSettled(world, 2, 60_000, () => undefined)
  // In the suspected spam first, and moved out by a person: read anew, decided anew, answered once.
  const other = await aCandidature(2)
  const suspect = graph.store.deliver(other.raw, world.clock.now(), 'junkemail')
  await untilSettled(world, 3, 60_000, () => undefined)
  const decisionOf = async () =>
    (await world.register.mails(null)).find(({ fingerprint }) => fingerprint === fingerprintOf(other.raw))
      ?.decision
  expect(await decisionOf()).toMatchObject({ send: false, reason: '02-only-in-junk' })
  graph.store.move(suspect, 'inbox')
  await until(async () => (await decisionOf())?.send === true, 60_000)
  await untilSettled(world, 4, 60_000, () => undefined)
  expect(await world.register.mails(null)).toHaveLength(2)
  await expectArchiveAgrees(demonstration)
  await expectRegisterHolds(demonstration)
  expect(await expectLettersOnce(demonstration)).toEqual({ letters: 2, twins: 0 })
})

it('a mail that Graph never hands over is told to a person, and holds up no other', async () => {
  await using service = await aService()
  const { graph, demonstration } = service
  const { world } = demonstration
  await service.start()
  for (const index of [1, 2, 3]) {
    const { raw } = await aCandidature(index)
    const mail = graph.store.deliver(raw, world.clock.now())
    if (index === 2) graph.faults.unreadable.add(mail.immutableId)
  }
  await until(
    async () =>
      (await world.register.mails(null)).some(({ quarantineCode }) => quarantineCode === 'stand-in'),
    120_000,
  )
  await untilSettled(world, 3, 60_000, () => undefined)
  expect((await expectLettersOnce(demonstration)).letters).toBe(2)
  await expectBalance(demonstration, 3)
})

const SPAM = (subject: string) =>
  Buffer.from(
    `Return-Path: <promo@boutique.example>\r\nFrom: promo@boutique.example\r\nTo: ${USER}\r\n` +
      `Subject: ${subject}\r\nContent-Type: text/plain\r\n\r\nTout doit partir.\r\n`,
  )

it('what was put aside is fetched again when a person takes it in; what lies nowhere any more is told as gone', async () => {
  await using service = await aService()
  const { graph, demonstration } = service
  const { world } = demonstration
  const archive = await openArchive(archiveLocation(world.settings, demonstration.environment))
  await service.start()
  const [one, other] = [SPAM('Soldes'), SPAM('Soldes 50')]
  const listed = graph.store.deliver(one, world.clock.now())
  const gone = graph.store.deliver(other, world.clock.now())
  await until(
    async () =>
      (await world.register.mails(null)).filter(({ fate }) => fate === 'unrelated').length === 2 &&
      !(await archive.has(fingerprintOf(one))) &&
      !(await archive.has(fingerprintOf(other))),
    60_000,
  )
  graph.store.remove(gone)
  // An error of the server's says nothing of a mail that it lists: it is asked for again, not told as gone.
  graph.faults.unreadable.add(listed.immutableId)
  const agent = { by: 'Agent A', reason: 'à regarder' }
  for (const mail of [one, other]) await world.register.takeIn(fingerprintOf(mail), agent, world.clock.now())
  await until(async () => (await service.told('not-handed-over')) > 0, 60_000)
  graph.faults.unreadable.clear()
  await until(async () => await archive.has(fingerprintOf(one)), 60_000)
  expect((await world.register.setAsideMail(fingerprintOf(one)))?.goneAt ?? null).toBeNull()
  await until(
    async () => ((await world.register.setAsideMail(fingerprintOf(other)))?.goneAt ?? null) !== null,
    60_000,
  )
  await untilSettled(world, 2, 60_000, () => undefined)
  await expectRegisterHolds(demonstration)
})

/** As Exchange Online writes one: to the mailbox, with the letter as it left. */
function notice(letter: Buffer, recipient: string): Buffer {
  return Buffer.from(
    `Return-Path: <>
From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@structure.example>
To: ${USER}
Date: Wed, 23 Nov 2022 11:10:00 +0000
Subject: Undeliverable: Accusé de réception
Message-ID: <ndr-1@prod.outlook.example>
Content-Type: multipart/report; report-type=delivery-status; boundary="n"
MIME-Version: 1.0

--n
Content-Type: text/plain; charset=utf-8

Your message couldn't be delivered.
--n
Content-Type: message/delivery-status

Reporting-MTA: dns;PR0P264MB0001.FRAP264.PROD.OUTLOOK.COM

Final-Recipient: rfc822;${recipient}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound
--n
Content-Type: message/rfc822

${letter.toString('latin1')}
--n--
`.replace(/\r?\n/g, '\r\n'),
    'latin1',
  )
}

it('a notice of non-delivery is known by the tag it brings back, whatever Message-ID Exchange gave', async () => {
  await using service = await aService()
  const { graph, demonstration } = service
  const { world } = demonstration
  graph.rewritesMessageIds = true
  await service.start()
  const { raw, sender } = await aCandidature(1)
  graph.store.deliver(raw, world.clock.now())
  await until(async () => graph.letters.length > 0, 60_000)
  const [letter] = graph.letters
  if (letter === undefined) throw new Error('no letter left')
  expect(letter.envelopeFrom).toBe(USER)
  graph.store.deliver(notice(letter.raw, sender), world.clock.now())
  const acknowledgement = async () =>
    (await world.register.letters()).find(({ kind }) => kind === 'acknowledgement')
  await until(async () => (await acknowledgement())?.state === 'bounced', 60_000)
  expect((await acknowledgement())?.letter.messageId).not.toBe(letter.messageId)
})

it('check says each thing of Graph, what is missing, and plainly that nobody tried the real service', async () => {
  const application = anApplication()
  await using service = await aService(application)
  const { graph, demonstration } = service
  const { environment } = demonstration
  graph.store.deliver((await aCandidature(1)).raw, demonstration.world.clock.now())
  const well = await recepisse(environment, 'check')
  expect(well.said).toMatch(/ok {4}mailbox: inbox: 1 mails, opened for reading only/)
  expect(well.said).toMatch(/junkemail: 0 mails of suspected spam, opened for reading only \(GRAPH_JUNK\)/)
  expect(well.said.match(/not on the real service/g)).toHaveLength(2)
  expect(well.said).toMatch(/ok {4}submission: the token server lets the application in/)
  expect(well.said).toMatch(/ok {4}notices: Microsoft Graph sets the sender of the envelope/)
  application.rights.delete('Mail.Read')
  expect((await recepisse(environment, 'check')).said).toMatch(
    /FAIL {2}mailbox: the application may not do this/,
  )
  const other = { ...environment, GRAPH_USER: 'autre@collectivite.example' }
  application.rights.add('Mail.Read')
  expect((await recepisse(other, 'check')).said).toMatch(/FAIL {2}mailbox: there is no such mailbox/)
  const wrong = await recepisse({ ...environment, GRAPH_CLIENT_SECRET: 'another' }, 'check')
  expect(wrong.said).toMatch(/FAIL {2}mailbox: the token server refuses this account \(invalid_client\)/)
  expect(wrong.said).not.toContain('interco')
  const both = await recepisse({ ...environment, IMAP_HOST: 'imap.example.org' }, 'check')
  expect(both.said).toMatch(/IMAP_HOST: Microsoft Graph reads and sends/)
  expect(both.status).not.toBe(0)
})

it('the process that reads enters with one application, the one that sends with another, each with a certificate or a secret', async () => {
  const reading = anApplication({ rights: new Set(['Mail.Read']) })
  const sending = {
    clientId: 'another-application',
    secret: 'another-secret',
    rights: new Set(['Mail.Send'] as const),
  }
  await using service = await aService(reading, sending)
  const { graph, demonstration } = service
  graph.store.deliver((await aCandidature(1)).raw, demonstration.world.clock.now())
  await service.start({ GRAPH_SEND_CLIENT_ID: sending.clientId, GRAPH_SEND_CLIENT_SECRET: 'another-secret' })
  await untilSettled(demonstration.world, 1, 60_000, () => undefined)
  expect(await expectLettersOnce(demonstration)).toEqual({ letters: 1, twins: 0 })
  expect(await service.told('graph-forbidden')).toBe(0)
})
