import { Failure } from '../../base/failure.ts'
import {
  type DecisionRegister,
  decisionBase,
  lettersOfDecision,
  mayHaveArrived,
  standing,
} from '../../register/outcomes.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { takeHeadOfLetter } from './heads.ts'
import { insertLetter } from './outbox.ts'
import { outcomes } from './outcomes.ts'
import { outboxItem } from './rows.ts'
import { inTurn } from './turn.ts'

/** As the history shows it to staff. */
const WHAT = { what: 'lettre de décision' }

/**
 * Letters that notify a decision; Failure('permanent', 'decision-changed') where another one counts by now.
 */
export function sqlDecisions(database: Database): DecisionRegister {
  return {
    sendDecision: ({ id, number, decision, letter, shown }, { by, reason }, signer, at) =>
      inTurn(database, async (tx) => {
        if (standing(await outcomes(tx, number))?.seq !== decision)
          throw new Failure('permanent', 'decision-changed', 'another outcome was recorded meanwhile')
        const rows = await tx
          .selectFrom('outbox')
          .selectAll()
          .where('kind', '=', 'decision')
          .where('number', '=', number)
          .execute()
        const own = lettersOfDecision(rows.map(outboxItem), decisionBase(number, decision))
        if (own.some(mayHaveArrived))
          throw new Failure('permanent', 'decision-sent', 'this decision has its letter already')
        await record(tx, at, 'letter.released', id, { by, reason, ...WHAT }, shown)
        const item = { id, kind: 'decision' as const, automatic: false, letter, number, fingerprint: null }
        if (!(await insertLetter(tx, item, at)))
          throw new Failure('permanent', 'decision-sent', 'this decision has its letter already')
        await takeHeadOfLetter(tx, signer, at)
      }),
  }
}
