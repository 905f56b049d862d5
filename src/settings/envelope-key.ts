import { randomBytes } from 'node:crypto'
import type { EnvelopeKey } from '../acknowledgement/envelope.ts'
import { Failure } from '../base/failure.ts'
import type { Environment } from './environment.ts'
import { keptSecret } from './kept-secret.ts'
import { dataPaths, type Settings, withFiles } from './settings.ts'

const SHORTEST = 16

/**
 * The key that signs envelope addresses: RECEPISSE_KEY (or RECEPISSE_KEY_FILE), else one drawn once and kept
 * in the data folder. Machines that share a register need the same RECEPISSE_KEY. Failure('permanent',
 * 'settings') when it is too short to be a secret.
 */
export function envelopeKey(
  settings: Pick<Settings, 'RECEPISSE_DATA'>,
  environment: Environment = process.env,
): EnvelopeKey {
  const key =
    withFiles(environment)['RECEPISSE_KEY'] ??
    keptSecret(dataPaths(settings).folder, 'envelope.key', () => randomBytes(32).toString('base64url'))
  if (key.length < SHORTEST)
    throw new Failure('permanent', 'settings', `RECEPISSE_KEY needs ${SHORTEST} characters or more`)
  return key
}
