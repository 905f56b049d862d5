import type { Transaction } from 'kysely'
import { CallId, Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { type Instant, later } from '../../base/instant.ts'
import { type Candidate, type Clue, fatesOf, type Placement } from '../../dossier/belonging.ts'
import type { Submission } from '../../dossier/dossier.ts'
import type { Receipt } from '../../mail/receipt.ts'
import type { Conclusion, ConclusionFacts, PipelineRegister, ReadMail } from '../../register/register.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { insertLetter } from './outbox.ts'
import { mailRecord, Progress, submissionsOf } from './rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

const HOUR_MS = 3_600_000
/** How many applications a clue may point at before it says nothing: a shared secretariat, a chamber of commerce. */
const MANY_CANDIDATES = 50

export async function countAttempt(
  database: Database,
  fingerprint: Fingerprint,
  change: 1 | -1,
  at: Instant,
): Promise<number> {
  const row = await database
    .updateTable('mail')
    .set((expression) => ({ attempts: expression('attempts', '+', change), updated_at: at }))
    .where('fingerprint', '=', fingerprint)
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return row.attempts
}

export async function saveRead(
  database: Database,
  fingerprint: Fingerprint,
  read: ReadMail,
  at: Instant,
): Promise<void> {
  await database.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('mail')
      .set({
        progress: 'read',
        attempts: 0,
        received_at: read.receipt.receivedAt,
        receipt: JSON.stringify(read.receipt),
        triage: JSON.stringify(read.triage),
        sender: read.sender,
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
        .values({ fingerprint, position, sha256: document.sha256, body: JSON.stringify(document) })
        .execute()
    }
    await record(tx, at, 'mail.read', fingerprint, { documents: read.documents.length })
  })
}

export async function assemble(
  database: Database,
  fingerprint: Fingerprint,
  clues: readonly Clue[],
  decide: Parameters<PipelineRegister['assemble']>[2],
  at: Instant,
): Promise<{ readonly touched: readonly Fingerprint[] }> {
  return database.transaction().execute(async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'read' || mail.read === null) return { touched: [] }
    const nature = mail.read.triage.nature
    if (nature !== 'submission') {
      await tx
        .updateTable('mail')
        .set({ progress: 'assembled', fate: nature, updated_at: at })
        .where('fingerprint', '=', fingerprint)
        .execute()
      await record(tx, at, 'mail.assembled', fingerprint, { fate: nature })
      return { touched: [fingerprint] }
    }
    const callId = await callOf(tx, fingerprint)
    const candidates = await candidatesFor(tx, callId, clues)
    const placement = await decideUntilFree(tx, candidates, decide)
    await savePlacement(tx, mail.read, fingerprint, callId, placement, clues, at)
    return { touched: await saveFates(tx, placement.number, fingerprint, at) }
  })
}

