import { clamdVersion } from '../adapters/antivirus/clamd.ts'
import { clockOffset } from '../adapters/clock/offset.ts'
import { makeFolder, refuseOpenFolder, refuseUnwritable } from '../adapters/disk/rights.ts'
import { textRecords } from '../adapters/dns/records.ts'
import { checkRedis } from '../adapters/queue/check-redis.ts'
import { readersAt } from '../adapters/readers/readers.ts'
import { type Wall, wallFor } from '../adapters/readers/wall.ts'
import { trustAuthorities } from '../adapters/tls/certificates.ts'
import { fetchedPage } from '../adapters/web/page.ts'
import { asFailure, Failure } from '../base/failure.ts'
import { endsOf } from '../call/deadline.ts'
import { wallClockText } from '../exports/wall-clock.ts'
import { isWrong } from '../register/clock.ts'
import { loadCallsOf } from '../settings/call-file.ts'
import { archiveFolder } from '../settings/secrets.ts'
import { antivirusOf, dataPaths, readSettings, type Settings } from '../settings/settings.ts'
import { signingKey } from '../settings/signing-key.ts'
import { checkEnvelopes, checkMailbox, checkSubmission } from './check-mail.ts'
import { checkPage } from './check-page.ts'
import { checkRegister } from './check-register.ts'
import { checkSender } from './check-sender.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'
import { receivedChains } from './received-chains.ts'

export const check: Command = {
  usage: 'check [--received]',
  details: [
    '  --received  prints the Received chains of the newest mails, ' +
      'to name the trusted hosts of the call’s file',
    'Exit code 1 when something does not work.',
  ],
  options: { received: { type: 'boolean' } },
  positionals: false,
  async run(values) {
    const settings = readSettings()
    trustAuthorities(settings.RECEPISSE_CA)
    if (values['received'] === true) {
      print(await receivedChains(settings))
      return 0
    }
    const results: boolean[] = []
    for (const [name, probe] of PROBES) results.push(await report(name, () => probe(settings)))
    return results.every(Boolean) ? 0 : 1
  },
}

type Probe = (settings: Settings) => Promise<readonly string[]>

const PROBES: readonly (readonly [string, Probe])[] = [
  ['call', checkCall],
  ['clock', checkClock],
  ['data folder', checkData],
  ['database', checkRegister],
  ['redis', (settings) => checkRedis(settings.REDIS_URL)],
  ['mailbox', checkMailbox],
  ['submission', checkSubmission],
  ['notices', checkEnvelopes],
  ['sender', checkSenders],
  ['checking page', checkPages],
  ['wall', checkWall],
  ['antivirus', checkAntivirus],
]

async function report(name: string, probe: () => Promise<readonly string[]>): Promise<boolean> {
  try {
    const [first = 'works', ...others] = await probe()
    print(`ok    ${name}: ${first}`)
    for (const other of others) print(`      ${other}`)
    return true
  } catch (error) {
    print(`FAIL  ${name}: ${asFailure(error).message}`)
    return false
  }
}

async function checkCall(settings: Settings): Promise<readonly string[]> {
  return loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER).flatMap(({ call, path, warnings }) => {
    const { zone, asWritten } = call.deadline
    const ends = endsOf(call).map((end) => {
      if (end === null) return `no deadline: « ${asWritten} »`
      return (
        `deadline ${end.label === null ? '' : `${end.label}, `}${wallClockText(end.at, zone)} ${zone} ` +
        `(${end.at})`
      )
    })
    return [`${path}: ${ends.join('; ')}`, ...warnings.map((warning) => `warning: ${warning}`)]
  })
}

async function checkClock(): Promise<readonly string[]> {
  const offset = await clockOffset()
  if (isWrong(offset))
    throw new Failure(
      'transient',
      'clock-wrong',
      `this machine’s clock is off by ${offset} ms: mend its time service`,
    )
  return [
    offset === null
      ? 'no time service can say how right it is; install chrony: apt-get install -y chrony'
      : `${offset} ms from true time`,
  ]
}

async function checkData(settings: Settings): Promise<readonly string[]> {
  const { folder } = dataPaths(settings)
  makeFolder(folder)
  refuseUnwritable(folder)
  for (const held of [folder, archiveFolder(settings)]) if (held !== null) await refuseOpenFolder(held)
  return [folder]
}

async function checkSenders(settings: Settings): Promise<readonly string[]> {
  const lines: string[] = []
  for (const { call } of loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER)) {
    const { from, bouncesTo } = call.acknowledgement
    // Graph sets the envelope itself: the mailbox that sends is its sender.
    const envelope = settings.GRAPH_USER ?? bouncesTo
    lines.push(...(await checkSender({ from, envelope }, textRecords)))
  }
  return [...new Set(lines)]
}

async function checkPages(settings: Settings): Promise<readonly string[]> {
  const calls = loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER).map(({ call }) => call)
  return checkPage(calls, () => signingKey(settings).id, fetchedPage)
}

const WALLS: Readonly<Record<Wall, string>> = {
  namespaces: 'readers see the program and their one mail, no network and no other process (bubblewrap)',
  runtime: 'readers are held by Node’s permissions alone; install bubblewrap for a wall of the kernel’s',
  none: 'readers have the rights of this account; install bubblewrap',
}

/** Failures: no-wall; no-readers where nobody answers in the reading room. */
async function checkWall(settings: Settings): Promise<readonly string[]> {
  if (settings.RECEPISSE_READERS !== undefined) {
    await using readers = readersAt(settings.RECEPISSE_READERS)
    await readers.parse(Buffer.from('Subject: check\r\n\r\n'))
    return ['a reading room without network reads strangers’ documents']
  }
  return [WALLS[wallFor(settings.RECEPISSE_WALL)]]
}

async function checkAntivirus(settings: Settings): Promise<readonly string[]> {
  const place = antivirusOf(settings)
  if (place === null) return ['none is configured (CLAMD_SOCKET): attachments are opened unscanned']
  return [`${await clamdVersion(place)}; while it is down, mails wait`]
}
