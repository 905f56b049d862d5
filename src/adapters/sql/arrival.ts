import type { Transaction } from 'kysely'
import { ArrivalNews, type Traces } from '../../acknowledgement/arrival.ts'
import type { Instant } from '../../base/instant.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** A later notice of less weight changes nothing: a letter that waits at a filter is not « absent » again. */
const WEIGHT: Readonly<Record<ArrivalNews, number>> = { absent: 0, delayed: 1, challenged: 2, bounced: 3 }

/**
 * Notes what a robot tells of one letter of ours: the one whose signed envelope it was sent to, or the latest of
 * those whose Message-ID it names. No such letter: a forgery or somebody else's mail, and nothing changes.
 */
export async function noteArrival(
  tx: Tx,
  traces: Traces,
  news: ArrivalNews,
  told: { readonly at: Instant; readonly by: string; readonly now: Instant },
): Promise<void> {
  const letter = await concerned(tx, traces)
  if (letter === undefined) return
  const known = letter.arrival === null ? -1 : WEIGHT[ArrivalNews.parse(letter.arrival)]
  if (WEIGHT[news] <= known) return
  const settled = news === 'bounced' ? { state: 'bounced', claimed_by: null, claimed_until: null } : {}
  await tx
    .updateTable('outbox')
    .set({ ...settled, arrival: news, arrival_at: told.at })
    .where('id', '=', letter.id)
    .execute()
  await record(tx, told.now, `letter.${news}`, letter.id, { told_by: told.by })
}

/** Only a letter that was handed over at least once can have news. */
async function concerned(tx: Tx, { handles, messageIds }: Traces) {
  const letters = tx
    .selectFrom('outbox')
    .select(['id', 'arrival'])
    .where('attempts', '>', 0)
    .where('state', 'in', ['due', 'intended', 'sent'])
    .orderBy('created_at', 'desc')
  const byHandle =
    handles.length === 0 ? undefined : await letters.where('handle', 'in', [...handles]).executeTakeFirst()
  if (byHandle !== undefined || messageIds.length === 0) return byHandle
  return letters.where('message_id', 'in', [...messageIds]).executeTakeFirst()
}
