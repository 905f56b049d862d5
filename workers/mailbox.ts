/**
 * Takes: the mailbox's folders (IMAP, read-only), the archive; at `mailbox.sock`, what the console asks.
 * Leaves: raw mails in the archive; what it saw, told to the office; head and structure of a mail put aside.
 * Trusts: nothing it fetches: bytes are kept unparsed. May not: send, mark, move or delete mail; parse
 * anything; open the register. On failure: connects again with back-off; the parent restarts it. Settings:
 * IMAP_* or GRAPH_*, RECEPISSE_POLL_SECONDS, RECEPISSE_FULL_SECONDS.
 */
import { standingAside } from '../src/app/hands.ts'
import { startMailbox } from '../src/app/mailbox.ts'
import { live } from '../src/app/processes.ts'

await live('mailbox', { stand: standingAside, start: startMailbox })
