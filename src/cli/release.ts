import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { signingKey } from '../settings/signing-key.ts'
import { release as releaseHeld } from '../steps/act.ts'
import type { Command } from './command.ts'
import { print, printError } from './output.ts'
import { actOptions } from './staff-options.ts'

export const release: Command = {
  usage: 'release NUMBER|FINGERPRINT [--to ADDRESS] --by NAME --reason TEXT',
  details: [
    '  --to      the address to write to, when it is not the one the mail came from',
    '  --by      who decides; kept in the history',
    '  --reason  why; kept in the history',
    'FINGERPRINT may be cut after 8 characters or more; « recepisse digest » shows what waits.',
    'A letter that bounced or was refused is written again, as a new version.',
  ],
  options: { to: { type: 'string' }, by: { type: 'string' }, reason: { type: 'string' } },
  positionals: true,
  async run(values, [what]) {
    if (what === undefined)
      throw new Failure('permanent', 'usage', 'name what to release: recepisse release NUMBER|FINGERPRINT')
    const wanted = actOptions(values)
    await using world = await openWorld('release')
    for (const id of await releaseHeld(
      { ...world, signer: signingKey(world.settings) },
      world.calls,
      what,
      wanted,
    ))
      print(id)
    printError('recepisse: in the outbox; the running service sends it within a minute')
    return 0
  },
}
