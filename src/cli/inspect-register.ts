import { openWorld } from '../app/world.ts'
import { Inspection } from '../proof/inspect.ts'
import { print } from './output.ts'

const AT_ONCE = 1000

/** The whole register of this machine, entry by entry; exit code 1 when anything is wrong. */
export async function inspectRegister(): Promise<number> {
  await using world = await openWorld('verify')
  const { register } = world
  const heads = await register.heads()
  const keys = new Map((await register.signingKeys()).map((key) => [key.id, key.publicPem]))
  const inspection = new Inspection(heads)
  for (;;) {
    const entries = await register.entries(inspection.size, AT_ONCE)
    if (entries.length === 0) break
    for (const entry of entries) inspection.take(entry)
  }
  const faults = inspection.finish(heads, (id) => keys.get(id) ?? null)
  for (const { code, position, words } of faults)
    print(`${code}${position === null ? '' : ` at entry ${position}`}: ${words}`)
  print(`${inspection.size} entries, ${heads.length} heads, ${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
}
