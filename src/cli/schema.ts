import { callJsonSchema } from '../settings/call-file.ts'
import { languageJsonSchema } from '../settings/language-files.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'

export const schema: Command = {
  usage: 'schema [--language]',
  details: ['  --language  of a file of config/languages, in the place of a call’s'],
  options: { language: { type: 'boolean' } },
  positionals: false,
  async run(values) {
    const wanted = values['language'] === true ? languageJsonSchema() : callJsonSchema()
    print(JSON.stringify(wanted, null, 2))
    return 0
  },
}
