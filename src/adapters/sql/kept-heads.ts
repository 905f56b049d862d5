import { createPublicKey } from 'node:crypto'
import { Head, type SignedHead } from '../../proof/head.ts'
import type { Difference } from '../../proof/seal.ts'
import { keyIdOf } from '../../proof/signature.ts'
import type { ComparisonRegister } from '../../register/comparison.ts'
import type { Database } from './connect.ts'
import { parseJson } from './rows.ts'

/** Whatever was written over them: what does not read is named, and the others are still compared. */
export async function keptHeads(database: Database): ReturnType<ComparisonRegister['keptHeads']> {
  const rows = await database.selectFrom('head').selectAll().orderBy('at').orderBy('size').execute()
  const keys = await database.selectFrom('signing_key').select(['id', 'public_pem']).execute()
  const heads: SignedHead[] = []
  const differences: Difference[] = []
  for (const row of rows) {
    const head = headOf(row.body)
    const differ = (column: string) =>
      differences.push({ ...at(row), column, words: 'it is not what was signed' })
    if (Buffer.from(row.signature, 'base64url').toString('base64url') !== row.signature) differ('signature')
    if (head === null) differ('body')
    else {
      heads.push({ head, signature: row.signature })
      for (const column of ['size', 'at', 'kind'] as const) if (head[column] !== row[column]) differ(column)
    }
  }
  for (const { id, public_pem } of keys)
    if (idOf(public_pem) !== id)
      differences.push({ table: 'signing_key', row: id, column: 'public_pem', words: 'it is not this key' })
  const sound = keys.filter(({ id, public_pem }) => idOf(public_pem) === id)
  return { heads, keys: new Map(sound.map(({ id, public_pem }) => [id, public_pem])), differences }
}

function at(row: { readonly at: string; readonly kind: string }) {
  return { table: 'head', row: `${row.at} ${row.kind}` }
}

function headOf(body: string): Head | null {
  try {
    return parseJson(Head, body)
  } catch {
    return null
  }
}

function idOf(pem: string): string | null {
  try {
    const key = createPublicKey(pem)
    // As it was written: other letters may mean the same key.
    return key.export({ type: 'spki', format: 'pem' }) === pem ? keyIdOf(key) : null
  } catch {
    return null
  }
}
