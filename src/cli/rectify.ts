import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { type Instant, instantFromEpoch } from '../base/instant.ts'
import { signingKey } from '../settings/signing-key.ts'
import { rectify as rectifyReceipt } from '../steps/act.ts'
import type { Command } from './command.ts'
import { print, printError } from './output.ts'
import { actOptions, required } from './staff-options.ts'

export const rectify: Command = {
  usage: 'rectify NUMBER|FINGERPRINT --received-at INSTANT [--to ADDRESS] --by NAME --reason TEXT',
  details: [
    '  --received-at  the time of receipt that is right, with its zone: 2022-11-23T15:59:58+04:00',
    '  --to           another address than the one the first acknowledgement went to',
    '  --by           who decides; kept in the history',
    '  --reason       why; kept in the history',
    'The old receipt is kept beside the new one; of an application its first mail is corrected.',
  ],
  options: {
    'received-at': { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
  },
  positionals: true,
  async run(values, [what]) {
    if (what === undefined)
      throw new Failure('permanent', 'usage', 'name what to rectify: recepisse rectify NUMBER')
    const wanted = actOptions(values)
    const receivedAt = instantOption(required(values, 'received-at'))
    await using world = await openWorld('rectify')
    const id = await rectifyReceipt(
      { ...world, signer: signingKey(world.settings) },
      world.calls,
      what,
      receivedAt,
      wanted,
    )
    if (id !== null) print(id)
    printError(
      id === null
        ? 'recepisse: corrected; no acknowledgement was written yet, the one to come states the right time'
        : 'recepisse: corrected; the rectifying acknowledgement is in ' +
            'the outbox, the running service sends it',
    )
    return 0
  },
}

/** A moment without a zone means nothing when the hour of a deadline is at stake. */
function instantOption(text: string): Instant {
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  const epoch = Date.parse(text)
  if (!zoned || Number.isNaN(epoch))
    throw new Failure(
      'permanent',
      'usage',
      '--received-at takes a moment with its zone, such as 2022-11-23T15:59:58+04:00',
    )
  return instantFromEpoch(epoch)
}
