import type { Transaction } from 'kysely'
import { CallId, type Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Place } from '../../dossier/fates.ts'
import type { Placeable } from '../../dossier/placeable.ts'
import type { Mail } from '../../mail/mail.ts'
import type { PipelineRegister } from '../../register/pipeline.ts'
import type { Bond } from '../../register/staff.ts'
import { type Asking, bindConcern, keepConcern } from './concerning.ts'
import type { Database } from './connect.ts'
import { refreshLine } from './drawn-line.ts'
import type { EventType } from './event-types.ts'
import { record } from './events.ts'
import { answering, placeable } from './placeable-rows.ts'
import { savePlaces } from './places.ts'
import { relatedTo, saveClues } from './related.ts'
import { mailRecord } from './rows.ts'
import { notePutAside } from './set-aside-looks.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type Tx = Transaction<Tables>
/** Where some related mails belong; asked again when a number it drew is taken. */
export type Decide = Parameters<PipelineRegister['assemble']>[1]

/** One transaction: what may belong together is read, placed and saved while nobody else places anything. */
export async function assemble(
  database: Database,
  fingerprint: Fingerprint,
  decide: Decide,
  at: Instant,
  handlesIn: (mail: Mail) => readonly string[] = () => [],
): Promise<readonly Fingerprint[]> {
  return inTurn(database, async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'read' || mail.read === null) return []
    const handles = mail.read.mail === null ? [] : handlesIn(mail.read.mail)
    if (mail.read.triage.nature !== 'submission') {
      await assembleAside(tx, { ...mail, read: mail.read }, handles, at)
      return [fingerprint]
    }
    await tx.deleteFrom('concern').where('fingerprint', '=', fingerprint).execute()
    const callId = await callOf(tx, fingerprint)
    const added = await answering(tx, await placeable(tx, fingerprint), handles)
    const related = await relatedTo(tx, callId, added)
    await saveClues(tx, callId, added)
    return savePlaces(tx, callId, related, await decideUntilFree(tx, related, decide), at)
  })
}

/** A mail that hands nothing in: of what, if anything, it is. */
async function assembleAside(tx: Tx, mail: Asking, handles: readonly string[], at: Instant): Promise<void> {
  const { fingerprint } = mail
  const { nature } = mail.read.triage
  // Read again by another program, it may no longer be one.
  await tx.deleteFrom('submission').where('fingerprint', '=', fingerprint).execute()
  const number = await keepConcern(tx, mail, handles)
  await tx
    .updateTable('mail')
    .set({ progress: 'assembled', fate: nature, number, updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .execute()
  if (nature === 'unrelated') await notePutAside(tx, fingerprint, at)
  await record(tx, at, 'mail.assembled', fingerprint, {
    fate: nature,
    ...(number === null ? {} : { number }),
  })
  if (mail.number !== null) await refreshLine(tx, mail.number)
}

/** Writes what staff decided about pairs of mails, and places anew all that it touches. */
export async function bind(
  database: Database,
  bond: Bond,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  return inTurn(database, async (tx) => {
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
    const asking = await mailRecord(tx, first[0])
    if (asking !== null && asking.fate === 'inquiry') {
      await bindConcern(tx, asking, first[1], bond.kind)
      const type = bond.kind === 'together' ? 'mail.attached' : 'mail.detached'
      await record(tx, at, type, first[0], { by: bond.by, reason: bond.reason })
      return []
    }
    const event = await eventOf(tx, bond.kind, first)
    const touched = await placeAnew(tx, first[0], decide, at)
    const others = [...new Set(bond.pairs.map(([left]) => left))].filter((left) => left !== first[0])
    const sealed = others.map((key) => ({ table: 'bond', key }))
    await record(tx, at, event, first[0], { by: bond.by, reason: bond.reason }, {}, sealed)
    return touched
  })
}

/** A mail taken out of its application is one thing, two applications that stay two another. */
async function eventOf(
  tx: Tx,
  kind: Bond['kind'],
  [left, right]: readonly [Fingerprint, Fingerprint],
): Promise<EventType> {
  if (kind === 'together') return 'applications.joined'
  const rows = await tx
    .selectFrom('submission')
    .select('number')
    .distinct()
    .where('fingerprint', 'in', [left, right])
    .execute()
  return rows.length === 1 ? 'application.separated' : 'applications.told-apart'
}

/**
 * What a mail may belong with, it too, is placed again: something that decides where it belongs is another
 * now.
 */
export async function placeAnew(
  tx: Tx,
  fingerprint: Fingerprint,
  decide: Decide,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const callId = await callOf(tx, fingerprint)
  const related = await relatedTo(tx, callId, await placeable(tx, fingerprint))
  return savePlaces(tx, callId, related, await decideUntilFree(tx, related, decide), at)
}

async function callOf(tx: Tx, fingerprint: Fingerprint): Promise<CallId> {
  const row = await tx
    .selectFrom('mail')
    .select('call_id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  return CallId.parse(row.call_id)
}

/** A drawn number that another application has is drawn again. */
async function decideUntilFree(
  tx: Tx,
  related: readonly Placeable[],
  decide: Decide,
): Promise<readonly Place[]> {
  const taken = new Set<string>()
  const own = new Set(
    related.flatMap(({ number, opened }) => [...opened, ...(number === null ? [] : [number])]),
  )
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
