import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { Failure } from '../base/failure.ts'
import { type Signer, signerOf } from '../proof/signature.ts'
import type { Environment } from './environment.ts'
import { keptSecret } from './kept-secret.ts'
import { dataPaths, type Settings, withFiles } from './settings.ts'

/**
 * The key that signs receipts and heads of the register: RECEPISSE_SIGNING_KEY (a PEM, or
 * RECEPISSE_SIGNING_KEY_FILE), else one drawn once and kept in the data folder, outside the register. Another
 * key takes over by being put there: the register keeps the public half of each. Failure('permanent',
 * 'settings') when it is no Ed25519 key.
 */
export function signingKey(
  settings: Pick<Settings, 'RECEPISSE_DATA'>,
  environment: Environment = process.env,
): Signer {
  const pem =
    withFiles(environment)['RECEPISSE_SIGNING_KEY'] ??
    keptSecret(dataPaths(settings).folder, 'signing.key', drawn)
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return signerOf(key)
  } catch {
    // Told below, without what was in it.
  }
  throw new Failure(
    'permanent',
    'settings',
    'RECEPISSE_SIGNING_KEY (or signing.key in the data folder) is no private Ed25519 key in PEM; make ' +
      'one with « openssl genpkey -algorithm ed25519 »',
  )
}

function drawn(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim()
}
