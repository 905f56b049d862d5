import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { holdsCertificates } from '../base/certificates.ts'
import { Failure } from '../base/failure.ts'
import { CONSOLE } from './console-settings.ts'
import { type Environment, MAILBOX_ID } from './environment.ts'
import { GRAPH, graphFaults, graphStrays, withGraphMailbox } from './graph-settings.ts'
import { MAIL_SERVERS } from './mail-server-settings.ts'
import { settingsFaults } from './settings-faults.ts'

/**
 * What an operator sets, read from the environment and nowhere else. Secrets are apart, in `secrets.ts`: each
 * process gets only its own. A value NAME may stand in a file named by NAME_FILE, as containers hand it over.
 */

const port = z.coerce.number().int().min(1).max(65_535)

export const Settings = z
  .object({
    RECEPISSE_CALL: z
      .string()
      .optional()
      .describe(
        'The call’s file, or a folder of such files, several separated by commas; by default the only ' +
          'one in config/calls',
      ),
    RECEPISSE_DATA: z.string().default('data').describe('Folder of the register and the archive'),
    RECEPISSE_MAILBOXES: z
      .string()
      .optional()
      .describe(
        'A folder of mailboxes, each a folder NAME with the recepisse.env that « init » writes: one ' +
          'service for all of them. What is of one mailbox alone stands in its file, not here',
      ),
    RECEPISSE_MAILBOX: z
      .string()
      .regex(MAILBOX_ID)
      .optional()
      .describe('Set by « run » for its processes: which mailbox of several'),
    RECEPISSE_INSTANCE: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .default('local')
      .describe('Name of this machine among those that share a register'),
    RECEPISSE_CLOCK_OFFSET_MS: z.coerce
      .number()
      .int()
      .default(0)
      .describe(
        'For demonstrations and tests: the clock is off by so much. Refused unless every server is on ' +
          'this machine',
      ),
    RECEPISSE_CRASH_AT: z
      .string()
      .regex(/^(after-[a-z]+(@\d+)?(,|$))*$/)
      .default('')
      .transform((text) =>
        text
          .split(',')
          .filter((one) => one !== '')
          .map((one) => ({ point: one.split('@')[0] ?? '', life: Number(one.split('@')[1] ?? 0) })),
      )
      .describe(
        'For tests: where processes end themselves, such as after-read. Refused unless every server is ' +
          'on this machine',
      ),
    RECEPISSE_STARTED_AGAIN: z.coerce
      .number()
      .int()
      .default(0)
      .describe('Set by « run » for its processes: how often it had to start this one again'),
    RECEPISSE_REDIS_SOCKET: z
      .string()
      .optional()
      .describe('Set by « run » for its processes: the socket of its own redis-server'),
    RECEPISSE_SOCKETS: z
      .string()
      .optional()
      .describe('Set by « run » for its processes: the folder of the sockets at which they ask each other'),
    RECEPISSE_SENDS: z
      .literal('yes')
      .optional()
      .transform((told) => told !== undefined)
      .describe('Set by « run » for its processes: a sender stands beside them'),
    RECEPISSE_HEALTH_PORT: port.optional().describe('Serves /healthz and /readyz on loopback'),
    RECEPISSE_WALL: z
      .enum(['namespaces', 'runtime', 'none'])
      .default('namespaces')
      .describe(
        'The weakest wall behind which strangers’ documents are read: « namespaces » (bubblewrap), ' +
          '« runtime » (Node’s permissions), « none »',
      ),
    RECEPISSE_READERS: z
      .string()
      .optional()
      .describe(
        'The socket of a reading room (« recepisse readers » in a container without network), where ' +
          'strangers’ documents are read; without it they are read here',
      ),
    ...CONSOLE,
    RECEPISSE_POLL_SECONDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(300)
      .default(60)
      .describe(
        'How often the connection is proved by a round trip while IDLE is quiet; by Microsoft Graph, how ' +
          'often news is asked for',
      ),
    RECEPISSE_FULL_SECONDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(300)
      .default(300)
      .describe('How often the whole folder is compared with the register; 5 minutes at the most'),
    RECEPISSE_SWEEP_SECONDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(300)
      .default(15)
      .describe('How often unfinished work is put back'),
    RECEPISSE_QUIET_SECONDS: z.coerce
      .number()
      .int()
      .min(0)
      .max(600)
      .default(30)
      .describe('What moved less than this long ago is work in hand'),
    RECEPISSE_BREAKER_LETTERS: z.coerce
      .number()
      .int()
      .min(1)
      .default(40)
      .describe(
        'So many automatic letters in ten minutes to senders whom nothing proves, and none leaves to ' +
          'such by itself until « recepisse resume »',
      ),
    RECEPISSE_TSA_URL: z
      .url()
      .optional()
      .describe('A time-stamp authority (RFC 3161): heads of the register are stamped there'),
    RECEPISSE_ALERT_TO: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,;]+/).filter((address) => address !== ''))
      .pipe(z.array(z.email()))
      .describe('Who mends the service: alarms go there; to the call’s staff when nobody is named'),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .describe('How much the log says; never an address, a name or a subject'),
    RECEPISSE_CA: z
      .string()
      .refine(holdsCertificates, 'no PEM certificate stands in it')
      .optional()
      .describe(
        'Certificates (PEM) of authorities to trust beside the system’s, for every connection; mostly ' +
          'a file, in RECEPISSE_CA_FILE',
      ),
    ...MAIL_SERVERS,
    ...GRAPH,
    REDIS_URL: z
      .string()
      .optional()
      .describe('The queue’s Redis, which must not evict; unset: « run » starts one of its own'),
    DATABASE_URL: z
      .string()
      .optional()
      .describe(
        'PostgreSQL for the register, shared by several machines; unset: a SQLite file in the data folder',
      ),
    RECEPISSE_ARCHIVE: z
      .string()
      .optional()
      .describe(
        'Where mails are kept when not in the data folder: a folder, or https://host/bucket of an ' +
          'S3-compatible store',
      ),
    S3_REGION: z.string().default('us-east-1').describe('The store’s region; many stores take any'),
    S3_KEY_ID: z.string().optional().describe('The store’s key; its secret in S3_SECRET'),
    CLAMD_SOCKET: z
      .string()
      .optional()
      .describe('clamd’s Unix socket: then attachments are scanned before they are opened'),
    CLAMD_HOST: z.string().optional().describe('The same for a clamd that listens on a port'),
    CLAMD_PORT: port.default(3310).describe('Its port'),
  })
  .superRefine((settings, context) => {
    for (const { name, message } of [...settingsFaults(settings), ...graphFaults(settings)])
      context.addIssue({ code: 'custom', path: [name], message })
  })
