import { type Calls, seasonOf, seasonsBegin } from '../call/calls.ts'
import { fallbackReceipt } from '../mail/receipt-time.ts'
import { RULES_EDITION } from '../mail/rules-edition.ts'
import { STAND_IN } from '../mail/signs/stand-in.ts'
import type { IntakeRegister } from '../register/intake.ts'
import type { Ledger } from '../register/ledger.ts'
import type { SentCopies } from '../register/sent-copies.ts'
import type { SetAsideFetches, SetAsidePipeline } from '../register/set-aside.ts'
import type { TokenRegister } from '../register/tokens.ts'
import type { Jobs } from './jobs.ts'

export interface LedgerPorts {
  readonly register: IntakeRegister &
    SetAsideFetches &
    Pick<SetAsidePipeline, 'toLookAgain'> &
    SentCopies &
    Pick<TokenRegister, 'noteTokenRenewed' | 'noteTokenFailed'>
  readonly jobs: Jobs
}

/**
 * Fetched in one round, and waiting for the second look: the archive holds no more of what is none of our
 * business.
 */
const AT_A_TIME = 4

/** What the office answers and notes for those who meet the mail servers: rows committed, then hints. */
export function ledgerOf({ register, jobs }: LedgerPorts, calls: Calls): Ledger {
  return {
    since: async () => seasonsBegin(calls),
    knownUids: async ({ account, folder, uidValidity, from }) => [
      ...(await register.knownUids(account, folder, uidValidity, from)),
    ],
    numberMails: ({ account, uidValidity, ids }) => register.numberMails(account, uidValidity, ids),
    idOfMail: (sighting) => register.idOfMail(sighting),
    handedOverNear: ({ place, most }) => register.handedOverNear(place, most),
    async recordSightings({ seen, at, lease, haste }) {
      const results = await register.recordSightings(seen, at, lease)
      const isForPipeline = results.map((one) => one === 'new' || one === 'out-of-junk')
      const forPipeline = seen.filter((_, index) => isForPipeline[index])
      await Promise.all(forPipeline.map(({ fingerprint }) => jobs.add('read', { fingerprint }, haste)))
      return results
    },
    async recordWithheld({ seen, at, lease }) {
      // Which call it was for nobody can say: the first one's staff look at it.
      const why = { code: STAND_IN, callId: calls[0].id, receipt: fallbackReceipt(seen.clocks) }
      await register.recordWithheld(seen, why, at, lease)
      return null
    },
    proveAlive: ({ account, folder, at }) => nulled(register.proveAlive(account, folder, at)),
    takeLease: ({ account, owner, at, until }) => register.takeLease(account, owner, at, until),
    endLease: ({ lease, at }) => nulled(register.endLease(lease, at)),
    async wantedAgain({ account }) {
      const hasRoom = (await register.toLookAgain()).length === 0
      return register.toFetch(account, hasRoom ? calls.map(seasonOf) : [], RULES_EDITION, AT_A_TIME)
    },
    async fetchedAgain({ mail, at, lease }) {
      await register.fetchedAgain(mail, at, lease)
      const { fingerprint, why } = mail
      if (why === 'taken-in') await jobs.add('read', { fingerprint })
      else await jobs.add('reconsider', { fingerprint }, 'backlog')
      return null
    },
    noteGone: ({ mail, at }) => nulled(register.noteGone(mail, at)),
    isSetAside: (sighting) => register.isSetAside(sighting),
    toCopy: ({ most }) => register.toCopy(most),
    noteCopied: ({ id, at }) => nulled(register.noteCopied(id, at)),
    noteTokenRenewed: ({ account, expiresAt, at }) =>
      nulled(register.noteTokenRenewed(account, expiresAt, at)),
    noteTokenFailed: ({ account, code, at }) => nulled(register.noteTokenFailed(account, code, at)),
  }
}

/** Answers travel: nothing to be said is said, too. */
async function nulled(done: Promise<void>): Promise<null> {
  await done
  return null
}
