/**
 * Takes: jobs deliver; letters that are due in the register.
 * Leaves: letters handed to the submission server, the result in the register.
 * Trusts: the register alone: a job only says where to look.
 * May not: read the mailbox or the archive.
 * On failure: the letter stays due, under the same Message-ID.
 * Settings: SMTP_*, RECEPISSE_INSTANCE.
 */
import { startOutbox } from '../src/app/outbox.ts'
import { live } from '../src/app/processes.ts'

await live('outbox', startOutbox)
