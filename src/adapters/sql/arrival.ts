import type { Transaction } from 'kysely'
import { ArrivalNews, type Traces, unproven } from '../../acknowledgement/arrival.ts'
import type { Instant } from '../../base/instant.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** A later notice of less weight changes nothing: a letter that waits at a filter is not « absent » again. */
const WEIGHT: Readonly<Record<ArrivalNews, number>> = {
  absent: 0,
  delayed: 1,
  challenged: 2,
  'said-bounced': 3,
  bounced: 4,
}

/**
 * Notes what a robot tells of one letter of ours: the one whose signed envelope it was sent to, or the latest
 * of those whose Message-ID it names. The second is said, and settles nothing: that id is no secret. No such
 * letter: a forgery or somebody else's mail, and nothing changes.
 */
export async function noteArrival(
  tx: Tx,
  traces: Traces,
  news: ArrivalNews,
  told: { readonly at: Instant; readonly by: string; readonly now: Instant },
): Promise<void> {
  const found = await concerned(tx, traces, news)
  if (found === null) return
  const { letter, worth } = found
  const known = letter.arrival === null ? -1 : WEIGHT[ArrivalNews.parse(letter.arrival)]
  if (WEIGHT[worth] <= known) return
  const settled = worth === 'bounced' ? { state: 'bounced', claimed_by: null, claimed_until: null } : {}
  await tx
    .updateTable('outbox')
    .set({ ...settled, arrival: worth, arrival_at: told.at })
    .where('id', '=', letter.id)
    .execute()
  await record(tx, told.now, `letter.${worth}`, letter.id, { told_by: told.by })
}

/** Only a letter that was handed over at least once can have news. */
async function concerned(tx: Tx, traces: Traces, news: ArrivalNews) {
  const { handles, messageIds } = traces
  const letters = tx
    .selectFrom('outbox')
    .select(['id', 'arrival', 'to_address'])
    .where('attempts', '>', 0)
    .where('state', 'in', ['due', 'intended', 'sent'])
    .orderBy('created_at', 'desc')
  const byHandle =
    handles.length === 0 ? undefined : await letters.where('handle', 'in', [...handles]).executeTakeFirst()
  if (byHandle !== undefined) return { letter: byHandle, worth: news }
  if (messageIds.length === 0) return null
  for (const letter of await letters.where('message_id', 'in', [...messageIds]).execute()) {
    const worth = unproven(news, traces, letter.to_address)
    if (worth !== null) return { letter, worth }
  }
  return null
}
