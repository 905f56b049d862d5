import type { Register } from '../../register/register.ts'
import { sqlAccounts } from './accounts.ts'
import { adoptDeadline, adoptedDeadline, readAgain, standing } from './adoptions.ts'
import { noteAlarms, raisedAlarms } from './alarms.ts'
import { noteAnnounced, toAnnounce } from './announcements.ts'
import { bind } from './assemble.ts'
import { openBreakers, resume } from './breaker.ts'
import { sqlCallVersions } from './call-versions.ts'
import { lastClock, recordClock } from './clock.ts'
import { sqlColleagues } from './colleagues.ts'
import { sqlComparison } from './comparing.ts'
import { compareDossier } from './comparing-dossier.ts'
import type { Database } from './connect.ts'
import { sqlCorrections } from './corrections.ts'
import { sqlDecisions } from './decision-letters.ts'
import { sqlDesk } from './desk.ts'
import { sqlEligibility } from './eligibility.ts'
import { erase } from './erasing.ts'
import { heads, lastHead, takeDeadlineHead, takeHead, unstamped } from './heads.ts'
import { history } from './history.ts'
import { handedOverNear, knownUids, proveAlive, recordSightings, recordWithheld } from './intake.ts'
import { isInHand, lastChange } from './last-change.ts'
import { endLease, takeLease } from './lease.ts'
import { sqlMachines } from './machines.ts'
import { sqlMessages } from './messages.ts'
import { idOfMail, numberMails, sawOtherwise } from './numbering.ts'
import { addLetter, claim, due, releaseClaims, settle } from './outbox.ts'
import { sqlOutcomes } from './outcomes.ts'
import { over } from './over.ts'
import { sqlPipeline } from './pipeline-register.ts'
import { joinedWith } from './placeable-rows.ts'
import {
  anchorsOf,
  close,
  consistency,
  entries,
  inclusion,
  keepAnchor,
  noteSigningKey,
  positionsOf,
  signingKeys,
} from './proof.ts'
import { remindersSince, toRemind } from './reminders.ts'
import { noteCopied, toCopy } from './sent-copies.ts'
import { sqlSetAsideDesk } from './set-aside.ts'
import { sqlSetAsideFetches } from './set-aside-fetches.ts'
import { sqlSetAsideLooks } from './set-aside-looks.ts'
import { act, staffFacts } from './staff.ts'
import { letterStates, summaries } from './summaries.ts'
import { noteTokenFailed, noteTokenRenewed, tokens } from './tokens.ts'
import { inTurn } from './turn.ts'
import { aliveAt, applications, letters, mails, sightings } from './views.ts'
import { vitals } from './vitals.ts'

/** The register on a SQL database. */
export function createSqlRegister(database: Database): Register {
  return {
    ...sqlAccounts(database),
    ...sqlCallVersions(database),
    ...sqlComparison(database),
    compareDossier: (number) => inTurn(database, (tx) => compareDossier(tx, number)),
    ...sqlCorrections(database),
    ...sqlDesk(database),
    ...sqlOutcomes(database),
    ...sqlEligibility(database),
    ...sqlDecisions(database),
    ...sqlColleagues(database),
    ...sqlMachines(database),
    ...sqlMessages(database),
    ...sqlPipeline(database),
    ...sqlSetAsideDesk(database),
    ...sqlSetAsideFetches(database),
    ...sqlSetAsideLooks(database),
    // For who watches the mailbox.
    ...over(database, {
      knownUids,
      numberMails,
      idOfMail,
      sawOtherwise,
      handedOverNear,
      recordWithheld,
      recordSightings,
      takeLease,
      endLease,
      proveAlive,
      aliveAt,
    }),
    // For who sends.
    ...over(database, {
      addLetter,
      claim,
      settle,
      releaseClaims,
      due,
      breakers: openBreakers,
      resume,
      toCopy,
      noteCopied,
    }),
    // For who decides.
    ...over(database, {
      joinedWith,
      bind,
      act,
      staffFacts,
      standing,
      lastChange,
      isInHand,
      adoptedDeadline,
      adoptDeadline,
      readAgain,
      erase,
    }),
    // For who looks.
    ...over(database, {
      applications,
      summaries,
      letterStates,
      mails,
      letters,
      sightings,
      history,
    }),
    // For who proves.
    ...over(database, {
      noteSigningKey,
      signingKeys,
      close,
      takeHead,
      takeDeadlineHead,
      lastHead,
      heads,
      unstamped,
      keepAnchor,
      anchorsOf,
      entries,
      positionsOf,
      inclusion,
      consistency,
    }),
    // For who watches over the service.
    ...over(database, {
      recordClock,
      lastClock,
      toRemind,
      remindersSince,
      toAnnounce,
      noteAnnounced,
      noteTokenRenewed,
      noteTokenFailed,
      tokens,
      vitals,
      raisedAlarms,
      noteAlarms,
    }),
    [Symbol.asyncDispose]: () => database.destroy(),
  }
}
