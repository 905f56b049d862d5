import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import type { Command } from './command.ts'
import { print, printError } from './output.ts'
import { actOptions } from './staff-options.ts'

export const mailbox: Command = {
  usage: 'mailbox [--adopt --by NAME --reason TEXT]',
  details: [
    '  --adopt   the register is of the mailbox in IMAP_USER from now on: it was renamed, or moved,',
    '            or is seen by Microsoft Graph instead of IMAP, or the other way round',
    '  --by      who decides; kept in the history',
    '  --reason  why; kept in the history',
    'Without --adopt: the mailbox that the register is of. Another one is refused by « run » and',
    '« check »: a register is one mailbox’s.',
  ],
  options: { adopt: { type: 'boolean' }, by: { type: 'string' }, reason: { type: 'string' } },
  positionals: false,
  async run(values) {
    await using world = await openWorld('mailbox')
    const { register, settings, clock } = world
    const own = await register.ownMailbox()
    if (values['adopt'] !== true) {
      print(own ?? 'none yet: the first run takes that of IMAP_USER')
      return 0
    }
    const account = settings.IMAP_USER?.toLowerCase()
    if (account === undefined)
      throw new Failure('permanent', 'settings', 'set IMAP_USER to the mailbox’s new name')
    const isNumbered = settings.GRAPH_USER !== undefined
    if (account !== own || (await register.sawOtherwise(account, isNumbered)))
      await register.adoptMailbox(account, isNumbered, actOptions(values), clock.now())
    printError('recepisse: adopted; start the service again')
    return 0
  },
}
