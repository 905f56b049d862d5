/**
 * Takes: all jobs; at `office.sock`, what mailbox and sender saw; the hours of the call file. Leaves:
 * documents, dossiers, verdicts, letters, digests and heads in the register, hints. Trusts: nothing that an
 * applicant sent: mails are read behind a wall, and what is told of them is checked. May not: reach a mail
 * server: it holds no such secret. On failure: transient: tried again; anything else: the mail is quarantined
 * and a person is told. Settings: RECEPISSE_SWEEP_SECONDS, RECEPISSE_QUIET_SECONDS, the call file.
 */
import { atRegister } from '../src/app/at-register.ts'
import { startOffice } from '../src/app/office.ts'
import { live } from '../src/app/processes.ts'

await live('office', { stand: atRegister('office'), start: startOffice })
