import type { Fingerprint } from '../base/ids.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { PipelineRegister } from '../register/pipeline.ts'

/**
 * Takes a mail that is none of our business off the disk, once its fate is committed (design, invariant 5).
 * The register remembers that it still has to be done until it is done; one that is in hand again stays.
 */
export async function discard(
  ports: { readonly archive: Archive; readonly register: PipelineRegister },
  fingerprint: Fingerprint,
): Promise<void> {
  if ((await ports.register.toDiscard(fingerprint)).length === 0) return
  await ports.archive.forget(fingerprint)
  await ports.register.discarded(fingerprint)
}
