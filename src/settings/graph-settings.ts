import { z } from 'zod'
import { folderPath } from '../evidence/graph-folders.ts'
import { isLoopback, isSafeUrl, type SettingFault } from './settings-faults.ts'

const commaList = (text: string) =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(folderPath)

/**
 * A mailbox of Microsoft 365 that is reached by Microsoft Graph, where IMAP and SMTP are forbidden; the
 * secrets of its application are apart.
 */
export const GRAPH = {
  GRAPH_USER: z
    .string()
    .min(1)
    .toLowerCase()
    .optional()
    .describe(
      'The watched mailbox of Microsoft 365, shared or not, read and sent from by Microsoft Graph: ' +
        'instead of IMAP_… and SMTP_…. Tried against a stand-in, not on the real service',
    ),
  GRAPH_TENANT: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional()
    .describe('The directory (tenant) in which the application is registered: its id or a domain of it'),
  GRAPH_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The application’s id; it enters with GRAPH_CLIENT_SECRET, or with GRAPH_CERTIFICATE and GRAPH_KEY',
    ),
  GRAPH_CERTIFICATE: z
    .string()
    .optional()
    .describe('The application’s certificate (PEM), mostly in GRAPH_CERTIFICATE_FILE; its key in GRAPH_KEY'),
  GRAPH_SEND_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A second application that may send and not read, so that the process that reads cannot send; with ' +
        'GRAPH_SEND_CLIENT_SECRET, or GRAPH_SEND_CERTIFICATE and GRAPH_SEND_KEY. Unset: one may do both',
    ),
  GRAPH_SEND_CERTIFICATE: z.string().optional().describe('The certificate of the second application'),
  GRAPH_FOLDERS: z
    .string()
    .default('inbox')
    .transform(commaList)
    .describe(
      'Folders to watch, separated by commas: names that Graph knows (inbox, archive) or a path of the ' +
        'names that people see, with « / » in between',
    ),
  GRAPH_JUNK: z
    .string()
    .default('auto')
    .transform((text) => {
      const names = commaList(text)
      if (names[0] === 'auto') return 'auto' as const
      return names[0] === 'none' ? [] : names
    })
    .describe(
      'Folders of suspected spam, read only as well: « auto » is Graph’s own (junkemail), « none » ' +
        'reads none',
    ),
  GRAPH_URL: z.url().default('https://graph.microsoft.com').describe('Another one in a national cloud'),
  GRAPH_LOGIN_URL: z
    .url()
    .default('https://login.microsoftonline.com')
    .describe('Where the application’s tokens come from; another one in a national cloud'),
}

/** What is looked at together. */
interface Held {
  readonly GRAPH_USER?: string | undefined
  readonly GRAPH_TENANT?: string | undefined
  readonly GRAPH_CLIENT_ID?: string | undefined
  readonly GRAPH_URL: string
  readonly GRAPH_LOGIN_URL: string
  readonly IMAP_HOST?: string | undefined
  readonly IMAP_USER?: string | undefined
  readonly IMAP_SENT_FOLDER?: string | undefined
  readonly SMTP_HOST?: string | undefined
  readonly RECEPISSE_CLOCK_OFFSET_MS: number
  readonly RECEPISSE_CRASH_AT: readonly unknown[]
}

/** What one of these settings says against another, or against those of IMAP and SMTP. */
export function graphFaults(settings: Held): readonly SettingFault[] {
  const urls = (['GRAPH_URL', 'GRAPH_LOGIN_URL'] as const)
    .filter((name) => !isSafeUrl(settings[name]))
    .map((name) => ({ name, message: 'mails or secrets go there: an https address' }))
  // The others may stand in the settings of a service of several mailboxes.
  if (settings.GRAPH_USER === undefined) return urls
  const half = (['GRAPH_TENANT', 'GRAPH_CLIENT_ID'] as const)
    .filter((name) => settings[name] === undefined)
    .map((name) => ({ name, message: 'Microsoft Graph wants it beside GRAPH_USER' }))
  const both = (['IMAP_HOST', 'IMAP_USER', 'IMAP_SENT_FOLDER', 'SMTP_HOST'] as const)
    .filter((name) => settings[name] !== undefined)
    .map((name) => ({
      name,
      message: 'Microsoft Graph reads and sends (GRAPH_USER): take one of the two out',
    }))
  return [...urls, ...half, ...both, ...farFaults(settings)]
}

/**
 * Secrets of a second application that is not named: the first one would send without a word. Among all that
 * is set, for secrets are no settings.
 */
export function graphStrays(values: Readonly<Record<string, string>>): readonly SettingFault[] {
  if (values['GRAPH_USER'] === undefined || values['GRAPH_SEND_CLIENT_ID'] !== undefined) return []
  return ['GRAPH_SEND_CLIENT_SECRET', 'GRAPH_SEND_CERTIFICATE', 'GRAPH_SEND_KEY']
    .filter((name) => values[name] !== undefined)
    .map((name) => ({ name, message: 'set GRAPH_SEND_CLIENT_ID beside it, or take it out' }))
}

/** What is for tests and demonstrations never meets the real service. */
function farFaults(settings: Held): readonly SettingFault[] {
  if (isLoopback(new URL(settings.GRAPH_URL).hostname)) return []
  const faults: SettingFault[] = []
  if (settings.RECEPISSE_CLOCK_OFFSET_MS !== 0)
    faults.push({
      name: 'RECEPISSE_CLOCK_OFFSET_MS',
      message: 'a clock that is off never meets a real mail service (GRAPH_URL)',
    })
  if (settings.RECEPISSE_CRASH_AT.length > 0)
    faults.push({
      name: 'RECEPISSE_CRASH_AT',
      message: 'a process that ends itself never meets a real mail service (GRAPH_URL)',
    })
  return faults
}

interface Watched {
  readonly GRAPH_USER?: string | undefined
  readonly GRAPH_FOLDERS: string[]
  readonly GRAPH_JUNK: 'auto' | string[]
  readonly IMAP_USER?: string | undefined
  readonly IMAP_FOLDERS: string[]
  readonly IMAP_JUNK: 'auto' | string[]
}

/**
 * With Graph the account and its folders stand where the program looks for those of a mailbox, however it is
 * reached: under the names of IMAP.
 */
export function withGraphMailbox<Settings extends Watched>(settings: Settings): Settings {
  const { GRAPH_USER, GRAPH_FOLDERS, GRAPH_JUNK } = settings
  if (GRAPH_USER === undefined) return settings
  return { ...settings, IMAP_USER: GRAPH_USER, IMAP_FOLDERS: GRAPH_FOLDERS, IMAP_JUNK: GRAPH_JUNK }
}
