import type { Kysely } from 'kysely'
import type { Difference } from '../../proof/seal.ts'
import type { ComparisonRegister } from '../../register/comparison.ts'
import { drawnLine } from './drawn-line.ts'
import type { Tables } from './tables.ts'

type Line = Tables['line']

export async function compareLines(
  tx: Kysely<Tables>,
  ...[after, most]: Parameters<ComparisonRegister['compareLines']>
): ReturnType<ComparisonRegister['compareLines']> {
  const rows = await tx
    .selectFrom('application')
    .select('number')
    .where('number', '>', after)
    .union(tx.selectFrom('line').select('number').where('number', '>', after))
    .orderBy('number')
    .limit(most)
    .execute()
  const page = rows.map((row) => row.number)
  const differences: Difference[] = after === '' ? [...(await withoutNumber(tx))] : []
  for (const number of page) differences.push(...(await compareLine(tx, number)))
  return { next: page.at(-1) ?? null, differences }
}

/** SQLite lets a key be nothing. */
async function withoutNumber(tx: Kysely<Tables>): Promise<readonly Difference[]> {
  const row = await tx.selectFrom('line').select('call_id').where('number', 'is', null).executeTakeFirst()
  return row === undefined
    ? []
    : [{ table: 'line', row: '', column: 'number', words: 'it is of no application' }]
}

/** One of them. */
export async function compareLine(tx: Kysely<Tables>, number: string): Promise<readonly Difference[]> {
  const line = await tx.selectFrom('line').selectAll().where('number', '=', number).executeTakeFirst()
  const stand = await standOf(tx, number)
  if (stand === 'in-hand' || (stand === 'unsealed' && line !== undefined)) return []
  const of = { table: 'line', row: number }
  const drawn = await drawnAgain(tx, number)
  if (drawn === 'unreadable')
    return [{ ...of, column: null, words: 'the verdicts that it is drawn from cannot be read' }]
  if (drawn === null && line === undefined) return []
  if (line === undefined) return [{ ...of, column: null, words: 'the row is not there' }]
  if (drawn === null) return [{ ...of, column: null, words: 'nothing that it could be drawn from is there' }]
  return Object.entries(drawn)
    .filter(([column, value]) => line[column as keyof Line] !== value)
    .map(([column]) => ({ ...of, column, words: 'it is not what the verdicts say' }))
}

async function drawnAgain(tx: Kysely<Tables>, number: string): Promise<Line | null | 'unreadable'> {
  try {
    return await drawnLine(tx, number)
  } catch {
    return 'unreadable'
  }
}

/**
 * A line is drawn anew when the last of its mails is through; one that an earlier edition drew may follow
 * other rules.
 */
async function standOf(tx: Kysely<Tables>, number: string): Promise<'settled' | 'in-hand' | 'unsealed'> {
  const mails = await tx
    .selectFrom('submission')
    .innerJoin('mail', 'mail.fingerprint', 'submission.fingerprint')
    .leftJoin('verdict', 'verdict.fingerprint', 'submission.fingerprint')
    .leftJoin('latest_seal', (join) =>
      join.onRef('latest_seal.of_key', '=', 'verdict.fingerprint').on('latest_seal.of_table', '=', 'verdict'),
    )
    .select(['mail.progress', 'verdict.fingerprint', 'latest_seal.position'])
    .where('submission.number', '=', number)
    .execute()
  if (mails.some(({ progress }) => progress !== 'settled' && progress !== 'quarantined')) return 'in-hand'
  const isOlder = mails.some(({ fingerprint, position }) => fingerprint !== null && position === null)
  return isOlder ? 'unsealed' : 'settled'
}
