import { savedMails } from '../adapters/archive/saved-mails.ts'
import { type ReplayedMail, replay } from '../app/replay.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { loadCall } from '../settings/call-file.ts'
import { readSettings } from '../settings/settings.ts'
import { type Command, textOption } from './command.ts'
import { print, progressLine, table } from './output.ts'
import { type ReplayLine, replayLine } from './replay-line.ts'

export const replayCommand: Command = {
  usage: 'replay [--call FILE] [--json] PATH…',
  details: [
    '  PATH         .eml files, mbox files, Maildirs, or folders of these',
    '  --call FILE  the call; by default RECEPISSE_CALL or the only file in config/calls',
    '  --json       one JSON object per mail, in order of receipt, and nothing else',
  ],
  options: { call: { type: 'string' }, json: { type: 'boolean' } },
  positionals: true,
  async run(values, paths) {
    if (paths.length === 0)
      throw new Failure('permanent', 'usage', 'name the mails to replay: recepisse replay PATH…')
    const { call } = loadCall(textOption(values, 'call') ?? readSettings().RECEPISSE_CALL)
    const mails = await savedMails(paths)
    const bar = progressLine()
    const replayed = await replay(call, mails, (done) => bar.show(`${done} of ${mails.length} mails read`))
    bar.clear()
    print(values['json'] === true ? asJson(replayed, call) : asTable(replayed, call))
    return 0
  },
}

function asJson(replayed: readonly ReplayedMail[], call: Call): string {
  return replayed.map((mail) => JSON.stringify(replayLine(mail, call))).join('\n')
}

function asTable(replayed: readonly ReplayedMail[], call: Call): string {
  const rows = replayed.map((mail) => rowOf(replayLine(mail, call)))
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
