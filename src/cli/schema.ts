import { callJsonSchema } from '../settings/call-file.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'

export const schema: Command = {
  usage: 'schema',
  details: [],
  options: {},
  positionals: false,
  async run() {
    print(JSON.stringify(callJsonSchema(), null, 2))
    return 0
  },
}
