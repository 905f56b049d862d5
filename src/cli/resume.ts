import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'
import { required } from './staff-options.ts'

export const resume: Command = {
  usage: 'resume --by NAME',
  details: [
    '  --by  who decides; kept in the history',
    'What was due when sending stopped leaves now; what was held since then waits for « recepisse release ».',
  ],
  options: { by: { type: 'string' } },
  positionals: false,
  async run(values) {
    const by = required(values, 'by')
    await using world = await openWorld('resume')
    if (!(await world.register.resume(by, world.clock.now())))
      throw new Failure('permanent', 'not-stopped', 'nothing was stopped: letters leave by themselves')
    print('letters leave by themselves again')
    return 0
  },
}
