import type { RegistrationNumber } from '../base/ids.ts'
import { leafOf } from '../proof/entry.ts'
import type { SignedHead } from '../proof/head.ts'
import type { Difference } from '../proof/seal.ts'
import { isSigned } from '../proof/signature.ts'
import { isIncluded } from '../proof/tree.ts'
import type { ComparisonRegister } from '../register/comparison.ts'
import type { KeptEntry, ProofRegister } from '../register/proof.ts'
import { ToldByEntries } from './told-by-entries.ts'

/**
 * One application against what was sealed of it, for whoever prints that one: its rows against their seals,
 * the entries that sealed them or tell of it against the tree, and the tree against the last signed head.
 * What that head does not cover yet is compared by its seal alone; the whole register is gone through by
 * night.
 */
export async function inspectedDossier(
  register: ProofRegister & ComparisonRegister,
  number: RegistrationNumber,
): Promise<readonly Difference[]> {
  // Entries first, and then those that the rows name: what is written meanwhile is no difference.
  const before = await register.positionsOf(number)
  const { differences, places } = await register.compareDossier(number)
  const head = await register.lastHead()
  const found: Difference[] =
    head === null || (await isOurs(register, head)) ? [] : [wrong('head', head.head.at)]
  const told = new ToldByEntries()
  const positions = new Set([...before, ...places.map(({ position }) => position)])
  for (const position of [...positions].toSorted((one, other) => one - other)) {
    const [entry] = await register.entries(position, 1)
    const isThere = entry !== undefined && entry.position === position
    if (isThere) told.take(entry)
    if (!isThere || !(await isCovered(register, entry, head))) found.push(wrong('entry', `${position}`))
  }
  return [
    ...differences,
    ...found,
    ...told.differences,
    ...told.comparePlaces(places, Number.POSITIVE_INFINITY),
  ]
}

async function isOurs(register: ProofRegister, { head, signature }: SignedHead): Promise<boolean> {
  const key = (await register.signingKeys()).find(({ id }) => id === head.key)
  return key !== undefined && isSigned(head, signature, key.publicPem)
}

async function isCovered(
  register: ProofRegister,
  { position, body, leaf }: KeptEntry,
  signed: SignedHead | null,
): Promise<boolean> {
  if (leafOf(body) !== leaf) return false
  if (signed === null || position >= signed.head.size) return true
  const { size, root } = signed.head
  return isIncluded(leaf, position, size, await register.inclusion(position, size), root)
}

function wrong(table: string, row: string): Difference {
  return { table, row, column: null, words: 'it is not what the last signed head covers' }
}
