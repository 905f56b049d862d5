import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { openArchive } from '../../src/adapters/archive/open.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'
import type { Fingerprint } from '../../src/base/ids.ts'
import { archiveLocation, imapLocation } from '../../src/settings/secrets.ts'
import { aCandidature } from './a-mail.ts'
import { recepisse } from './command.ts'
import { expectBalance, expectLettersOnce, fingerprintOf } from './observed.ts'
import { until } from './processes.ts'

const NAMED = 'Courrier indésirable'
const MARKED = 'Quarantaine du filtre'
const WHO = ['--by', 'Agent A', '--reason', 'candidature vérifiée']

/** The person at her desk: reads and writes in the mailbox with a program of her own. */
async function atHerDesk<Result>(
  { dovecot }: Demonstration,
  work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: dovecot.port,
    secure: false,
    auth: { user: dovecot.user, pass: dovecot.password },
    logger: false,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}

function start(): Promise<Demonstration> {
  return mkdtemp(join(tmpdir(), 'recepisse-junk-')).then((folder) =>
    startDemonstration(demonstrationCall(), folder, {
      service: true,
      environment: { RECEPISSE_POLL_SECONDS: '1', RECEPISSE_SWEEP_SECONDS: '1' },
    }),
  )
}

async function decisionOn({ world }: Demonstration, fingerprint: Fingerprint) {
  const mails = await world.register.mails(null)
  return mails.find((mail) => mail.fingerprint === fingerprint)?.decision ?? null
}

it('an application among the suspected spam is held, and acknowledged when a person moves it out', async () => {
  await using demonstration = await start()
  const at = demonstration.world.clock.now()
  const { raw } = await aCandidature(1)
  const spam = Buffer.from(
    'Return-Path: <promo@boutique.example>\r\nFrom: promo@boutique.example\r\nTo: dayal@cirest.fr\r\nSubject: Soldes\r\nContent-Type: text/plain\r\n\r\nTout doit partir.\r\n',
  )
  await atHerDesk(demonstration, async (client) => {
    await client.mailboxCreate(NAMED)
    for (const one of [raw, spam]) await client.append(NAMED, one, [], new Date(at))
  })
  await untilSettled(demonstration.world, 2, 30_000, () => undefined)
  const suspect = fingerprintOf(raw)
  expect(await decisionOn(demonstration, suspect)).toEqual({
    send: false,
    held: true,
    reason: '02-only-in-junk',
  })
  expect(await expectLettersOnce(demonstration)).toEqual({ letters: 0, twins: 0 })
  const archive = await openArchive(archiveLocation(demonstration.world.settings, demonstration.environment))
  await until(async () => !(await archive.has(fingerprintOf(spam))))

  const moved = await atHerDesk(demonstration, async (client) => {
    await client.mailboxOpen(NAMED)
    const unseen = await client.search({ seen: false }, { uid: true })
    await client.messageMove('1', 'INBOX')
    return unseen
  })
  // Looking at the folder changed nothing in it.
  expect(moved).toHaveLength(2)
  await until(async () => (await decisionOn(demonstration, suspect))?.send === true)
  await untilSettled(demonstration.world, 3, 30_000, () => undefined)
  expect(await expectLettersOnce(demonstration)).toEqual({ letters: 1, twins: 0 })
  await expectBalance(demonstration, 1)
  expect((await recepisse(demonstration.environment, 'audit')).status).toBe(0)
})

it('what a person released from the suspected spam is not acknowledged again when it is moved out', async () => {
  await using demonstration = await start()
  const { raw, sender } = await aCandidature(2)
  await atHerDesk(demonstration, async (client) => {
    await client.mailboxCreate(MARKED)
    await client.append(MARKED, raw, [], new Date(demonstration.world.clock.now()))
  })
  await untilSettled(demonstration.world, 1, 30_000, () => undefined)
  const [held] = await demonstration.world.register.mails(null)
  const released = await recepisse(
    demonstration.environment,
    'release',
    held?.number ?? '',
    '--to',
    sender,
    ...WHO,
  )
  expect(released.status, released.said).toBe(0)
  await untilSettled(demonstration.world, 1, 30_000, () => undefined)
  await atHerDesk(demonstration, async (client) => {
    await client.mailboxOpen(MARKED)
    await client.messageMove('1:*', 'INBOX')
  })
  await untilSettled(demonstration.world, 2, 30_000, () => undefined)
  await until(
    async () => (await decisionOn(demonstration, fingerprintOf(raw)))?.reason === '01-already-acknowledged',
  )
  const acknowledged = (await demonstration.world.register.letters()).filter(
    ({ kind }) => kind === 'acknowledgement',
  )
  expect(acknowledged).toHaveLength(1)
})

it('the folder that the server marks is the one; without a mark a name in the language of the server is', async () => {
  await using demonstration = await startDemonstration(
    demonstrationCall(),
    await mkdtemp(join(tmpdir(), 'recepisse-junk-')),
    { service: false },
  )
  using mailbox = await connectMailbox(imapLocation(demonstration.world.settings, demonstration.environment))
  expect(await mailbox.junkFolders('auto')).toEqual([])
  for (const name of ['Junk E-mail', NAMED, 'Spam', 'Correo no deseado']) {
    await atHerDesk(demonstration, (client) => client.mailboxCreate(name))
    expect(await mailbox.junkFolders('auto')).toEqual([name])
    await atHerDesk(demonstration, (client) => client.mailboxDelete(name))
  }
  await atHerDesk(demonstration, (client) => client.mailboxCreate(NAMED))
  await atHerDesk(demonstration, (client) => client.mailboxCreate(MARKED))
  expect(await mailbox.junkFolders('auto')).toEqual([MARKED])
  expect(await mailbox.junkFolders(['Autre'])).toEqual(['Autre'])
  expect(await mailbox.junkFolders([])).toEqual([])
})
