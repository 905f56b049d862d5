import type { Transaction } from 'kysely'
import { CallId, Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import { type Bonds, cluesOf, type Placeable } from '../../dossier/belonging.ts'
import type { Place } from '../../dossier/fates.ts'
import type { PipelineRegister } from '../../register/register.ts'
import type { Bond } from '../../register/staff.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { mailRecord } from './rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>
type Decide = Parameters<PipelineRegister['assemble']>[1]

/** One transaction: what may belong together is read, placed and saved while nobody else places anything. */
export async function assemble(
  database: Database,
  fingerprint: Fingerprint,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  return database.transaction().execute(async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'read' || mail.read === null) return []
    const { nature } = mail.read.triage
    if (nature !== 'submission') {
      // Read again by another program, it may no longer be one.
      await tx.deleteFrom('submission').where('fingerprint', '=', fingerprint).execute()
      await tx
        .updateTable('mail')
        .set({ progress: 'assembled', fate: nature, number: null, updated_at: at })
        .where('fingerprint', '=', fingerprint)
        .execute()
      await record(tx, at, 'mail.assembled', fingerprint, { fate: nature })
      return [fingerprint]
    }
    const callId = await callOf(tx, fingerprint)
    const added = await placeable(tx, fingerprint)
    const related = await relatedTo(tx, callId, added)
    await saveClues(tx, callId, added)
    return savePlaces(tx, callId, related, await decideUntilFree(tx, related, decide), at)
  })
}

