import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)

/** Where the staff’s pages are served, and how they are entered; secrets are apart. */
export const CONSOLE = {
  RECEPISSE_CONSOLE_PORT: port.optional().describe('Serves the staff’s pages there; unset: none are served'),
  RECEPISSE_CONSOLE_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The address that the staff’s pages listen on; behind a proxy that speaks https leave it'),
  RECEPISSE_CONSOLE_PROXY: z
    .string()
    .default('127.0.0.1')
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== '' && one !== 'none'))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .describe(
      'Addresses or networks (10.0.0.0/24) of the proxy before the staff’s pages: who asks is told ' +
        'by its X-Forwarded-For, and by nobody else’s; « none » where there is no proxy. One that is ' +
        'not named makes one visitor of everybody',
    ),
  RECEPISSE_CONSOLE_URL: z
    .url()
    .optional()
    .transform((url) => url?.replace(/\/+$/, ''))
    .describe('Where staff reach their pages, for links in letters to them and for signing in'),
  RECEPISSE_OIDC_ISSUER: z
    .url()
    .optional()
    .describe('The authority’s OpenID provider: whoever has an account here may sign in through it'),
  RECEPISSE_OIDC_CLIENT_ID: z.string().optional().describe('What this program is called there'),
}
