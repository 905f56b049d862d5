import type { PipelineRegister } from '../../register/pipeline.ts'
import { assemble } from './assemble.ts'
import { conclude } from './concluding.ts'
import type { Database } from './connect.ts'
import { hasEarlierInHand, senderFacts } from './facts.ts'
import { countAttempt, discarded, forgiveAttempts, saveRead, toDiscard, unfinished } from './pipeline.ts'
import { quarantine } from './quarantine.ts'
import { mailRecord } from './rows.ts'
import { tend } from './tending.ts'
import { answerTrial, forgetTrials } from './trials.ts'
import { inTurn } from './turn.ts'

/** What the pipeline needs of the register, on a database or within a turn that was taken. */
export function sqlPipeline(database: Database): PipelineRegister {
  return {
    asOne: (changes) => inTurn(database, (tx) => changes(sqlPipeline(tx))),
    mail: (fingerprint) => mailRecord(database, fingerprint),
    forgiveAttempts: () => forgiveAttempts(database),
    countAttempt: (fingerprint, change, at) => countAttempt(database, fingerprint, change, at),
    senderFacts: (sender, references, but) => senderFacts(database, sender, references, but),
    hasEarlierInHand: (fingerprint, observedAt, since) =>
      hasEarlierInHand(database, fingerprint, observedAt, since),
    saveRead: (fingerprint, read, at) => saveRead(database, fingerprint, read, at),
    assemble: (fingerprint, decide, at, handlesIn) => assemble(database, fingerprint, decide, at, handlesIn),
    conclude: (fingerprint, decide, at, traces, signer) =>
      conclude(database, fingerprint, decide, at, traces, signer),
    quarantine: (fingerprint, code, callId, receipt, at) =>
      inTurn(database, (tx) => quarantine(tx, fingerprint, { code, callId, receipt }, at)),
    toDiscard: (fingerprint) => toDiscard(database, fingerprint),
    discarded: (fingerprint) => discarded(database, fingerprint),
    tend: () => tend(database),
    answerTrial: (asked, decide, at) => answerTrial(database, asked, decide, at),
    forgetTrials: (at) => forgetTrials(database, at),
    unfinished: (before) => unfinished(database, before),
  }
}
