import { openArchive } from '../adapters/archive/open.ts'
import { savedMails } from '../adapters/archive/saved-mails.ts'
import { type ReplayedMail, replay } from '../app/replay.ts'
import { replayRegister } from '../app/replay-register.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import { loadCalls } from '../settings/call-file.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { readSettings } from '../settings/settings.ts'
import { type Command, textOption, type Values } from './command.ts'
import { print, progress } from './output.ts'
import { type ReplayLine, replayLine } from './replay-line.ts'
import { actOptions } from './staff-options.ts'
import { table } from './table.ts'

export const replayCommand: Command = {
  usage: 'replay [--call FILE] [--json] PATH…  |  replay --register [--adopt --by NAME --reason TEXT]',
  details: [
    '  PATH         mails in files of any name, mbox files, Maildirs, or folders of these',
    '  --call FILE  the call, or several separated by commas; by default RECEPISSE_CALL or all those ' +
      'in config/calls',
    '  --json       one JSON object per mail, in order of receipt, and nothing else',
    '  --register   the archive of the register, and what would change in it; changes nothing',
    '  --adopt      with --register: the service reads what changes again; needs --by and --reason',
  ],
  options: {
    call: { type: 'string' },
    json: { type: 'boolean' },
    register: { type: 'boolean' },
    adopt: { type: 'boolean' },
    by: { type: 'string' },
    reason: { type: 'string' },
  },
  positionals: true,
  async run(values, paths) {
    if (values['register'] === true) return replayOfRegister(values)
    if (paths.length === 0)
      throw new Failure('permanent', 'usage', 'name the mails to replay: recepisse replay PATH…')
    const [first, ...others] = loadCalls(textOption(values, 'call') ?? readSettings().RECEPISSE_CALL)
    const calls: Calls = [first.call, ...others.map((other) => other.call)]
    const mails = await savedMails(paths)
    const bar = progress('mails read')
    const replayed = await replay(calls, mails, (done) => bar.show(done, mails.length))
    bar.clear()
    print(values['json'] === true ? asJson(replayed, calls) : asTable(replayed, calls))
    return 0
  },
}

async function replayOfRegister(values: Values): Promise<number> {
  const adoption = values['adopt'] === true ? actOptions(values) : null
  await using world = await openWorld('replay')
  const bar = progress('mails read')
  const archive = await openArchive(archiveLocation(world.settings))
  const { register, calls } = world
  const differences = await replayRegister({ archive, register, calls }, bar.show)
  bar.clear()
  for (const { fingerprint, number, changes } of differences)
    print(`${fingerprint.slice(0, 12)}  ${number ?? ''}  ${changes.join('; ')}`)
  print(`${differences.length} mails would change`)
  if (adoption === null) return 0
  const count = await world.register.readAgain(
    differences.map((one) => one.fingerprint),
    adoption,
    world.clock.now(),
  )
  print(`${count} are read again by the running service; no acknowledgement is sent a second time`)
  return 0
}

function asJson(replayed: readonly ReplayedMail[], calls: Calls): string {
  return replayed.map((mail) => JSON.stringify(lineOf(mail, calls))).join('\n')
}

/** A mail that nobody could read has no call of its own: the first one's deadline stands for it. */
function lineOf(mail: ReplayedMail, calls: Calls): ReplayLine {
  return replayLine(mail, mail.view.callId === null ? calls[0] : callNamed(calls, mail.view.callId))
}

function asTable(replayed: readonly ReplayedMail[], calls: Calls): string {
  const rows = replayed.map((mail) => rowOf(lineOf(mail, calls)))
  return table([
    ['file', 'kind', 'application', 'received (UTC)', 'in time', 'complete', 'acknowledged'],
    ...rows,
  ])
}

function rowOf(line: ReplayLine): readonly string[] {
  const { acknowledgement } = line
  const answer = acknowledgement.send
    ? 'yes'
    : `${acknowledgement.held ? 'held' : 'no'} (${acknowledgement.reason})`
  return [
    line.file,
    line.kind,
    line.application ?? '',
    line.receivedAt,
    line.timeliness,
    line.completeness,
    answer,
  ]
}
