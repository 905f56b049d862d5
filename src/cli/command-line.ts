import { type ParseArgsConfig, parseArgs } from 'node:util'
import { asFailure, Failure } from '../base/failure.ts'
import { toldOf } from '../base/failures/failures.ts'
import { VERSION } from '../base/version.ts'
import { loadSettingsFile } from '../settings/settings-file.ts'
import { type Command, OF_EACH, textOption } from './command.ts'
import { COMMANDS } from './commands.ts'
import { forMailboxes } from './for-mailboxes.ts'
import { print, printError } from './output.ts'

/** Exit codes: 0 done, 1 it failed, 2 wrong usage or configuration. */
async function codeOf(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    print(VERSION)
    return 0
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (entry === undefined)
    throw new Failure('permanent', 'usage', `there is no command « ${name} ».\n${overview()}`)
  const command = await entry.load()
  const { values, positionals } = parseWords(name, command, rest)
  if (values['help'] === true) {
    print(helpOf(entry.summary, command))
    return 0
  }
  if (typeof values['settings'] === 'string') loadSettingsFile(values['settings'])
  const { scope = 'mailbox' } = entry
  const meant = typeof scope === 'string' ? scope : scope(values)
  return forMailboxes(meant, textOption(values, 'mailbox'), () => command.run(values, positionals))
}

function parseWords(name: string, command: Command, words: readonly string[]) {
  const options: ParseArgsConfig['options'] = { ...command.options, ...OF_EACH }
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
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(11)}${summary}`)
  return [
    'recepisse: watches the mailbox of a call, keeps, reads and acknowledges what comes.',
    '',
    'Commands:',
    ...rows,
    '',
    'recepisse COMMAND --help tells more; README.md tells how to begin.',
    'Each takes --settings FILE: lines NAME=value for what the environment does not set; and where a',
    'service has several mailboxes, --mailbox NAME: which of them is meant.',
  ].join('\n')
}

function helpOf(summary: string, command: Command): string {
  return [`recepisse ${command.usage}`, '', summary, '', ...command.details].join('\n')
}

/** Carries out the command that these words are, and leaves its exit code. */
export async function runCommand(words: readonly string[]): Promise<void> {
  await leavingCode(() => codeOf(words))
}

/**
 * Runs a program of ours to its end, and leaves the exit code that it returns; what failed is told on
 * standard error.
 */
export async function leavingCode(program: () => Promise<number>): Promise<void> {
  // A reader that has seen enough (« recepisse list | head ») is no failure.
  process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1))
  try {
    process.exitCode = await program()
  } catch (thrown) {
    const failure = asFailure(thrown)
    printError(`recepisse: ${failure.message}`)
    if (failure.kind === 'bug' && thrown instanceof Error && thrown.stack !== undefined)
      printError(thrown.stack)
    process.exitCode = toldOf(failure.code).exit ?? 1
  }
}
