/**
 * Takes: at `sender.sock`, letters and notices of the office. Leaves: letters with the submission server,
 * notices at the webhooks; the answer with the office. Trusts: the office alone: it looks at nothing itself.
 * May not: read the mailbox, the archive or the register. On failure: the letter stays due, under the same
 * Message-ID. Settings: SMTP_* or GRAPH_*, RECEPISSE_ALERT_WEBHOOK, RECEPISSE_EVENTS_*.
 */
import { standingAside } from '../src/app/hands.ts'
import { live } from '../src/app/processes.ts'
import { startSender } from '../src/app/sender.ts'

await live('sender', { stand: standingAside, start: startSender })
