/**
 * Takes: jobs summarise; the hours of the call file.
 * Leaves: a digest for the staff in the outbox.
 * Trusts: the register alone.
 * May not: send, or read a mailbox.
 * On failure: the next hour's digest tells the same.
 * Settings: the call file's digest.
 */
import { startDigest } from '../src/app/digest.ts'
import { live } from '../src/app/processes.ts'

await live('digest', startDigest)
