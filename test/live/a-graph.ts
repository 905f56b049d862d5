import { demonstrationCall } from '../../demo/demonstration.ts'
import { TENANT } from '../rig/graph.ts'
import type { Application } from '../rig/graph-tokens.ts'

export const USER = demonstrationCall().acknowledgement.from
const CLIENT_ID = 'c11e47aa-0000-4000-8000-00000000000a'
const SECRET = 'secret-of-the-application'

/** An application that may read the mailbox and send from it. */
export function anApplication(over: Partial<Application> = {}): Application {
  return { clientId: CLIENT_ID, secret: SECRET, rights: new Set(['Mail.Read', 'Mail.Send']), ...over }
}

/** What the service is told to reach the stand-in, in place of the demonstration's own servers. */
export function graphSettings(port: number): Readonly<Record<string, string>> {
  return {
    IMAP_HOST: '',
    IMAP_USER: '',
    IMAP_PASSWORD: '',
    SMTP_HOST: '',
    GRAPH_USER: USER,
    GRAPH_TENANT: TENANT,
    GRAPH_CLIENT_ID: CLIENT_ID,
    GRAPH_CLIENT_SECRET: SECRET,
    GRAPH_URL: `http://127.0.0.1:${port}`,
    GRAPH_LOGIN_URL: `http://127.0.0.1:${port}`,
  }
}
