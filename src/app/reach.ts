import { openGraph } from '../adapters/graph/graph.ts'
import { connectGraphMailbox } from '../adapters/graph/mailbox.ts'
import { connectMailbox } from '../adapters/imap/mailbox.ts'
import { openTokens, type TokenSource } from '../adapters/oauth/tokens.ts'
import type { Mailbox } from '../evidence/mailbox.ts'
import type { Numbering } from '../evidence/numbering.ts'
import type { Ledger } from '../register/ledger.ts'
import type { Register } from '../register/register.ts'
import { graphLocation } from '../settings/graph-secrets.ts'
import { imapLocation } from '../settings/secrets.ts'
import type { Footing } from './footing.ts'

/** How the watched mailbox is reached, as often as somebody has to. */
export interface Reach {
  readonly account: string
  /** Null for an account with a password. */
  readonly tokens: TokenSource | null
  /** `signal` ends what is done with it, in whatever it is doing. */
  connect(signal?: AbortSignal): Promise<Mailbox>
}

/** Whose mailbox it is: its settings, and where its secrets are, if not in this process's own environment. */
type Whose = Pick<Footing, 'settings' | 'clock'> & Partial<Pick<Footing, 'environment'>>

/**
 * By Microsoft Graph where GRAPH_USER is set, else by IMAP, with a password as it is set each time. Failure(
 * 'permanent', 'settings') says what is missing.
 */
export function reachOf({ settings, clock, environment }: Whose, numbering: Numbering): Reach {
  const location = graphLocation(settings, 'read', environment)
  if (location !== null) {
    const tokens = openTokens(location.oauth, clock)
    const graph = openGraph(location, tokens)
    return {
      account: location.user,
      tokens,
      connect: (signal) => connectGraphMailbox(graph, numbering, signal),
    }
  }
  const { oauth, user } = imapLocation(settings, environment)
  const tokens = oauth === null ? null : openTokens(oauth, clock)
  return {
    account: user,
    tokens,
    connect: (signal) => connectMailbox(imapLocation(settings, environment), tokens ?? undefined, signal),
  }
}

/** Numbers from the register, which the office has. */
export function numberedBy(ledger: Pick<Ledger, 'numberMails' | 'idOfMail'>): Numbering {
  return {
    numbers: (place, ids) => ledger.numberMails({ ...place, ids }),
    idOf: (sighting) => ledger.idOfMail(sighting),
  }
}

/** Numbers from the register at hand. */
export function numberedIn(register: Pick<Register, 'numberMails' | 'idOfMail'>): Numbering {
  return {
    numbers: ({ account, uidValidity }, ids) => register.numberMails(account, uidValidity, ids),
    idOf: (sighting) => register.idOfMail(sighting),
  }
}

/** Numbers for a look that nothing is kept of. */
export function numberedOnce(): Numbering {
  let last = 0
  return {
    numbers: async (_place, ids) => ids.map(() => ++last),
    idOf: async () => null,
  }
}
