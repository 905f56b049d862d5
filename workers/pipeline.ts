/**
 * Takes: jobs read, assemble, conclude, reconsider, sweep.
 * Leaves: documents, dossiers, verdicts and letters in the register, hints.
 * Trusts: nothing that an applicant sent: documents are read in bounded children.
 * May not: reach a mail server: it holds no such secret.
 * On failure: transient: tried again; anything else: the mail is quarantined and a person is told.
 * Settings: RECEPISSE_SWEEP_SECONDS, RECEPISSE_QUIET_SECONDS.
 */
import { startPipeline } from '../src/app/pipeline.ts'
import { live } from '../src/app/processes.ts'

await live('pipeline', startPipeline)
