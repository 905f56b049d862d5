import type { Kysely } from 'kysely'
import type { Difference } from '../../proof/seal.ts'
import type { ComparisonRegister } from '../../register/comparison.ts'
import { sizeOf } from './proof.ts'
import type { Tables } from './tables.ts'

/** As many levels as positions have bits. */
const LEVELS = 53

export async function nodesBetween(
  database: Kysely<Tables>,
  ...[from, to]: Parameters<ComparisonRegister['nodesBetween']>
): ReturnType<ComparisonRegister['nodesBetween']> {
  const nodes: { level: number; index: number; hash: string }[] = []
  for (let level = 1; level < LEVELS && 2 ** level <= to; level += 1) {
    const rows = await database
      .selectFrom('tree')
      .select(['position', 'hash'])
      .where('level', '=', level)
      .where('position', '>=', Math.floor(from / 2 ** level))
      .where('position', '<', Math.floor(to / 2 ** level))
      .execute()
    for (const { position, hash } of rows) nodes.push({ level, index: position, hash })
  }
  return nodes
}

export async function compareEnd(tx: Kysely<Tables>): Promise<readonly Difference[]> {
  const size = await sizeOf(tx)
  const details = await tx
    .selectFrom('entry_detail')
    .select('position')
    .where('position', '>=', size)
    .execute()
  const seals = await tx.selectFrom('latest_seal').selectAll().where('position', '>=', size).execute()
  return [
    ...details.map(({ position }) => behind('entry_detail', `${position}`)),
    ...seals.map(({ of_table, of_key }) => behind(of_table, of_key)),
    ...(await nodesBehind(tx, size)),
  ]
}

async function nodesBehind(tx: Kysely<Tables>, size: number): Promise<readonly Difference[]> {
  const rows = await tx
    .selectFrom('tree')
    .select(['level', 'position'])
    .where(({ or, and, eb }) =>
      or([
        eb('level', '<', 1),
        eb('level', '>=', LEVELS),
        ...Array.from({ length: LEVELS - 1 }, (_, before) => before + 1).map((level) =>
          and([eb('level', '=', level), eb('position', '>=', Math.floor(size / 2 ** level))]),
        ),
      ]),
    )
    .execute()
  return rows.map(({ level, position }) => behind('tree', `${level}/${position}`))
}

function behind(table: string, row: string): Difference {
  return { table, row, column: null, words: 'its entry is not there: the register’s end was cut off' }
}
