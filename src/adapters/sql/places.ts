import type { Transaction } from 'kysely'
import { z } from 'zod'
import { type CallId, type Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Place } from '../../dossier/fates.ts'
import type { Placeable } from '../../dossier/placeable.ts'
import { refreshLine } from './drawn-line.ts'
import { record } from './events.ts'
import { parseJson } from './rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** Saves what changed. From the first change of an application on, its mails are concluded (again). */
export async function savePlaces(
  tx: Tx,
  callId: CallId,
  related: readonly Placeable[],
  places: readonly Place[],
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const before = new Map(related.map((one) => [one.submission.fingerprint, one]))
  const loaded = new Set<string>([...places, ...related].flatMap(({ number }) => number ?? []))
  const touched: Fingerprint[] = []
  // An application that loses a mail is another one from then on.
  const changed = new Set<string>(
    places.flatMap((place) => {
      const number = before.get(place.fingerprint)?.number ?? null
      return number === null || number === place.number ? [] : [number]
    }),
  )
  for (const place of places) {
    const current = before.get(place.fingerprint)
    if (current === undefined) continue
    const row = await tx
      .selectFrom('mail')
      .select(['number', 'fate', 'progress'])
      .where('fingerprint', '=', place.fingerprint)
      .executeTakeFirstOrThrow()
    const isSame = row.number === place.number && row.fate === place.fate && row.progress !== 'read'
    if (!isSame || changed.has(place.number)) {
      changed.add(place.number)
      touched.push(place.fingerprint)
      await savePlace(tx, callId, current, place, at)
    }
    await noteAlike(tx, place, loaded, at)
  }
  await markMerged(tx, related, places, at)
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
    .onConflict((conflict) => conflict.column('number').doUpdateSet({ merged_into: null }))
    .execute()
  const row = {
    number,
    received_at: submission.receipt.receivedAt,
    ground,
  }
  await tx
    .insertInto('submission')
    .values({ fingerprint, ...row, may_belong_to: '[]' })
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
  await record(tx, at, 'mail.assembled', fingerprint, { number, ground }, {}, [
    { table: 'application', key: number },
  ])
}

/**
 * Which applications staff should compare it with: those found now, and of those that were not looked at this
 * time the ones found before. Nothing else of a mail changes by it.
 */
async function noteAlike(tx: Tx, place: Place, loaded: ReadonlySet<string>, at: Instant): Promise<void> {
  const rows = tx.selectFrom('submission').where('fingerprint', '=', place.fingerprint)
  const { may_belong_to: before } = await rows.select('may_belong_to').executeTakeFirstOrThrow()
  const kept = parseJson(z.array(RegistrationNumber), before).filter((number) => !loaded.has(number))
  const now = JSON.stringify([...kept, ...place.mayBelongTo].toSorted())
  if (now === before) return
  await tx
    .updateTable('submission')
    .set({ may_belong_to: now })
    .where('fingerprint', '=', place.fingerprint)
    .execute()
  await record(tx, at, 'mail.compared', place.fingerprint, {})
}

/** An application whose mails all turned out to belong to another: its number leads there from now on. */
async function markMerged(
  tx: Tx,
  related: readonly Placeable[],
  places: readonly Place[],
  at: Instant,
): Promise<void> {
  const alive = new Set(places.map((place) => place.number))
  for (const { number, submission } of related) {
    if (number === null || alive.has(number)) continue
    const place = places.find((one) => one.fingerprint === submission.fingerprint)
    if (place === undefined) continue
    await tx
      .updateTable('application')
      .set({ merged_into: place.number })
      .where('number', '=', number)
      .execute()
    await record(tx, at, 'application.merged', number, { into: place.number })
    await leadAlike(tx, number, place.number, at)
    await refreshLine(tx, number)
  }
}

/** Whoever is to be compared with an application that went into another is compared with that one. */
async function leadAlike(
  tx: Tx,
  from: RegistrationNumber,
  to: RegistrationNumber,
  at: Instant,
): Promise<void> {
  const rows = await tx
    .selectFrom('submission')
    .select(['fingerprint', 'number', 'may_belong_to'])
    .where('may_belong_to', 'like', `%"${from}"%`)
    .execute()
  for (const { fingerprint, number, may_belong_to } of rows) {
    const others = parseJson(z.array(RegistrationNumber), may_belong_to)
    const led = others.map((other) => (other === from ? to : other)).filter((other) => other !== number)
    await tx
      .updateTable('submission')
      .set({ may_belong_to: JSON.stringify([...new Set(led)].toSorted()) })
      .where('fingerprint', '=', fingerprint)
      .execute()
    await record(tx, at, 'mail.compared', fingerprint, {})
  }
}
