import { createHash } from 'node:crypto'
import { Failure } from '../../base/failure.ts'
import { Fingerprint } from '../../base/ids.ts'
import type { Archive } from '../../evidence/evidence.ts'

/** An archive that is forgotten with the process: for replay, whose originals are the files it was given. */
export function createMemoryArchive(): Archive & { drop(fingerprint: Fingerprint): void } {
  const kept = new Map<Fingerprint, Uint8Array>()
  return {
    async keep(raw) {
      const fingerprint = Fingerprint.parse(createHash('sha256').update(raw).digest('hex'))
      kept.set(fingerprint, raw)
      return fingerprint
    },
    async read(fingerprint) {
      const raw = kept.get(fingerprint)
      if (raw === undefined) throw new Failure('permanent', 'evidence-missing', `no mail ${fingerprint} here`)
      return raw
    },
    has: async (fingerprint) => kept.has(fingerprint),
    forget: async (fingerprint) => void kept.delete(fingerprint),
    drop: (fingerprint) => void kept.delete(fingerprint),
  }
}
