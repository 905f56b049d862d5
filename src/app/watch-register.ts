import { openArchive } from '../adapters/archive/open.ts'
import { archiveFolder } from '../settings/secrets.ts'
import { RegisterWatch } from '../steps/watch-register.ts'
import { every } from './every.ts'
import type { World } from './world.ts'

/** A pause between two steps: others have the register meanwhile. */
const STEP_EVERY_MS = 2_000

/** The register compared with its seals by night, as long as the process lives. */
export async function watchRegister(world: World): Promise<Disposable & { readonly watch: RegisterWatch }> {
  // The secret of a bucket is not this process’s: originals in one are left to `verify --register`.
  const folder = archiveFolder(world.settings)
  const archive = folder === null ? null : await openArchive({ folder })
  const watch = new RegisterWatch({ ...world, archive }, world.calls[0].deadline.zone)
  let last: Promise<void> = Promise.resolve()
  const timer = every(STEP_EVERY_MS, 'register watch', world.observe, () => {
    // One after the other, whatever a step takes.
    const next = last.then(() => watch.step())
    last = next.catch(() => undefined)
    return next
  })
  return { watch, [Symbol.dispose]: () => timer[Symbol.dispose]() }
}
