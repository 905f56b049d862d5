import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { writeWorkbook } from '../src/adapters/spreadsheet/write-workbook.ts'
import { wallClockOf } from '../src/base/instant.ts'
import { describeBalance } from '../src/cli/audit.ts'
import { rowOf } from '../src/cli/list.ts'
import { print, progressLine } from '../src/cli/output.ts'
import { table } from '../src/cli/table.ts'
import { composeDigest } from '../src/digest/compose.ts'
import { wallClockText } from '../src/exports/wall-clock.ts'
import { bySector } from '../src/register/by-sector.ts'
import { digestInput, summarise } from '../src/steps/summarise.ts'
import { demonstrationAccount } from './account.ts'
import {
  balanceNow,
  type Demonstration,
  demonstrationCall,
  type Standing,
  sampleMails,
  startDemonstration,
  untilSettled,
} from './demonstration.ts'
import { freePort } from './ports.ts'

const SETTLED_WITHIN_MS = 60_000
/** Between two deliveries, as on a busy afternoon. */
const BETWEEN_MAILS_MS = 120

/**
 * Shows the service at work on sample mails, from start to register. `stays`: it then goes on until it is
 * stopped.
 */
export async function demonstrate(stays: boolean): Promise<number> {
  const call = demonstrationCall()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-demo-'))
  print(`Starting a private Dovecot, Redis and SMTP receiver, and the service, in ${folder} …`)
  const pages = `http://127.0.0.1:${await freePort()}`
  await using demonstration = await startDemonstration(call, folder, {
    service: true,
    environment: stays ? { RECEPISSE_CONSOLE_PORT: new URL(pages).port, RECEPISSE_CONSOLE_URL: pages } : {},
  })
  await deliverSamples(demonstration)
  await sendDigest(demonstration)
  print(await resultOf(demonstration))
  if (stays) await stayUp(demonstration, pages)
  return 0
}

async function deliverSamples({ world, dovecot }: Demonstration): Promise<void> {
  const samples = await sampleMails(world.calls[0])
  const bar = progressLine()
  const clock = () =>
    wallClockOf(world.clock.now(), world.calls[0].deadline.zone)
      .toPlainTime()
      .toString({ smallestUnit: 'second' })
  const show = (now: Standing) =>
    bar.show(
      `${clock()} at the authority's: ${now.received} mails seen, ${now.settled} settled, ${now.sent} ` +
        'letters sent',
    )
  const delivering = (async () => {
    for (const sample of samples) {
      await dovecot.deliver(sample.raw, sample.at)
      await delay(BETWEEN_MAILS_MS)
    }
    // The first candidature once more, as a second client would upload it: the same bytes under a new UID.
    const again = samples.find((sample) => sample.file.startsWith('02'))
    if (again !== undefined) await dovecot.deliver(again.raw, again.at)
  })()
  await Promise.all([delivering, untilSettled(world, samples.length + 1, SETTLED_WITHIN_MS, show)])
  bar.clear()
}

async function sendDigest({ world, folder }: Demonstration): Promise<void> {
  const account = world.settings.IMAP_USER ?? ''
  const digest = composeDigest(
    await digestInput({ register: world.register, account }, world.calls[0], world.clock.now()),
  )
  await writeFile(join(folder, 'digest.html'), digest.html)
  await writeFile(join(folder, 'digest.txt'), digest.text)
  await summarise(
    { ...world, jobs: { add: async () => undefined }, account, workbook: writeWorkbook },
    world.calls[0],
    'demo',
  )
  await untilSettled(world, 0, SETTLED_WITHIN_MS, () => undefined)
}

async function resultOf(demonstration: Demonstration): Promise<string> {
  const { world, folder, letters } = demonstration
  const { zone } = world.calls[0].deadline
  const groups = bySector(await world.register.summaries(world.calls[0].id), world.calls[0])
  const register = groups.flatMap(({ label, members }) => [
    `${label} : ${members.length}`,
    ...(members.length === 0
      ? []
      : [table(members.map((member) => rowOf(member, zone))).replace(/^/gm, '  ')]),
  ])
  return [
    '',
    'The register, by sector (what is missing, by its id in the call’s file; « ? »: for a person to see)',
    ...register,
    '',
    'Each mail, its fate and what its sender was told (a code is a row of the table in docs/rules.md)',
    await fatesTable(demonstration),
    '',
    'The balance sheet',
    `  ${describeBalance(await balanceNow(demonstration))}`,
    '',
    'To be opened',
    table([
      ['  the archive (each mail as it came)', join(folder, 'data', 'archive')],
      ['  the letters sent (.eml)', letters],
      ['  the digest for the staff', join(folder, 'digest.html')],
      ['  the log of the service', join(folder, 'service.log')],
    ]),
  ].join('\n')
}

async function fatesTable({ world }: Demonstration): Promise<string> {
  const sent = new Map((await world.register.letters()).map((letter) => [letter.fingerprint, letter.state]))
  const mails = await world.register.mails(world.calls[0].id)
  const rows = mails.map((mail) => {
    const { decision, receipt } = mail
    const came = receipt === null ? '' : wallClockText(receipt.receivedAt, world.calls[0].deadline.zone)
    const told =
      decision === null
        ? ''
        : decision.send
          ? `acknowledgement ${sent.get(mail.fingerprint) ?? ''}`
          : `${decision.held ? 'held for a person' : 'not answered'}: ${decision.reason}`
    const copies = mail.sightings.length > 1 ? ` (+${mail.sightings.length - 1} copy)` : ''
    return [`  ${came}`, `${mail.fate ?? ''}${copies}`, mail.number ?? '', told]
  })
  return table(rows)
}

async function stayUp({ world, dovecot, mxPort, letters }: Demonstration, pages: string): Promise<void> {
  const account = await demonstrationAccount(world)
  print(`
The staff's pages, in French:  ${pages}/
  address  ${account.email}   password  ${account.password}   code  ${account.code()}
  A code is good once, for half a minute. \
${process.stdin.isTTY ? 'Enter shows the next one; or' : 'For the next one'} give an authenticator this key:
  ${account.key}

The service stays up. Send it mail by SMTP (no login):  127.0.0.1:${mxPort}, to \
${world.calls[0].mailbox.address}
Look into the mailbox by IMAP:  127.0.0.1:${dovecot.port}, user ${dovecot.user}, password ${dovecot.password}
What it answers arrives in ${letters}. Ctrl-C ends it.`)
  const told = () => print(`  code  ${account.code()}`)
  if (process.stdin.isTTY) process.stdin.on('data', told)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  process.stdin.off('data', told).pause()
}
