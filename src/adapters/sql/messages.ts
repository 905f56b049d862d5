import { Failure } from '../../base/failure.ts'
import type { MessageRegister } from '../../register/messages.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { takeHeadOfLetter } from './heads.ts'
import { insertLetter } from './outbox.ts'
import { inTurn } from './turn.ts'

/** Messages of staff to applicants, and what was begun and not sent. */
export function sqlMessages(database: Database): MessageRegister {
  return {
    sendMessage: ({ id, number, letter, shown }, by, signer, at) =>
      inTurn(database, async (tx) => {
        await record(tx, at, 'letter.released', id, { by, what: 'message au candidat' }, shown)
        const item = { id, kind: 'message' as const, automatic: false, letter, number, fingerprint: null }
        if (!(await insertLetter(tx, item, at)))
          throw new Failure('permanent', 'message-meanwhile', 'another message left meanwhile')
        await takeHeadOfLetter(tx, signer, at)
      }),
  }
}
