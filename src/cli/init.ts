import { existsSync } from 'node:fs'
import { access, chmod, mkdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../adapters/clock/system.ts'
import { isReadableByAll, readableByAll } from '../adapters/disk/rights.ts'
import { temporaryFolder } from '../adapters/disk/temporary.ts'
import { Failure } from '../base/failure.ts'
import { wallClockOf } from '../base/instant.ts'
import { ownEnvironment, replaceEnvironment } from '../settings/environment.ts'
import { Beginning, firstCallFile, firstSettings, givenByUnit } from '../settings/first-files.ts'
import { loadSettingsFile } from '../settings/settings-file.ts'
import { check } from './check.ts'
import { type Command, textOption, type Values } from './command.ts'
import { print } from './output.ts'

type Question = keyof Beginning
const QUESTIONS = Object.keys(Beginning.shape) as Question[]

export const init: Command = {
  usage: 'init [FOLDER] [--systemd | --of-several] [--title …] [--deadline …] …',
  details: [
    'Asks what it needs on a terminal; elsewhere, or where an option says it already, it does not.',
    ...QUESTIONS.map((name) => `  --${flagOf(name).padEnd(16)}${Beginning.shape[name].description ?? ''}`),
    '  --systemd        for the unit recepisse.service: FOLDER (by default /etc/recepisse) as it wants it',
    '  --of-several     for a service of several mailboxes: FOLDER is NAME in its RECEPISSE_MAILBOXES',
    'Writes recepisse.env and call.yaml into FOLDER (by default this one), both with comments, and ' +
      'never over what is',
    'there; then runs « check ». Put the passwords into secrets/imap and secrets/smtp beside them.',
  ],
  options: {
    systemd: { type: 'boolean' },
    'of-several': { type: 'boolean' },
    ...Object.fromEntries(QUESTIONS.map((name) => [flagOf(name), { type: 'string' as const }])),
  },
  positionals: true,
  async run(values, [where]) {
    const unit = values['systemd'] === true
    const folder = resolve(where ?? (unit ? UNIT_FOLDER : '.'))
    const paths = { settings: join(folder, 'recepisse.env'), call: join(folder, 'call.yaml') }
    for (const path of Object.values(paths)) await refuseExisting(path)
    const said = process.stdin.isTTY ? await asked(values) : given(values)
    const today = wallClockOf(systemClock().now(), said.zone).toPlainDate().toString()
    const writeCall = async () => {
      await mkdir(folder, { recursive: true })
      await writeFile(paths.call, firstCallFile(said, today), { flag: 'wx' })
    }
    // The unit's account is another.
    await (unit ? readableByAll(writeCall) : writeCall())
    await mkdir(join(folder, 'secrets'), { recursive: true, mode: 0o700 })
    for (const name of ['imap', 'smtp'])
      await writeFile(join(folder, 'secrets', name), '', { flag: 'a', mode: 0o600 })
    const by = unit ? 'unit' : values['of-several'] === true ? 'several' : 'hand'
    await writeFile(paths.settings, firstSettings(said, folder, by), { flag: 'wx', mode: 0o600 })
    // A package has made the folder the group's of its account.
    if (unit) await chmod(paths.settings, 0o640)
    print(
      `Written: ${paths.call} and ${paths.settings}. Read both: what only you can know stands in comments.`,
    )
    print(
      `Put the mailbox’s password into ${join(folder, 'secrets', 'imap')}, the submission server’s ` +
        'into smtp beside it.',
    )
    if (by === 'several') return endForSeveral(folder)
    return unit ? endForUnit(folder, paths.settings) : endForHand(paths.settings)
  },
}

/** Where the unit looks. */
const UNIT_FOLDER = '/etc/recepisse'

function endForHand(settings: string): Promise<number> {
  print(`Then: recepisse check --settings ${settings}, and run with the same.\n`)
  loadSettingsFile(settings)
  return check.run({}, [])
}

/** Its database, ports and readers are the service’s: without those settings there is nothing to check. */
function endForSeveral(folder: string): number {
  print(`Then, with the service’s settings: recepisse check --settings FILE --mailbox ${basename(folder)}`)
  print('A service that runs takes it in when it is started again.')
  return 0
}

/** The unit's data folder is its account's: nothing is written there by anybody else. */
async function endForUnit(folder: string, settings: string): Promise<number> {
  if (!(await isReadableByAll(folder)))
    print(`The service’s account cannot read ${folder}: chmod 755 ${folder}`)
  // A package has made its account, and put its own where systemd looks.
  const install = existsSync(UNIT)
    ? `useradd --system recepisse && cp ${UNIT} /etc/systemd/system/ && systemctl daemon-reload && `
    : ''
  print(`Then: ${install}systemctl enable --now recepisse`)
  print('What it says: journalctl -u recepisse\n')
  await using data = await temporaryFolder()
  loadSettingsFile(settings)
  replaceEnvironment({ ...ownEnvironment(), ...givenByUnit(folder), RECEPISSE_DATA: data.path })
  return await check.run({}, [])
}

const UNIT = fileURLToPath(new URL('../../deploy/recepisse.service', import.meta.url))

function flagOf(name: Question): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

async function refuseExisting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere)
    throw new Failure(
      'permanent',
      'usage',
      `${path} is there already: name another folder, or change it by hand`,
    )
}

/** Everything from options. Failure('permanent', 'usage') names each that is missing or wrong. */
function given(values: Values): Beginning {
  const parsed = Beginning.safeParse(
    Object.fromEntries(QUESTIONS.map((name) => [name, textOption(values, flagOf(name))])),
  )
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => {
    const name = issue.path[0] as Question
    return `  --${flagOf(name)}: ${Beginning.shape[name].description ?? issue.message}`
  })
  throw new Failure('permanent', 'usage', `« init » needs to know:\n${faults.join('\n')}`)
}

/** Asks for what no option says, again until it can be used. */
async function asked(values: Values): Promise<Beginning> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answers: Partial<Record<Question, string>> = {}
  try {
    for (const name of QUESTIONS) {
      const { description = name } = Beginning.shape[name]
      let answer = textOption(values, flagOf(name)) ?? (await terminal.question(`${description}: `))
      for (;;) {
        const parsed = Beginning.shape[name].safeParse(answer)
        if (parsed.success) break
        answer = await terminal.question(`  ${parsed.error.issues[0]?.message ?? ''}\n${description}: `)
      }
      answers[name] = answer
    }
  } finally {
    terminal.close()
  }
  return Beginning.parse(answers)
}
