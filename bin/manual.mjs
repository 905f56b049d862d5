// Writes the manual's pages and the shell's completions from what the program itself says: recepisse(1) and
// the completions from the commands' own usage, details and options, recepisse.env(5) from the settings.
//   node bin/manual.mjs FOLDER [DAY]: writes recepisse.1, recepisse.env.5 and completions there.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VERSION } from '../src/base/version.ts'
import { OF_EACH } from '../src/cli/command.ts'
import { COMMANDS } from '../src/cli/commands.ts'
import { toldSettings } from '../src/settings/told-settings.ts'

const [folder = '.', day = ''] = process.argv.slice(2)
/** What a line of a command's details explains, and how: « --out FOLDER  where it goes ». */
const EXPLAINED = /^ {2}(\S.*?)(?: {2,}|: )(\S.*)$/
/** It goes on in the next line. */
const CONTINUED = /^ {3,}(\S.*)$/
const commands = await Promise.all(
  Object.entries(COMMANDS).map(async ([name, { summary, load }]) => ({ name, summary, ...(await load()) })),
)

mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'recepisse.1'), commandsPage())
writeFileSync(join(folder, 'recepisse.env.5'), settingsPage())
writeFileSync(join(folder, 'completions'), completions())

function commandsPage() {
  return page('recepisse', 1, 'watches the mailbox of a call, keeps, reads and acknowledges what comes', [
    ...section('SYNOPSIS', [
      bold('recepisse'),
      italic('COMMAND'),
      '[\\-\\-settings',
      `${italic('FILE')}]`,
      '…',
    ]),
    ...section('DESCRIPTION', [
      'The deposit office of a mailbox: each mail is kept as evidence, read, and acknowledged. The service',
      `is ${bold('recepisse run')}, mostly started by the unit recepisse.service; the other commands work`,
      'beside it, as its account.',
    ]),
    ...section('OPTIONS', []),
    ...item('--settings FILE', 'lines NAME=value for what the environment does not set: recepisse.env(5)'),
    ...item('--mailbox NAME', 'which mailbox is meant, where the service has several'),
    ...item('--help', 'of a command: what it takes'),
    ...item('--version', 'the program’s version'),
    ...section('COMMANDS', []),
    ...commands.flatMap(({ usage, summary, details }) => [
      `.SS ${escaped(`recepisse ${usage}`)}`,
      text(summary),
      ...details.flatMap(explained),
    ]),
    ...section('EXIT STATUS', []),
    ...item('0', 'done'),
    ...item('1', 'it failed'),
    ...item('2', 'wrong usage or configuration: it is to be mended first'),
    ...section('FILES', []),
    ...item('/etc/recepisse', 'settings, call and passwords, as « recepisse init --systemd » writes them'),
    ...item('/var/lib/recepisse', 'the register, the mails and the keys: evidence'),
    ...section('SEE ALSO', [`${bold('recepisse.env')}(5), /usr/share/doc/recepisse/docs/operator.md`]),
  ])
}

function settingsPage() {
  return page('recepisse.env', 5, 'settings of the deposit office', [
    ...section('DESCRIPTION', [
      'Lines NAME=value, read by the unit recepisse.service from /etc/recepisse/recepisse.env, and by each',
      `command from the file named with ${bold('\\-\\-settings')}. The environment goes before it. The value`,
      'of any NAME may stand in a file that NAME_FILE names: passwords belong there.',
    ]),
    ...section('SETTINGS', []),
    ...toldSettings().flatMap(({ name, fallback, meaning }) =>
      item(
        name,
        `${meaning === '' ? 'As its name says' : meaning}.${fallback === '' ? '' : ` Else: ${fallback}.`}`,
      ),
    ),
    ...section('SEE ALSO', [`${bold('recepisse')}(1), /usr/share/doc/recepisse/docs/settings.md`]),
  ])
}

function page(name, chapter, purpose, lines) {
  return [
    '\'\\" -*- coding: UTF-8 -*-',
    `.TH ${name.toUpperCase()} ${chapter} "${day}" "recepisse ${VERSION}"`,
    '.SH NAME',
    `${name} \\- ${escaped(purpose)}`,
    ...lines,
    '',
  ].join('\n')
}

function section(name, words) {
  return [`.SH ${name}`, ...(words.length === 0 ? [] : [words.join(' ')])]
}

function item(term, meaning) {
  return ['.TP', bold(escaped(term)), text(meaning)]
}

/** A line of details: what an option does, its second line, or a sentence by itself. */
function explained(line) {
  const [, term, meaning] = EXPLAINED.exec(line) ?? []
  if (term !== undefined) return item(term, meaning)
  const [, more] = CONTINUED.exec(line) ?? []
  return more === undefined ? ['.PP', text(line.trim())] : [text(more)]
}

/** A line of running text: what begins with a dot or an apostrophe would be a request. */
function text(line) {
  return escaped(line).replace(/^(?=[.'])/, '\\&')
}

function escaped(words) {
  return words.replaceAll('\\', '\\e').replaceAll('-', '\\-')
}

function bold(words) {
  return `\\fB${words}\\fR`
}

function italic(words) {
  return `\\fI${words}\\fR`
}

function completions() {
  const options = commands.map(({ name, options: known }) => {
    const words = Object.keys({ ...known, ...OF_EACH }).map((option) => `--${option}`)
    return `    ${name}) words='${words.join(' ')}' ;;`
  })
  return `# bash completion for recepisse(1), written by bin/manual.mjs from its commands.
_recepisse() {
  local words='' word=\${COMP_WORDS[COMP_CWORD]}
  case "$COMP_CWORD:\${COMP_WORDS[1]}:$word" in
    1:*) words='${commands.map(({ name }) => name).join(' ')} --help --version' ;;
    *:*:-*) case "\${COMP_WORDS[1]}" in
${options.join('\n')}
    esac ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _recepisse recepisse
`
}
