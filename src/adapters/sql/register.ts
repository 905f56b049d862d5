import type { Register } from '../../register/register.ts'
import { sqlAccounts } from './accounts.ts'
import { adoptDeadline, adoptedDeadline, adoptions, readAgain } from './adoptions.ts'
import { noteAlarms, raisedAlarms } from './alarms.ts'
import { noteAnnounced, toAnnounce } from './announcements.ts'
import { bind } from './assemble.ts'
import { openBreaker, resume } from './breaker.ts'
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
import { endLease, takeLease } from './lease.ts'
import { sqlMessages } from './messages.ts'
import { claim, due, insertLetter, releaseClaims, settle } from './outbox.ts'
import { sqlOutcomes } from './outcomes.ts'
import { sqlPipeline } from './pipeline-register.ts'
import { bondsOf } from './placeable-rows.ts'
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
    ...sqlMessages(database),
    ...sqlPipeline(database),
    ...sqlSetAsideDesk(database),
    ...sqlSetAsideFetches(database),
    ...sqlSetAsideLooks(database),
    knownUids: (account, folder, uidValidity, from) =>
      knownUids(database, account, folder, uidValidity, from),
    handedOverNear: (place, most) => handedOverNear(database, place, most),
    recordWithheld: (seen, why, at, lease) => recordWithheld(database, seen, why, at, lease),
    recordSightings: (seen, at, lease) => recordSightings(database, seen, at, lease),
    takeLease: (account, owner, at, until) => takeLease(database, account, owner, at, until),
    endLease: (lease, at) => endLease(database, lease, at),
    proveAlive: (account, folder, at) => proveAlive(database, account, folder, at),
    joinedWith: async (fingerprint) => (await bondsOf(database, fingerprint)).together,
    bind: (bond, decide, at) => bind(database, bond, decide, at),
    adoptions: () => adoptions(database),
    adoptedDeadline: (callId) => adoptedDeadline(database, callId),
    adoptDeadline: (callId, body, adoption, at) => adoptDeadline(database, callId, body, adoption, at),
    readAgain: (fingerprints, adoption, at) => readAgain(database, fingerprints, adoption, at),
    recordClock: (offsetMs, at) => recordClock(database, offsetMs, at),
    lastClock: () => lastClock(database),
    addLetter: (item, at) =>
      inTurn(database, (tx) =>
        insertLetter(tx, { automatic: false, number: null, fingerprint: null, ...item }, at),
      ),
    claim: (id, owner, at, leaseUntil, breakerAt) => claim(database, id, owner, at, leaseUntil, breakerAt),
    settle: (id, owner, outcome, at) => settle(database, id, owner, outcome, at),
    releaseClaims: (owner, at) => releaseClaims(database, owner, at),
    due: (at, limit) => due(database, at, limit),
    toRemind: (callId, isDue, most) => toRemind(database, callId, isDue, most),
    remindersSince: (since) => remindersSince(database, since),
    toAnnounce: (subscriber, most) => toAnnounce(database, subscriber, most),
    noteAnnounced: (subscriber, position) => noteAnnounced(database, subscriber, position),
    toCopy: (limit) => toCopy(database, limit),
    noteCopied: (id, at) => noteCopied(database, id, at),
    noteTokenRenewed: (account, expiresAt, at) => noteTokenRenewed(database, account, expiresAt, at),
    noteTokenFailed: (account, code, at) => noteTokenFailed(database, account, code, at),
    tokens: () => tokens(database),
    breaker: () => openBreaker(database),
    resume: (by, at) => resume(database, by, at),
    act: (fingerprint, wanted, decisions, at) => act(database, fingerprint, wanted, decisions, at),
    staffFacts: (fingerprint) => staffFacts(database, fingerprint),
    applications: (callId) => applications(database, callId),
    summaries: (callId) => summaries(database, callId),
    letterStates: () => letterStates(database),
    mails: (callId) => mails(database, callId),
    letters: () => letters(database),
    sightings: (account) => sightings(database, account),
    history: (number) => history(database, number),
    aliveAt: (account) => aliveAt(database, account),
    noteSigningKey: (signer, at) => noteSigningKey(database, signer, at),
    signingKeys: () => signingKeys(database),
    close: (callId, decided, at) => close(database, callId, decided, at),
    takeHead: (kind, signer, at) => takeHead(database, kind, signer, at),
    takeDeadlineHead: (deadline, signer, at) => takeDeadlineHead(database, deadline, signer, at),
    lastHead: () => lastHead(database),
    heads: () => heads(database),
    unstamped: (authority, limit) => unstamped(database, authority, limit),
    keepAnchor: (head, anchor) => keepAnchor(database, head, anchor),
    anchorsOf: (head) => anchorsOf(database, head),
    entries: (from, limit) => entries(database, from, limit),
    erase: (number, decided, at) => erase(database, number, decided, at),
    positionsOf: (number) => positionsOf(database, number),
    inclusion: (position, size) => inclusion(database, position, size),
    consistency: (older, newer) => consistency(database, older, newer),
    vitals: () => vitals(database),
    raisedAlarms: () => raisedAlarms(database),
    noteAlarms: (told, over, letters, at) => noteAlarms(database, told, over, letters, at),
    [Symbol.asyncDispose]: () => database.destroy(),
  }
}
