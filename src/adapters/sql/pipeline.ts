import type { Transaction } from 'kysely'
import type { Traces } from '../../acknowledgement/arrival.ts'
import { Fingerprint, type RegistrationNumber } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Submission } from '../../dossier/dossier.ts'
import type { Mail } from '../../mail/mail.ts'
import { isHeld } from '../../mail/robots/decision.ts'
import type { Conclusion, ConclusionFacts, FreshlyRead, PipelineRegister } from '../../register/register.ts'
import { Outage } from '../../verdict/outage.ts'
import { answered } from './answered.ts'
import { noteArrival } from './arrival.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { refreshLine } from './lines.ts'
import { insertLetter } from './outbox.ts'
import { mailRecord, Progress, submissionsOf } from './rows.ts'
import { keepStructure } from './set-aside-looks.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'
import { unsynced } from './unsynced.ts'

type Tx = Transaction<Tables>

export async function countAttempt(
  database: Database,
  fingerprint: Fingerprint,
  change: 1 | -1,
  at: Instant,
): Promise<number> {
  const row = await unsynced(database, (one) =>
    one
      .updateTable('mail')
      .set((expression) => ({ attempts: expression('attempts', '+', change), updated_at: at }))
      .where('fingerprint', '=', fingerprint)
      .returning('attempts')
      .executeTakeFirstOrThrow(),
  )
  return row.attempts
}

export async function forgiveAttempts(database: Database): Promise<void> {
  await database
    .updateTable('mail')
    .set((expression) => ({ attempts: expression('attempts', '-', 1) }))
    .where('progress', 'in', ['received', 'settled'])
    .where('attempts', '>', 0)
    .execute()
}

export async function saveRead(
  database: Database,
  fingerprint: Fingerprint,
  read: FreshlyRead,
  at: Instant,
): Promise<void> {
  await inTurn(database, async (tx) => {
    const changed = await tx
      .updateTable('mail')
      .set({
        progress: 'read',
        attempts: 0,
        received_at: read.receipt.receivedAt,
        call_id: read.callId,
        receipt: JSON.stringify(read.receipt),
        triage: JSON.stringify(read.triage),
        sender: read.sender,
        sender_proof: read.proof,
        parsed: read.mail === null ? null : JSON.stringify(read.mail),
        updated_at: at,
      })
      .where('fingerprint', '=', fingerprint)
      .where('progress', '=', 'received')
      .returning('fingerprint')
      .executeTakeFirst()
    if (changed === undefined) return
    await tx.deleteFrom('document').where('fingerprint', '=', fingerprint).execute()
    for (const [position, document] of read.documents.entries()) {
      await tx
        .insertInto('document')
        .values({
          fingerprint,
          position,
          sha256: document.sha256,
          problem: document.problem,
          body: JSON.stringify(document),
        })
        .execute()
    }
    await keepStructure(tx, fingerprint, read.triage, read.attached, at)
    await record(tx, at, 'mail.read', fingerprint, { documents: read.documents.length })
  })
}

export async function conclude(
  database: Database,
  fingerprint: Fingerprint,
  decide: (facts: ConclusionFacts) => Conclusion,
  at: Instant,
  traces?: (mail: Mail) => Traces,
): ReturnType<PipelineRegister['conclude']> {
  return inTurn(database, async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'assembled' || mail.read === null) return null
    const before = await submissionsUpTo(tx, mail.number, fingerprint)
    const decided = decide({
      record: { ...mail, read: mail.read },
      submissions: before,
      outages: await outagesOf(tx),
      ...(await answered(tx, mail.read, fingerprint, mail.number, at)),
    })
    const conclusion = (await hasPersonInHand(tx, fingerprint))
      ? { ...decided, letter: null, letterId: null }
      : decided
    await saveConclusion(tx, fingerprint, mail.number, mail.read.receipt.receivedAt, conclusion, at)
    if (conclusion.news !== null && traces !== undefined && mail.read.mail !== null)
      await noteArrival(tx, traces(mail.read.mail), conclusion.news, {
        at: mail.read.receipt.receivedAt,
        by: fingerprint,
        now: at,
      })
    const letterIds = [conclusion.letterId, conclusion.joining?.id].filter((id) => id != null)
    return { letterIds, fate: mail.fate }
  })
}

