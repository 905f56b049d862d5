import { openArchive } from '../adapters/archive/open.ts'
import { openWorld } from '../app/world.ts'
import type { SignedHead } from '../proof/head.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { inspected, inspectInSteps } from '../steps/inspect-register.ts'
import { differenceInWords, faultInWords, unsealedInWords } from './found-in-words.ts'
import { print } from './output.ts'

/** A head as a digest prints it: so many entries, and the beginning of their root. */
export interface PrintedHead {
  readonly size: number
  readonly root: string
}

/**
 * The whole register of this machine: its entries, and everything that people read against them. Exit code 1
 * when anything is wrong, or a printed or published head is not one of its states.
 */
export async function inspectRegister(
  printed: PrintedHead | null,
  published: readonly SignedHead[],
): Promise<number> {
  await using world = await openWorld('verify')
  const archive = await openArchive(archiveLocation(world.settings))
  const found = await inspected(
    inspectInSteps(
      { register: world.register, archive },
      { sizes: printed === null ? [] : [printed.size], published },
    ),
  )
  const { faults, differences, entries, heads, rows } = found
  for (const fault of faults) print(faultInWords(fault))
  for (const difference of differences) print(differenceInWords(difference))
  const isOurs = printed === null || found.rootAt(printed.size)?.startsWith(printed.root) === true
  if (!isOurs) print(`head-unknown: the first ${printed?.size} entries do not have the root that was printed`)
  if (found.unsealed > 0) print(unsealedInWords(found))
  const wrong = faults.length + differences.length
  print(`${entries} entries, ${heads.length} heads, ${rows} rows, ${wrong} faults`)
  return wrong === 0 && isOurs ? 0 : 1
}
