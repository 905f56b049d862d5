import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { asFailure, Failure } from '../base/failure.ts'
import { type Environment, MAILBOX_ID } from './environment.ts'

/**
 * One mailbox of a service, with what it works by. `id`: the name of its folder; null in a service of one,
 * whose settings are those of the service.
 */
export interface MailboxOfService {
  readonly id: string | null
  readonly environment: Environment
}

/** The mailboxes of a service, and those whose file cannot be used: they stand aside, and the others work. */
export interface Mailboxes {
  readonly mailboxes: readonly MailboxOfService[]
  readonly refused: readonly { readonly id: string; readonly failure: Failure }[]
}

/** The file of a mailbox in its folder, as `recepisse init` writes it. */
const FILE = 'recepisse.env'

/** What the machine has once, whatever it serves: a mailbox’s file may not set it. */
export const OF_THE_SERVICE = [
  'RECEPISSE_MAILBOXES',
  'RECEPISSE_INSTANCE',
  'RECEPISSE_CLOCK_OFFSET_MS',
  'RECEPISSE_CRASH_AT',
  'RECEPISSE_HEALTH_PORT',
  'RECEPISSE_WALL',
  'RECEPISSE_READERS',
  'RECEPISSE_CONSOLE_PORT',
  'RECEPISSE_CONSOLE_HOST',
  'RECEPISSE_CONSOLE_PROXY',
  'RECEPISSE_CA',
  'LOG_LEVEL',
  'REDIS_URL',
  'DATABASE_URL',
  'CLAMD_SOCKET',
  'CLAMD_HOST',
  'CLAMD_PORT',
] as const

/**
 * What tells one authority from another: in the service’s own settings it would be every mailbox’s, and a
 * letter would leave by somebody else’s account.
 */
export const OF_A_MAILBOX = [
  'RECEPISSE_CALL',
  'RECEPISSE_CONSOLE_URL',
  'RECEPISSE_OIDC_ISSUER',
  'RECEPISSE_OIDC_CLIENT_ID',
  'RECEPISSE_OIDC_CLIENT_SECRET',
  'RECEPISSE_KEY',
  'RECEPISSE_SIGNING_KEY',
  'RECEPISSE_EVENTS_WEBHOOK',
  'RECEPISSE_EVENTS_SECRET',
  'IMAP_USER',
  'IMAP_PASSWORD',
  'IMAP_OAUTH_REFRESH_TOKEN',
  'IMAP_FOLDERS',
  'GRAPH_USER',
  'GRAPH_FOLDERS',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'SMTP_OAUTH_REFRESH_TOKEN',
] as const

/**
 * The mailboxes that a service works for: those in the folder RECEPISSE_MAILBOXES, each a folder NAME with a
 * recepisse.env, or the one of the settings themselves. What a mailbox’s file does not say the service’s
 * settings do; its data are in a folder of its own, NAME below RECEPISSE_DATA. Failure('permanent',
 * 'settings') where there is none at all, or the service’s settings say what is a mailbox’s.
 */
export function mailboxesOf(environment: Environment = process.env): Mailboxes {
  const folder = environment['RECEPISSE_MAILBOXES']
  if (folder === undefined || folder === '' || environment['RECEPISSE_MAILBOX'] !== undefined)
    return { mailboxes: [{ id: null, environment }], refused: [] }
  refuse('the service’s settings', environment, OF_A_MAILBOX, 'a mailbox’s own file')
  const ids = foldersIn(folder)
  if (ids.length === 0)
    throw new Failure(
      'permanent',
      'settings',
      `${folder} holds no mailbox: make one with « recepisse init ${join(folder, 'NAME')} »`,
    )
  const mailboxes: MailboxOfService[] = []
  const refused: { id: string; failure: Failure }[] = []
  for (const id of ids)
    try {
      const own = environmentOf(id, join(folder, id), environment)
      for (const name of ITS_OWN) refuseTaken(name, own, mailboxes)
      mailboxes.push({ id, environment: own })
    } catch (error) {
      refused.push({ id, failure: asFailure(error) })
    }
  return { mailboxes, refused }
}

/** What no two may have: a copied file would have one authority’s mail read as another’s. */
const ITS_OWN = ['IMAP_USER', 'GRAPH_USER', 'RECEPISSE_CONSOLE_URL'] as const

function refuseTaken(name: string, own: Environment, others: readonly MailboxOfService[]): void {
  const value = (one: Environment) => one[name]?.toLowerCase().replace(/\/+$/, '')
  const other = others.find(
    ({ environment }) => value(own) !== undefined && value(environment) === value(own),
  )
  if (other === undefined) return
  throw new Failure(
    'permanent',
    'settings',
    `${own['RECEPISSE_MAILBOX']}: ${name} is that of the mailbox ${other.id} already`,
  )
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, FILE)))
      .sort()
  } catch (error) {
    throw new Failure('permanent', 'settings', `RECEPISSE_MAILBOXES: ${folder} cannot be read`, {
      cause: error,
    })
  }
}

function environmentOf(id: string, folder: string, service: Environment): Environment {
  const path = join(folder, FILE)
  if (!z.string().regex(MAILBOX_ID).safeParse(id).success)
    throw new Failure(
      'permanent',
      'settings',
      `${folder}: a mailbox’s name is 31 small letters, figures and hyphens at the most, a letter first`,
    )
  const own = ownOf(path)
  refuse(path, own, OF_THE_SERVICE, 'the service’s settings')
  return {
    ...withoutFilesOf(service, own),
    RECEPISSE_DATA: join(resolve(service['RECEPISSE_DATA'] ?? 'data'), id),
    ...archiveOf(id, service),
    ...own,
    RECEPISSE_MAILBOX: id,
  }
}

function ownOf(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Failure('permanent', 'settings', `${path}: this settings file cannot be read`, { cause: error })
  }
}

/** A value of the mailbox’s own takes the place of the service’s, whether it is given there or in a file. */
function withoutFilesOf(service: Environment, own: Environment): Environment {
  const given = new Set(Object.keys(own).map(bare))
  return Object.fromEntries(Object.entries(service).filter(([name]) => !given.has(bare(name))))
}

/** One bucket or folder for all has a part of each. */
function archiveOf(id: string, service: Environment): Environment {
  const place = service['RECEPISSE_ARCHIVE']
  return place === undefined ? {} : { RECEPISSE_ARCHIVE: `${place.replace(/\/$/, '')}/${id}` }
}

function refuse(where: string, values: Environment, names: readonly string[], whose: string): void {
  const wrong = Object.entries(values).find(
    ([name, value]) => (value ?? '') !== '' && names.includes(bare(name)),
  )
  if (wrong === undefined) return
  throw new Failure(
    'permanent',
    'settings',
    `${where}: where a service has several mailboxes ${wrong[0]} belongs into ${whose}`,
  )
}

function bare(name: string): string {
  return name.replace(/_FILE$/, '')
}