async function outagesOf(tx: Tx): Promise<readonly Outage[]> {
  const rows = await tx.selectFrom('outage').select(['from_at', 'until_at']).orderBy('from_at').execute()
  return rows.map((row) => Outage.parse({ from: row.from_at, until: row.until_at }))
}

/** A person has it in hand: a mail that is concluded again is not answered behind their back. */
async function hasPersonInHand(tx: Tx, fingerprint: Fingerprint): Promise<boolean> {
  const row = await tx
    .selectFrom('decision')
    .select('held')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.held === 1
}

async function submissionsUpTo(
  tx: Tx,
  number: RegistrationNumber | null,
  fingerprint: Fingerprint,
): Promise<readonly Submission[]> {
  if (number === null) return []
  const all = await submissionsOf(tx, number)
  return all.slice(0, all.findIndex((submission) => submission.fingerprint === fingerprint) + 1)
}

async function saveConclusion(
  tx: Tx,
  fingerprint: Fingerprint,
  number: RegistrationNumber | null,
  receivedAt: Instant,
  conclusion: Conclusion,
  at: Instant,
): Promise<void> {
  const { verdict, applicant, decision, letter, letterId, joining } = conclusion
  if (number !== null && verdict !== null && applicant !== null) {
    const row = {
      number,
      received_at: receivedAt,
      verdict: JSON.stringify(verdict),
      applicant: JSON.stringify(applicant),
    }
    await tx
      .insertInto('verdict')
      .values({ fingerprint, ...row })
      .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(row))
      .execute()
    await refreshLine(tx, number)
  }
  await tx
    .insertInto('decision')
    .values({
      fingerprint,
      body: JSON.stringify(decision),
      held: isHeld(decision) ? 1 : 0,
      to_address: decision.send ? decision.to.toLowerCase() : null,
      decided_at: at,
    })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .execute()
  const place = await record(
    tx,
    at,
    'mail.concluded',
    fingerprint,
    {
      decision: decision.reason,
      timeliness: verdict?.timeliness ?? null,
      completeness: verdict?.completeness ?? null,
    },
    conclusion.shown,
  )
  if (letter !== null && letterId !== null)
    await insertLetter(
      tx,
      { id: letterId, kind: 'acknowledgement', automatic: true, letter: letter(place), number, fingerprint },
      at,
    )
  if (joining !== null)
    await insertLetter(tx, { ...joining, kind: 'joining', automatic: true, number, fingerprint: null }, at)
  await tx
    .updateTable('mail')
    .set({ progress: 'settled', updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .execute()
}

export async function unfinished(
  database: Database,
  before: Instant,
): ReturnType<PipelineRegister['unfinished']> {
  const rows = await database
    .selectFrom('mail')
    .select(['fingerprint', 'progress'])
    .where('progress', 'in', ['received', 'read', 'assembled'])
    .where('updated_at', '<=', before)
    .orderBy('updated_at')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    progress: Progress.parse(row.progress),
  }))
}

export async function toDiscard(
  database: Database,
  fingerprint?: Fingerprint,
): Promise<readonly Fingerprint[]> {
  const beingLookedAt = database
    .selectFrom('set_aside')
    .select('fingerprint')
    .where('fetched_at', 'is not', null)
  const rows = await database
    .selectFrom('mail')
    .select('fingerprint')
    .where('progress', '=', 'settled')
    .where('fate', '=', 'unrelated')
    .where('kept', '=', 1)
    .where('fingerprint', 'not in', beingLookedAt)
    .$if(fingerprint !== undefined, (query) => query.where('fingerprint', '=', fingerprint ?? ''))
    .execute()
  return rows.map((row) => Fingerprint.parse(row.fingerprint))
}

export async function discarded(database: Database, fingerprint: Fingerprint): Promise<void> {
  await database.updateTable('mail').set({ kept: 0 }).where('fingerprint', '=', fingerprint).execute()
}
