import { chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  spawnService,
  startDemonstration,
  untilReady,
} from '../../demo/demonstration.ts'
import { type PrivatePostfix, startPostfix } from '../rig/postfix.ts'
import { UNPACKED } from './a-mail-server.ts'
import { expectBalance } from './observed.ts'
import { endGroup, until } from './processes.ts'
import { applicationOf, mailOf } from './zoo.ts'

const CALL = fileURLToPath(new URL('../../demo/call.yaml', import.meta.url))
const DAY_MS = 24 * 3_600_000
const [ARRIVES, UNKNOWN, REFUSED, GREYLISTED, AWAY] = [
  'contact@candidat.example',
  'inconnu@candidat.example',
  'refus@candidat.example',
  'plus-tard@candidat.example',
  'bureau@absent.example',
] as const
const WITHIN_MS = 90_000

/** Postfix lives in the present: the call is open today. */
async function openCall(folder: string): Promise<string> {
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const text = (await readFile(CALL, 'utf8'))
    .replace('wallClock: "2022-11-23T16:00"', `wallClock: "${day(5)}T16:00"`)
    .replace('contestedUntil: "2022-11-26T00:00"', `contestedUntil: "${day(8)}T00:00"`)
    .replace('date: 2022-11-04', `date: ${day(-10)}`)
  const path = join(folder, 'call.yaml')
  await writeFile(path, text)
  return path
}

async function startPost(): Promise<
  AsyncDisposable & { postfix: PrivatePostfix; demonstration: Demonstration; candidate: string }
> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-postfix-'))
  // Postfix's owner passes through.
  await chmod(folder, 0o711)
  const { mailbox, acknowledgement } = demonstrationCall()
  const candidate = join(folder, 'dovecot/mail/candidat')
  const inbox = join(folder, 'dovecot/mail/Maildir')
  const postfix = stack.use(
    await startPostfix(UNPACKED ?? '', join(folder, 'postfix'), {
      host: `mx.${mailbox.address.split('@')[1]}`,
      mailboxes: {
        [mailbox.address]: inbox,
        [acknowledgement.bouncesTo]: inbox,
        [ARRIVES]: candidate,
        [GREYLISTED]: candidate,
      },
      silent: 'absent.example',
    }),
  )
  const demonstration = stack.use(
    await startDemonstration(demonstrationCall(), folder, {
      service: false,
      environment: {
        RECEPISSE_CALL: await openCall(folder),
        RECEPISSE_CLOCK_OFFSET_MS: '0',
        SMTP_PORT: String(postfix.port),
      },
    }),
  )
  const service = spawnService(folder, demonstration.environment)
  stack.defer(() => endGroup(service))
  await untilReady(service, demonstration.environment['RECEPISSE_HEALTH_PORT'] ?? '')
  const standing = stack.move()
  return { postfix, demonstration, candidate, [Symbol.asyncDispose]: () => standing.disposeAsync() }
}

it.runIf(UNPACKED !== undefined && userInfo().uid === 0)(
  'behind a real Postfix: what arrives, what bounces, what is refused, greylisted and delayed is known as such',
  async () => {
    await using post = await startPost()
    const { postfix, demonstration, candidate } = post
    const { world } = demonstration
    const { address } = demonstrationCall().mailbox
    postfix.answer(REFUSED, '550 5.7.1 Not wanted here')
    postfix.answer(GREYLISTED, '450 4.7.1 Greylisted, try again later')
    const applicants = [ARRIVES, UNKNOWN, REFUSED, GREYLISTED, AWAY]
    for (const [index, from] of applicants.entries())
      await postfix.bring(from, address, mailOf(applicationOf(from, address, `Usine ${index + 1}`)))
    const letterTo = async (to: string) =>
      (await world.register.letters()).find(
        ({ kind, letter }) => kind === 'acknowledgement' && letter.to.includes(to),
      )
    const stands = (to: string, state: string) =>
      until(async () => (await letterTo(to))?.state === state, WITHIN_MS)
    await stands(ARRIVES, 'sent')
    await stands(REFUSED, 'refused')
    expect((await letterTo(REFUSED))?.reply).toContain('5.7.1')
    await until(async () => (await letterTo(GREYLISTED))?.reply?.includes('4.7.1') === true, WITHIN_MS)
    expect(await letterTo(GREYLISTED)).toMatchObject({ uncertain: 0, sentAt: null })
    postfix.answer(GREYLISTED, null)
    await stands(GREYLISTED, 'sent')
    // Taken by the server, then told by its own notice, to the signed envelope address.
    await stands(UNKNOWN, 'bounced')
    await until(async () => (await letterTo(AWAY))?.arrival?.news === 'delayed', WITHIN_MS)
    expect(await letterTo(AWAY)).toMatchObject({ state: 'sent' })
    expect((await letterTo(ARRIVES))?.arrival).toBeNull()
    // Two applicants' letters, each once; and no answer to a notice.
    await until(async () => (await readdir(join(candidate, 'new'))).length >= 2, WITHIN_MS)
    expect(await readdir(join(candidate, 'new'))).toHaveLength(2)
    await until(async () => (await world.register.vitals()).unfinished.count === 0, WITHIN_MS)
    const fates = (await world.register.vitals()).mails
    expect(fates['application']).toBe(applicants.length)
    const notices = (await postfix.log()).split('from=<>').length - 1
    expect(notices).toBeGreaterThanOrEqual(2)
    await expectBalance(demonstration, applicants.length + notices)
    const letters = (await world.register.letters()).filter(({ kind }) => kind === 'acknowledgement')
    expect(letters).toHaveLength(applicants.length)
  },
  240_000,
)
