/**
 * Takes: requests of the staff's browsers, on loopback unless told otherwise. Leaves: pages; what staff
 * decided, in the register; letters of theirs in the outbox. Trusts: nothing that a browser or an applicant
 * sent: every word is escaped, originals are only downloads. May not: reach a mail server: it holds no such
 * secret; it asks the mailbox's process for a look at mails put aside. On failure: the parent starts it
 * again; sessions are in the register. Settings: RECEPISSE_CONSOLE_PORT (without it there is none),
 * RECEPISSE_CONSOLE_HOST, RECEPISSE_CONSOLE_URL, RECEPISSE_OIDC_*.
 */
import { atRegister } from '../src/app/at-register.ts'
import { startConsole } from '../src/app/console.ts'
import { live } from '../src/app/processes.ts'

await live('console', { stand: atRegister('console'), start: startConsole })
