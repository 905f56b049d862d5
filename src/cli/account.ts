import * as codes from '../adapters/accounts/codes.ts'
import * as passwords from '../adapters/accounts/passwords.ts'
import { systemClock } from '../adapters/clock/system.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { Role } from '../register/accounts.ts'
import { invite } from '../steps/sign-in.ts'
import type { Command } from './command.ts'
import { print, printError } from './output.ts'
import { required } from './staff-options.ts'
import { table } from './table.ts'

export const account: Command = {
  usage:
    'account add --email ADDRESS --role reader|staff|administrator  |  account close --email ADDRESS ' +
    '--by NAME  |  account list',
  details: [
    '  add    prints a link, once: it opens the page where its owner chooses a password, for three days',
    '  close  ends the account and its sessions',
    '  list   all accounts',
    'Inviting somebody again takes their old password and code away.',
  ],
  options: { email: { type: 'string' }, role: { type: 'string' }, by: { type: 'string' } },
  positionals: true,
  async run(values, [what]) {
    await using world = await openWorld('account')
    if (what === 'add') {
      const role = Role.safeParse(values['role'])
      if (!role.success) throw new Failure('permanent', 'usage', `--role takes ${Role.options.join(', ')}`)
      const ports = { ...world, proofs: { ...codes, ...passwords }, codeClock: systemClock() }
      const token = await invite(ports, emailIn(required(values, 'email')), role.data)
      print(`${world.settings.RECEPISSE_CONSOLE_URL ?? ''}/invitation/${token}`)
      printError('recepisse: hand this link to its owner; it works once, within three days')
      return 0
    }
    if (what === 'close') {
      const email = emailIn(required(values, 'email'))
      if (!(await world.register.disableAccount(email, required(values, 'by'), world.clock.now())))
        throw new Failure('permanent', 'no-such-account', 'there is no such account')
      return 0
    }
    if (what !== 'list') throw new Failure('permanent', 'usage', 'recepisse account add, close or list')
    const accounts = await world.register.accounts()
    print(
      table(
        accounts.map(({ email, role, disabled, password }) => [
          email,
          role,
          disabled ? 'closed' : password === null ? 'invited' : 'active',
        ]),
      ),
    )
    return 0
  },
}

function emailIn(text: string): string {
  if (!/^[^\s@<>",;:()]+@[^\s@<>",;:()]+$/u.test(text))
    throw new Failure('permanent', 'usage', '--email takes one bare address')
  return text.toLowerCase()
}
