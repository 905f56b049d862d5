import { Failure } from '../base/failure.ts'
import { replaceEnvironment } from '../settings/environment.ts'
import { type MailboxOfService, mailboxesOf } from '../settings/mailboxes.ts'
import { print, printError } from './output.ts'

/**
 * Whom a command is about, where a service has several mailboxes: `service`: all of it, or none of them;
 * `mailbox`: the one that is named; `each`: that one, or each in turn.
 */
export type Scope = 'service' | 'mailbox' | 'each'

/**
 * Runs a command for the mailboxes that are meant: their settings take the place of the service’s while it
 * runs. Returns its exit code, of several the highest. Failure('permanent', 'usage') when one must be named.
 */
export async function forMailboxes(
  scope: Scope,
  named: string | undefined,
  run: () => Promise<number>,
): Promise<number> {
  if (scope === 'service' && named === undefined) return run()
  const { mailboxes, refused } = mailboxesOf()
  const isOne = mailboxes[0]?.id === null
  if (isOne && named === undefined) return run()
  if (isOne)
    throw new Failure(
      'permanent',
      'usage',
      '--mailbox: this service has one mailbox; see RECEPISSE_MAILBOXES',
    )
  const broken = refused.find(({ id }) => id === named)
  if (broken !== undefined) throw broken.failure
  const meant = mailboxes.filter(({ id }) => named === undefined || id === named)
  const names = mailboxes.map(({ id }) => id).join(', ')
  if (meant.length === 0 || (named === undefined && scope !== 'each'))
    throw new Failure(
      'permanent',
      'usage',
      `this service has several mailboxes: name one with --mailbox (${names})`,
    )
  for (const { id, failure } of named === undefined ? refused : []) printError(`── ${id}: ${failure.message}`)
  let code = named === undefined && refused.length > 0 ? 1 : 0
  for (const mailbox of meant) {
    if (named === undefined) print(`── ${mailbox.id}`)
    code = Math.max(code, await runFor(mailbox, run))
  }
  return code
}

async function runFor({ environment }: MailboxOfService, run: () => Promise<number>): Promise<number> {
  const before = replaceEnvironment(environment)
  try {
    return await run()
  } finally {
    replaceEnvironment(before)
  }
}
