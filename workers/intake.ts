/**
 * Takes: the mailbox's folders (IMAP, read-only), the register, the archive; at `mailbox.sock`, what the
 * console asks. Leaves: raw mails in the archive, rows in the register, `read` and `reconsider` hints; head
 * and structure of a mail put aside. Trusts: nothing it fetches: bytes are kept unparsed. May not: send,
 * mark, move or delete mail; parse anything. On failure: connects again with back-off; the parent restarts
 * it. Settings: IMAP_*, RECEPISSE_POLL_SECONDS, RECEPISSE_FULL_SECONDS.
 */
import { startIntake } from '../src/app/intake.ts'
import { live } from '../src/app/processes.ts'

await live('intake', startIntake)
