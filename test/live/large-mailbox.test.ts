import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { demonstrationCall, startDemonstration } from '../../demo/demonstration.ts'
import { openArchive } from '../../src/adapters/archive/open.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'
import { archiveLocation, imapLocation } from '../../src/settings/secrets.ts'
import { ledgerOf } from '../../src/steps/ledger.ts'
import { Owed } from '../../src/steps/owed.ts'
import { receive } from '../../src/steps/receive.ts'
import { aRawMail } from './a-mail.ts'
import { UNPACKED } from './a-mail-server.ts'

/** What a mailbox of many years holds; in `npm run test:servers`. */
const MAILS = Number(process.env['MAILBOX_MAILS'] ?? 50_000)
const AT_ONCE = 64

/** How long a pass took, and the most memory that this process held meanwhile. */
async function measured(work: () => Promise<unknown>): Promise<string> {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const startedAt = performance.now()
  await work()
  const tookMs = performance.now() - startedAt
  clearInterval(timer)
  return `${(tookMs / 1000).toFixed(1)} s, at most ${Math.round(most / 1024 ** 2)} MB`
}

it.runIf(UNPACKED !== undefined)(
  `reads a mailbox of ${MAILS} mails, and looks at it again in no time`,
  async () => {
    const call = demonstrationCall()
    const folder = await mkdtemp(join(tmpdir(), 'recepisse-large-'))
    await using demonstration = await startDemonstration(call, folder, { service: false })
    const { world, environment, dovecot } = demonstration
    for (let start = 0; start < MAILS; start += AT_ONCE)
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, MAILS - start) }, (_, index) =>
          dovecot.deliver(aRawMail('a@b.example', `n ${start + index}`, []), world.clock.now()),
        ),
      )
    const location = imapLocation(world.settings, environment)
    using mailbox = await connectMailbox(location)
    const lease = await world.register.takeLease(
      location.user,
      'local#test',
      world.clock.now(),
      world.clock.now(),
    )
    if (lease === null) throw new Error('nobody else watches')
    const ports = {
      archive: await openArchive(archiveLocation(world.settings, environment)),
      clock: world.clock,
      observe: () => undefined,
      lease,
      owed: new Owed(),
      signal: new AbortController().signal,
    }
    let added = 0
    const add = async () => {
      added += 1
    }
    const counting = { ...ports, ledger: ledgerOf({ register: world.register, jobs: { add } }, [call]) }
    const first = await measured(async () => receive(counting, await mailbox.open('INBOX')))
    const quiet = await measured(async () => receive(counting, await mailbox.open('INBOX')))
    expect(added).toBe(MAILS)
    process.stdout.write(`large mailbox: ${MAILS} mails, first pass ${first}; quiet pass ${quiet}\n`)
    expect((await world.register.sightings(location.user)).length).toBe(MAILS)
  },
  900_000,
)