async function callOf(tx: Tx, fingerprint: Fingerprint): Promise<CallId> {
  const row = await tx
    .selectFrom('mail')
    .select('call_id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  return CallId.parse(row.call_id)
}

async function candidatesFor(tx: Tx, callId: CallId, clues: readonly Clue[]): Promise<readonly Candidate[]> {
  const numbers = new Set<string>()
  for (const clue of clues) {
    if (clue.kind === 'number') numbers.add(clue.value)
    const rows = await tx
      .selectFrom('clue')
      .select('number')
      .where('call_id', '=', callId)
      .where('kind', '=', clue.kind)
      .where('value', '=', clue.value)
      .limit(MANY_CANDIDATES)
      .execute()
    for (const row of rows) numbers.add(row.number)
  }
  const candidates: Candidate[] = []
  for (const number of [...numbers].sort())
    candidates.push({
      number: RegistrationNumber.parse(number),
      submissions: await submissionsOf(tx, number),
    })
  return candidates
}

/** A drawn number that another application has is drawn again; the unique key of the table would refuse it anyway. */
async function decideUntilFree(
  tx: Tx,
  candidates: readonly Candidate[],
  decide: Parameters<PipelineRegister['assemble']>[2],
): Promise<Placement> {
  const taken = new Set<string>()
  for (;;) {
    const placement = decide(candidates, (number) => taken.has(number))
    if (placement.kind === 'joined') return placement
    const row = await tx
      .selectFrom('application')
      .select('number')
      .where('number', '=', placement.number)
      .executeTakeFirst()
    if (row === undefined) return placement
    taken.add(placement.number)
  }
}

async function savePlacement(
  tx: Tx,
  read: ReadMail,
  fingerprint: Fingerprint,
  callId: CallId,
  placement: Placement,
  clues: readonly Clue[],
  at: Instant,
): Promise<void> {
  const { number } = placement
  if (placement.kind === 'opened') {
    await tx
      .insertInto('application')
      .values({ number, call_id: callId, opened_by: fingerprint, opened_at: at })
      .execute()
  }
  await tx
    .insertInto('submission')
    .values({
      fingerprint,
      number,
      received_at: read.receipt.receivedAt,
      ground: placement.kind === 'joined' ? placement.ground : 'opened',
      may_belong_to: JSON.stringify(placement.mayBelongTo),
    })
    .execute()
  for (const clue of clues) {
    if (clue.kind === 'number') continue
    await tx
      .insertInto('clue')
      .values({ call_id: callId, kind: clue.kind, value: clue.value, number })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await record(tx, at, 'mail.assembled', fingerprint, {
    number,
    ground: placement.kind === 'joined' ? placement.ground : 'opened',
  })
}

/** An earlier mail that was read later changes what the others are: their conclusions are drawn again. */
async function saveFates(
  tx: Tx,
  number: RegistrationNumber,
  added: Fingerprint,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const submissions = await submissionsOf(tx, number)
  const fates = fatesOf(submissions)
  const fromHere = submissions.slice(submissions.findIndex((submission) => submission.fingerprint === added))
  for (const submission of fromHere) {
    await tx
      .updateTable('mail')
      .set({ progress: 'assembled', fate: fates.get(submission.fingerprint) ?? null, number, updated_at: at })
      .where('fingerprint', '=', submission.fingerprint)
      .execute()
  }
  return fromHere.map((submission) => submission.fingerprint)
}

export async function conclude(
  database: Database,
  fingerprint: Fingerprint,
  decide: (facts: ConclusionFacts) => Conclusion,
  at: Instant,
): ReturnType<PipelineRegister['conclude']> {
  return database.transaction().execute(async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'assembled' || mail.read === null) return null
    const before = await submissionsUpTo(tx, mail.number, fingerprint)
    const conclusion = decide({
      record: { ...mail, read: mail.read },
      submissions: before,
      ...(await answering(tx, mail.read, fingerprint, at)),
    })
    await saveConclusion(tx, fingerprint, mail.number, mail.read.receipt.receivedAt, conclusion, at)
    return { letterId: conclusion.letterId, fate: mail.fate }
  })
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

async function answering(
  tx: Tx,
  read: ReadMail,
  fingerprint: Fingerprint,
  at: Instant,
): Promise<Omit<ConclusionFacts, 'record' | 'submissions'>> {
  const address = read.mail?.returnPath?.toLowerCase() ?? ''
  const lastDay = await tx
    .selectFrom('decision')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('to_address', '=', address)
    .where('decided_at', '>', later(at, -24 * HOUR_MS))
    .executeTakeFirstOrThrow()
  const lastHour = await tx
    .selectFrom('decision')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('to_address', 'is not', null)
    .where('decided_at', '>', later(at, -HOUR_MS))
    .executeTakeFirstOrThrow()
  const letter = await tx
    .selectFrom('outbox')
    .select('id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  const references = read.mail === null ? [] : [...read.mail.inReplyTo, ...read.mail.references]
  const ours =
    references.length === 0
      ? undefined
      : await tx.selectFrom('outbox').select('id').where('message_id', 'in', references).executeTakeFirst()
  return {
    answersToAddressLastDay: Number(lastDay.count),
    answersLastHour: Number(lastHour.count),
    alreadyAnswered: letter !== undefined,
    repliesToOurs: ours !== undefined,
  }
}

async function saveConclusion(
  tx: Tx,
  fingerprint: Fingerprint,
  number: RegistrationNumber | null,
  receivedAt: Instant,
  conclusion: Conclusion,
  at: Instant,
): Promise<void> {
  const { verdict, applicant, decision, letter, letterId } = conclusion
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
  }
  await tx
    .insertInto('decision')
    .values({
      fingerprint,
      body: JSON.stringify(decision),
      to_address: decision.send ? decision.to.toLowerCase() : null,
      decided_at: at,
    })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .execute()
  if (letter !== null && letterId !== null)
    await insertLetter(tx, { id: letterId, kind: 'acknowledgement', letter, number, fingerprint }, at)
  await tx
    .updateTable('mail')
    .set({ progress: 'settled', updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .execute()
  await record(tx, at, 'mail.concluded', fingerprint, {
    decision: decision.reason,
    timeliness: verdict?.timeliness ?? null,
    completeness: verdict?.completeness ?? null,
  })
}

export async function quarantine(
  database: Database,
  fingerprint: Fingerprint,
  code: string,
  receipt: Receipt,
  at: Instant,
): Promise<void> {
  await database.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('mail')
      .set({
        progress: 'quarantined',
        fate: 'quarantined',
        failure_code: code,
        received_at: receipt.receivedAt,
        receipt: JSON.stringify(receipt),
        updated_at: at,
      })
      .where('fingerprint', '=', fingerprint)
      .where('progress', 'not in', ['settled', 'quarantined'])
      .returning('fingerprint')
      .executeTakeFirst()
    if (changed !== undefined) await record(tx, at, 'mail.quarantined', fingerprint, { code })
  })
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

/** For a mail that answers acknowledgements of ours: the applications they were about. */
export async function numbersAnswered(
  database: Database,
  messageIds: readonly string[],
): Promise<readonly RegistrationNumber[]> {
  if (messageIds.length === 0) return []
  const rows = await database
    .selectFrom('outbox')
    .select('number')
    .where('message_id', 'in', [...messageIds])
    .execute()
  return rows.flatMap((row) => (row.number === null ? [] : [RegistrationNumber.parse(row.number)]))
}

export async function toDiscard(database: Database): Promise<readonly Fingerprint[]> {
  const rows = await database.selectFrom('mail').select('fingerprint').where('progress', '=', 'settled').where('fate', '=', 'unrelated').where('kept', '=', 1).execute()
  return rows.map((row) => Fingerprint.parse(row.fingerprint))
}

export async function discarded(database: Database, fingerprint: Fingerprint): Promise<void> {
  await database.updateTable('mail').set({ kept: 0 }).where('fingerprint', '=', fingerprint).execute()
}
