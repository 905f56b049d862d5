import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)
const security = z.enum(['tls', 'starttls', 'none'])
const SECURITY = '« none » is for a server on this machine'
const CLIENT = 'What this program is called there'
const SCOPE = 'What it asks leave for there'

/** How the mailbox and the submission server are reached; their passwords are secrets. */
export const MAIL_SERVERS = {
  IMAP_HOST: z.string().optional().describe('The mail server of the watched mailbox'),
  IMAP_PORT: port.optional().describe('Unset: 993 with tls, else 143'),
  IMAP_SECURITY: security.default('tls').describe(SECURITY),
  IMAP_USER: z.string().optional().describe('The account; its password in IMAP_PASSWORD'),
  IMAP_OAUTH_TOKEN_URL: z
    .url()
    .optional()
    .describe('Token server of Microsoft 365 or Google: the account is entered without a password'),
  IMAP_OAUTH_CLIENT_ID: z.string().optional().describe(CLIENT),
  IMAP_OAUTH_SCOPE: z.string().optional().describe(SCOPE),
  IMAP_SENT_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A copy of each letter that left goes into this folder of the mailbox; « \\Sent » is the one the ' +
        'server marks as such. Unset: none, and the mailbox is never written to',
    ),
  IMAP_FOLDERS: z
    .string()
    .default('INBOX')
    .transform((text) =>
      text
        .split(',')
        .map((folder) => folder.trim())
        .filter((folder) => folder !== ''),
    )
    .describe('Folders to watch, separated by commas'),
  IMAP_JUNK: z
    .string()
    .default('auto')
    .transform((text) => {
      const names = text.split(',').map((name) => name.trim())
      if (names[0] === 'auto') return 'auto'
      return names[0] === 'none' ? [] : names.filter((name) => name !== '')
    })
    .describe(
      'Folders of suspected spam, read only as well: « auto » finds those that the server marks or ' +
        'names so, « none » reads none',
    ),
  SMTP_HOST: z.string().optional().describe('The authority’s submission server: letters leave there'),
  SMTP_PORT: port.optional().describe('Unset: 465 with tls, else 587'),
  SMTP_SECURITY: security.default('starttls').describe(SECURITY),
  SMTP_USER: z
    .string()
    .optional()
    .describe('The account, where the server wants one; its password in SMTP_PASSWORD'),
  SMTP_OAUTH_TOKEN_URL: z
    .url()
    .optional()
    .describe('Token server of Microsoft 365 or Google: the account is entered without a password'),
  SMTP_OAUTH_CLIENT_ID: z.string().optional().describe(CLIENT),
  SMTP_OAUTH_SCOPE: z.string().optional().describe(SCOPE),
}
