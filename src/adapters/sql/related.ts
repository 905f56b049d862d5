import type { Transaction } from 'kysely'
import { type CallId, Fingerprint } from '../../base/ids.ts'
import { type Clue, cluesOf, SHARED_BY } from '../../dossier/clues.ts'
import { couldMean } from '../../dossier/grounds.ts'
import type { Placeable } from '../../dossier/placeable.ts'
import { placeable } from './placeable-rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** Keeps what a mail can be recognised by, so that later ones find its dossier. */
export async function saveClues(tx: Tx, callId: CallId, added: Placeable): Promise<void> {
  for (const { kind, value } of cluesOf(added)) {
    await tx
      .insertInto('clue')
      .values({ call_id: callId, kind, value, fingerprint: added.submission.fingerprint })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/**
 * A mail with all mails of the applications that share a clue with it or that staff bound it to: whole
 * applications, so that none is judged by half. Of a clue that dozens share, those that the mail could mean.
 */
export async function relatedTo(tx: Tx, callId: CallId, added: Placeable): Promise<readonly Placeable[]> {
  const { fingerprint } = added.submission
  const numbers = new Set<string>(added.number === null ? [] : [added.number])
  let writesForMany = false
  for (const clue of cluesOf(added)) {
    const found = [...(await applicationsWith(tx, callId, clue)), ...(await openedUnder(tx, clue))]
    const isShared = found.length > SHARED_BY && !IDENTIFYING.has(clue.kind)
    if (isShared && clue.kind === 'sender') writesForMany = true
    for (const { number } of isShared ? meant(clue, added, found) : found) numbers.add(number)
  }
  const bound = [...added.bonds.together, ...added.bonds.apart]
  const others =
    bound.length === 0
      ? []
      : await tx.selectFrom('submission').select('number').where('fingerprint', 'in', bound).execute()
  for (const row of others) numbers.add(row.number)
  return [{ ...added, writesForMany }, ...(await placeablesOf(tx, [...numbers], fingerprint))]
}

const IDENTIFYING: ReadonlySet<Clue['kind']> = new Set(['siren', 'rna', 'answers', 'message'])

/** An application with a clue. `name`: as lists show it; `isJudged`: false while its first mail is not. */
interface Found {
  readonly number: string
  readonly name: string | null
  readonly isJudged: boolean
}

async function applicationsWith(tx: Tx, callId: CallId, { kind, value }: Clue): Promise<readonly Found[]> {
  const rows = await tx
    .selectFrom('clue')
    .innerJoin('submission', 'submission.fingerprint', 'clue.fingerprint')
    .leftJoin('line', 'line.number', 'submission.number')
    .select(['submission.number', 'line.name', 'line.number as judged'])
    .distinct()
    .where('clue.call_id', '=', callId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .execute()
  return rows.map(({ number, name, judged }) => ({ number, name, isJudged: judged !== null }))
}

/** The application that a number was given to, wherever its opener is now. */
async function openedUnder(tx: Tx, { kind, value }: Clue): Promise<readonly Found[]> {
  if (kind !== 'number') return []
  const rows = await tx
    .selectFrom('application')
    .innerJoin('submission', 'submission.fingerprint', 'application.opened_by')
    .select('submission.number')
    .where('application.number', '=', value.toUpperCase())
    .execute()
  return rows.map(({ number }) => ({ number, name: null, isJudged: true }))
}

/**
 * Of the applications of a sender that writes for many, those that a mail could mean: by a name, or by having
 * none.
 */
function meant({ kind }: Clue, added: Placeable, found: readonly Found[]): readonly Found[] {
  if (kind !== 'sender') return []
  const isMeant = couldMean(added)
  const nameless = found.filter(({ name, isJudged }) => isJudged && name === null)
  return [
    ...found.filter(({ isJudged }) => !isJudged),
    ...(nameless.length > SHARED_BY ? [] : nameless),
    ...found.filter(({ name }) => name !== null && isMeant(name)),
  ]
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
