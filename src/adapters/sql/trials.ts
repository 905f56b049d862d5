import { type CallId, type Fingerprint, OutboxId } from '../../base/ids.ts'
import { type Instant, later } from '../../base/instant.ts'
import type { PipelineRegister, TrialFacts } from '../../register/pipeline.ts'
import { restoredAt } from './answered.ts'
import { isStopped } from './breaker.ts'
import type { Database } from './connect.ts'
import { eraseEntries, eraseLetters } from './erasing.ts'
import { isOnlyInJunk } from './junk.ts'
import { insertLetter } from './outbox.ts'
import { inTurn } from './turn.ts'

const HOUR_MS = 3_600_000
/** Budgets look back a day; nothing of a trial is kept longer. */
const KEPT_MS = 24 * HOUR_MS
const AT_ONCE = 200

export function answerTrial(
  database: Database,
  ...[asked, decide, at]: Parameters<PipelineRegister['answerTrial']>
): Promise<OutboxId | null> {
  return inTurn(database, async (tx) => {
    const written = decide(await factsOf(tx, asked, at))
    if (written === null) return null
    const { id, letter } = written
    // About no mail: what a person takes in is still to be acknowledged.
    const item = { id, kind: 'trial' as const, automatic: true, number: null, fingerprint: null, letter }
    return (await insertLetter(tx, { ...item, purse: purseOfTrials(asked.callId) }, at)) ? id : null
  })
}

/** Trials have a purse of their own: they use up nothing that an acknowledgement may need. */
function purseOfTrials(callId: CallId): string {
  return `${callId} trial`
}

async function factsOf(
  tx: Parameters<Parameters<typeof inTurn>[1]>[0],
  asked: {
    readonly fingerprint: Fingerprint
    readonly callId: CallId
    readonly addresses: readonly string[]
  },
  at: Instant,
): Promise<TrialFacts> {
  const since = (from: Instant) =>
    tx
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('purse', '=', purseOfTrials(asked.callId))
      .where('created_at', '>', from)
  const addresses = asked.addresses.map((address) => address.toLowerCase())
  const lastDay = since(later(at, -KEPT_MS)).where('to_address', 'in', addresses)
  return {
    toAddressLastDay: Number((await lastDay.executeTakeFirstOrThrow()).count),
    lastHour: Number((await since(later(at, -HOUR_MS)).executeTakeFirstOrThrow()).count),
    breakerOpen: await isStopped(tx, asked.callId),
    onlyInJunk: await isOnlyInJunk(tx, asked.fingerprint),
    restoredAt: await restoredAt(tx),
  }
}

/** A day later the letters go, with what their entries told; the entries stay. */
export function forgetTrials(database: Database, at: Instant): Promise<number> {
  return inTurn(database, async (tx) => {
    const rows = await tx
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', 'trial')
      .where('state', '!=', 'intended')
      .where('created_at', '<=', later(at, -KEPT_MS))
      .limit(AT_ONCE)
      .execute()
    const ids = rows.map(({ id }) => OutboxId.parse(id))
    if (ids.length === 0) return 0
    const entries = await tx
      .selectFrom('entry_detail')
      .select('position')
      .where('subject', 'in', ids)
      .orderBy('position')
      .execute()
    await eraseLetters(tx, ids)
    const positions = entries.map(({ position }) => Number(position))
    await eraseEntries(tx, { positions, keys: ids, by: 'programme', reason: 'essais de plus d’un jour' }, at)
    return ids.length
  })
}
