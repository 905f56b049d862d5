import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import * as bind from '../steps/bind.ts'
import type { Command } from './command.ts'
import { printError } from './output.ts'
import { actOptions } from './staff-options.ts'

const AUTHOR = { by: { type: 'string' }, reason: { type: 'string' } } as const
const AUTHOR_DETAILS = [
  '  --by      who decides; kept in the history',
  '  --reason  why; kept in the history',
]
const JUDGED_AGAIN = 'recepisse: decided; the running service judges what it touches again within a minute'

export const join: Command = {
  usage: 'join NUMBER NUMBER --by NAME --reason TEXT',
  details: [...AUTHOR_DETAILS, '« recepisse separate » undoes it.'],
  options: AUTHOR,
  positionals: true,
  async run(values, [one, other]) {
    if (one === undefined || other === undefined)
      throw new Failure('permanent', 'usage', 'name two applications: recepisse join NUMBER NUMBER')
    const author = actOptions(values)
    await using world = await openWorld('join')
    await bind.join(world, world.calls, [one, other], author)
    printError(JUDGED_AGAIN)
    return 0
  },
}

export const separate: Command = {
  usage: 'separate FINGERPRINT --by NAME --reason TEXT',
  details: [
    ...AUTHOR_DETAILS,
    'FINGERPRINT may be cut after 8 characters or more; « recepisse join » undoes it.',
  ],
  options: AUTHOR,
  positionals: true,
  async run(values, [fingerprint]) {
    if (fingerprint === undefined)
      throw new Failure('permanent', 'usage', 'name the mail: recepisse separate FINGERPRINT')
    const author = actOptions(values)
    await using world = await openWorld('separate')
    await bind.separate(world, world.calls, fingerprint, author)
    printError(JUDGED_AGAIN)
    return 0
  },
}