/** Writes what staff decided about pairs of mails, and places anew all that it touches. */
export async function bind(
  database: Database,
  bond: Bond,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  return database.transaction().execute(async (tx) => {
    const [first] = bond.pairs
    if (first === undefined) return []
    for (const [left, right] of bond.pairs) {
      await tx
        .insertInto('bond')
        .values({
          kind: bond.kind,
          left_mail: left,
          right_mail: right,
          decided_by: bond.by,
          reason: bond.reason,
          decided_at: at,
        })
        .execute()
    }
    const callId = await callOf(tx, first[0])
    const related = await relatedTo(tx, callId, await placeable(tx, first[0]))
    const touched = await savePlaces(tx, callId, related, await decideUntilFree(tx, related, decide), at)
    await record(
      tx,
      at,
      bond.kind === 'together' ? 'applications.joined' : 'application.separated',
      first[0],
      { by: bond.by, reason: bond.reason },
    )
    return touched
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

async function placeable(tx: Tx, fingerprint: Fingerprint): Promise<Placeable> {
  const mail = await mailRecord(tx, fingerprint)
  if (mail?.read == null) throw new Error('a mail is placed after it was read')
  const { receipt, sender, documents } = mail.read
  const references = [...(mail.read.mail?.inReplyTo ?? []), ...(mail.read.mail?.references ?? [])]
  return {
    submission: { fingerprint, receipt, sender, documents: [...documents] },
    repliesTo: await answered(tx, references),
    words: mail.read.mail?.text ?? '',
    bonds: await bondsOf(tx, fingerprint),
    number: mail.number,
  }
}

/** The mails whose acknowledgement some Message-IDs are. */
async function answered(tx: Tx, messageIds: readonly string[]): Promise<readonly Fingerprint[]> {
  if (messageIds.length === 0) return []
  const rows = await tx
    .selectFrom('outbox')
    .select('fingerprint')
    .where('message_id', 'in', [...messageIds])
    .execute()
  return rows.flatMap((row) => (row.fingerprint === null ? [] : [Fingerprint.parse(row.fingerprint)]))
}

/** The last word of staff about each other mail. */
async function bondsOf(tx: Tx, fingerprint: Fingerprint): Promise<Bonds> {
  const rows = await tx
    .selectFrom('bond')
    .select(['kind', 'left_mail', 'right_mail'])
    .where(({ or, eb }) => or([eb('left_mail', '=', fingerprint), eb('right_mail', '=', fingerprint)]))
    .orderBy('seq')
    .execute()
  const last = new Map(
    rows.map((row) => [
      Fingerprint.parse(row.left_mail === fingerprint ? row.right_mail : row.left_mail),
      row.kind,
    ]),
  )
  const named = (kind: string) => [...last].filter(([, one]) => one === kind).map(([other]) => other)
  return { together: named('together'), apart: named('apart') }
}

async function saveClues(tx: Tx, callId: CallId, added: Placeable): Promise<void> {
  for (const { kind, value } of cluesOf(added)) {
    await tx
      .insertInto('clue')
      .values({ call_id: callId, kind, value, fingerprint: added.submission.fingerprint })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/**
 * A mail with all mails of the applications that share a clue with it or that staff bound it to: whole applications,
 * so that none is judged by half.
 */
async function relatedTo(tx: Tx, callId: CallId, added: Placeable): Promise<readonly Placeable[]> {
  const { fingerprint } = added.submission
  const numbers = new Set<string>(added.number === null ? [] : [added.number])
  for (const clue of cluesOf(added)) {
    const rows = await tx
      .selectFrom('clue')
      .innerJoin('submission', 'submission.fingerprint', 'clue.fingerprint')
      .select('submission.number')
      .where('call_id', '=', callId)
      .where('kind', '=', clue.kind)
      .where('value', '=', clue.value)
      .execute()
    for (const row of rows) numbers.add(row.number)
  }
  const bound = [...added.bonds.together, ...added.bonds.apart]
  const others =
    bound.length === 0
      ? []
      : await tx.selectFrom('submission').select('number').where('fingerprint', 'in', bound).execute()
  for (const row of others) numbers.add(row.number)
  return [added, ...(await placeablesOf(tx, [...numbers], fingerprint))]
}

async function placeablesOf(
  tx: Tx,
  numbers: readonly string[],
  except: Fingerprint,
): Promise<readonly Placeable[]> {
  if (numbers.length === 0) return []
  const rows = await tx
    .selectFrom('submission')
    .select('fingerprint')
    .where('number', 'in', [...numbers])
    .where('fingerprint', '!=', except)
    .execute()
  const placeables: Placeable[] = []
  for (const row of rows) placeables.push(await placeable(tx, Fingerprint.parse(row.fingerprint)))
  return placeables
}

/** A drawn number that another application has is drawn again. */
async function decideUntilFree(
  tx: Tx,
  related: readonly Placeable[],
  decide: Decide,
): Promise<readonly Place[]> {
  const taken = new Set<string>()
  const own = new Set(related.flatMap((one) => one.number ?? []))
  for (;;) {
    const places = decide(related, (number) => taken.has(number))
    const drawn = [...new Set(places.map((place) => place.number))].filter((number) => !own.has(number))
    const rows =
      drawn.length === 0
        ? []
        : await tx.selectFrom('application').select('number').where('number', 'in', drawn).execute()
    if (rows.length === 0) return places
    for (const row of rows) taken.add(row.number)
  }
}

/** Saves what changed. From the first change of an application on, its mails are concluded (again). */
async function savePlaces(
  tx: Tx,
  callId: CallId,
  related: readonly Placeable[],
  places: readonly Place[],
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const before = new Map(related.map((one) => [one.submission.fingerprint, one]))
  const touched: Fingerprint[] = []
  const changed = new Set<string>()
  for (const place of places) {
    const current = before.get(place.fingerprint)
    if (current === undefined) continue
    const row = await tx
      .selectFrom('mail')
      .select(['number', 'fate', 'progress'])
      .where('fingerprint', '=', place.fingerprint)
      .executeTakeFirstOrThrow()
    const isSame = row.number === place.number && row.fate === place.fate && row.progress !== 'read'
    if (isSame && !changed.has(place.number)) continue
    changed.add(place.number)
    touched.push(place.fingerprint)
    await savePlace(tx, callId, current, place, at)
  }
  await markMerged(tx, related, places)
  return touched
}

async function savePlace(
  tx: Tx,
  callId: CallId,
  { submission }: Placeable,
  place: Place,
  at: Instant,
): Promise<void> {
  const { fingerprint, number, ground } = place
  await tx
    .insertInto('application')
    .values({ number, call_id: callId, opened_by: fingerprint, opened_at: at, merged_into: null })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
  const row = {
    number,
    received_at: submission.receipt.receivedAt,
    ground,
    may_belong_to: JSON.stringify(place.mayBelongTo),
  }
  await tx
    .insertInto('submission')
    .values({ fingerprint, ...row })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(row))
    .execute()
  await tx
    .updateTable('mail')
    .set({ fate: place.fate, number, updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .execute()
  // One that is to be read again comes back here by itself.
  await tx
    .updateTable('mail')
    .set({ progress: 'assembled' })
    .where('fingerprint', '=', fingerprint)
    .where('progress', '!=', 'received')
    .execute()
  await record(tx, at, 'mail.assembled', fingerprint, { number, ground })
}

/** An application whose mails all turned out to belong to another: its number leads there from now on. */
async function markMerged(tx: Tx, related: readonly Placeable[], places: readonly Place[]): Promise<void> {
  const alive = new Set(places.map((place) => place.number))
  for (const { number, submission } of related) {
    if (number === null || alive.has(number)) continue
    const place = places.find((one) => one.fingerprint === submission.fingerprint)
    if (place !== undefined)
      await tx
        .updateTable('application')
        .set({ merged_into: place.number })
        .where('number', '=', number)
        .execute()
  }
}
