import { openWorld } from '../app/world.ts'
import { Inspection } from '../proof/inspect.ts'
import { print } from './output.ts'

const AT_ONCE = 1000

/** A head as a digest prints it: so many entries, and the beginning of their root. */
export interface PrintedHead {
  readonly size: number
  readonly root: string
}

/** The whole register of this machine, entry by entry; exit code 1 when anything is wrong, or a printed head is not one of its states. */
export async function inspectRegister(printed: PrintedHead | null): Promise<number> {
  await using world = await openWorld('verify')
  const { register } = world
  const heads = await register.heads()
  const keys = new Map((await register.signingKeys()).map((key) => [key.id, key.publicPem]))
  const inspection = new Inspection(heads, printed === null ? [] : [printed.size])
  for (;;) {
    const entries = await register.entries(inspection.size, AT_ONCE)
    if (entries.length === 0) break
    for (const entry of entries) inspection.take(entry)
  }
  const faults = inspection.finish(heads, (id) => keys.get(id) ?? null)
  for (const { code, position, words } of faults)
    print(`${code}${position === null ? '' : ` at entry ${position}`}: ${words}`)
  const isOurs = printed === null || inspection.rootAt(printed.size)?.startsWith(printed.root) === true
  if (!isOurs) print(`head-unknown: the first ${printed?.size} entries do not have the root that was printed`)
  print(`${inspection.size} entries, ${heads.length} heads, ${faults.length} faults`)
  return faults.length === 0 && isOurs ? 0 : 1
}