export type Settings = z.infer<typeof Settings>

/** Failure('permanent', 'settings') names each variable at fault and what was expected. */
export function readSettings(environment: Environment = process.env): Settings {
  const values = withFiles(environment)
  const parsed = Settings.safeParse(values)
  const strays = graphStrays(values)
  if (parsed.success && strays.length === 0) return withGraphMailbox(parsed.data)
  const issues = parsed.error?.issues.map(({ path, message }) => ({ name: path.join('.'), message })) ?? []
  const faults = [...issues, ...strays].map(({ name, message }) => `  ${name}: ${message}`)
  throw new Failure('permanent', 'settings', `these settings cannot be used:\n${faults.join('\n')}`)
}

/** NAME_FILE for NAME. An empty value is no value, and so is an empty file. */
export function withFiles(environment: Environment): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || value === '') continue
    if (name.endsWith('_FILE') && /^(IMAP|SMTP|GRAPH|REDIS|DATABASE|RECEPISSE|S3)_/.test(name)) {
      const held = readSecretFile(name, value)
      if (held !== '') values[name.slice(0, -5)] = held
    } else values[name] ??= value
  }
  return values
}

function readSecretFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trimEnd()
  } catch (error) {
    throw new Failure('permanent', 'settings', `${name} names a file that cannot be read`, { cause: error })
  }
}

/** Where things are kept in the data folder. */
export function dataPaths(settings: Pick<Settings, 'RECEPISSE_DATA'>) {
  const folder = resolve(settings.RECEPISSE_DATA)
  return {
    folder,
    register: join(folder, 'register.db'),
    lock: join(folder, 'run.lock'),
  }
}

/** Where attachments are scanned; null when no antivirus is configured. */
export function antivirusOf(
  settings: Settings,
): { readonly path: string } | { readonly host: string; readonly port: number } | null {
  if (settings.CLAMD_SOCKET !== undefined) return { path: settings.CLAMD_SOCKET }
  return settings.CLAMD_HOST === undefined ? null : { host: settings.CLAMD_HOST, port: settings.CLAMD_PORT }
}
