import { type ParseArgsConfig, parseArgs } from 'node:util'
import { asFailure, Failure } from '../base/failure.ts'
import { audit } from './audit.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { digest } from './digest.ts'
import { exportCommand } from './export.ts'
import { list } from './list.ts'
import { print, printError } from './output.ts'
import { replayCommand } from './replay.ts'
import { run } from './run.ts'
import { schema } from './schema.ts'
import { show } from './show.ts'
import { VERSION } from './version.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  run,
  demo,
  check,
  replay: replayCommand,
  list,
  show,
  export: exportCommand,
  audit,
  digest,
  schema,
}

/** Exit codes: 0 done, 1 it failed, 2 wrong usage or configuration. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    print(VERSION)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined)
    throw new Failure('permanent', 'usage', `there is no command « ${name} ».\n${overview()}`)
  const { values, positionals } = parseWords(name, command, rest)
  if (values['help'] === true) {
    print(helpOf(command))
    return 0
  }
  return command.run(values, positionals)
}

function parseWords(name: string, command: Command, words: readonly string[]) {
  const options: ParseArgsConfig['options'] = { ...command.options, help: { type: 'boolean', short: 'h' } }
  try {
    return parseArgs({ args: [...words], options, allowPositionals: command.positionals, strict: true })
  } catch (error) {
    throw new Failure(
      'permanent',
      'usage',
      `${error instanceof Error ? error.message : String(error)}\nTry: recepisse ${name} --help`,
    )
  }
}

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, command]) => `  ${name.padEnd(9)}${command.summary}`)
  return [
    'recepisse: watches the mailbox of a call, keeps, reads and acknowledges what comes.',
    '',
    'Commands:',
    ...rows,
    '',
    'recepisse COMMAND --help tells more; README.md tells how to begin.',
  ].join('\n')
}

function helpOf(command: Command): string {
  return [`recepisse ${command.usage}`, '', command.summary, '', ...command.details].join('\n')
}

/** Failures whose mend is in the settings or in the words of the command. */
const CONFIGURATION = new Set([
  'usage',
  'settings',
  'call-file',
  'no-such-path',
  'already-running',
  'redis-missing',
  'register-too-new',
])

// A reader that has seen enough (« recepisse list | head ») is no failure.
process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1))

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (thrown: unknown) => {
    const failure = asFailure(thrown)
    printError(`recepisse: ${failure.message}`)
    if (failure.kind === 'bug' && thrown instanceof Error && thrown.stack !== undefined)
      printError(thrown.stack)
    process.exitCode = CONFIGURATION.has(failure.code) ? 2 : 1
  },
)
