import { openWorld } from '../app/world.ts'
import { deadlineText } from '../call/deadline.ts'
import { adoptDeadline, timelinessChanges } from '../steps/adopt.ts'
import type { Command } from './command.ts'
import { print, printError } from './output.ts'
import { actOptions } from './staff-options.ts'
import { table } from './table.ts'

export const deadline: Command = {
  usage: 'deadline [--adopt --by NAME --reason TEXT]',
  details: [
    '  --adopt   lets the deadline of the call’s file take effect; every verdict is drawn again',
    '  --by      who decides; kept in the history',
    '  --reason  why; kept in the history',
    'Without --adopt: the adopted deadline, the file’s, and each mail for which they differ.',
  ],
  options: { adopt: { type: 'boolean' }, by: { type: 'string' }, reason: { type: 'string' } },
  positionals: false,
  async run(values) {
    await using world = await openWorld('deadline')
    for (const call of world.calls) {
      const adopted = await world.register.adoptedDeadline(call.id)
      const changes = await timelinessChanges(world.register, call)
      print(
        `${call.id}: adopted ` +
          `${
            adopted === null
              ? 'none yet'
              : `${adopted.body} (version ${adopted.version}, by ` + `${adopted.by}: ${adopted.reason})`
          }`,
      )
      print(`  in the file ${deadlineText(call)}; ${changes.length} mails change`)
      if (changes.length > 0)
        print(
          table(
            changes.map(({ mail, from, to }) => [
              `  ${mail.number ?? ''}`,
              mail.receipt?.receivedAt ?? '',
              `${from} → ${to}`,
            ]),
          ),
        )
      if (values['adopt'] !== true || adopted?.body === deadlineText(call)) continue
      await adoptDeadline(world, call, actOptions(values))
      printError('recepisse: adopted; start the service again, it judges every application anew')
    }
    return 0
  },
}
