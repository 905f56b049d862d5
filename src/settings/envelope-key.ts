import { randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EnvelopeKey } from '../acknowledgement/envelope.ts'
import { Failure } from '../base/failure.ts'
import { dataPaths, type Settings, withFiles } from './settings.ts'

const SHORTEST = 16

/**
 * The key that signs envelope addresses: RECEPISSE_KEY (or RECEPISSE_KEY_FILE), else one drawn once and kept in the
 * data folder. Machines that share a register need the same RECEPISSE_KEY. Failure('permanent', 'settings') when it
 * is too short to be a secret.
 */
export function envelopeKey(
  settings: Pick<Settings, 'RECEPISSE_DATA'>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): EnvelopeKey {
  const key = withFiles(environment)['RECEPISSE_KEY'] ?? keptKey(dataPaths(settings).folder)
  if (key.length < SHORTEST)
    throw new Failure('permanent', 'settings', `RECEPISSE_KEY needs ${SHORTEST} characters or more`)
  return key
}

function keptKey(folder: string): string {
  const path = join(folder, 'envelope.key')
  const kept = readKey(path)
  if (kept !== null) return kept
  mkdirSync(folder, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    // A link appears whole or not at all: of two processes that start at once one wins, and both read its key.
    linkSync(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  return readKey(path) ?? ''
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw new Failure('permanent', 'settings', 'the key in the data folder cannot be read', { cause: error })
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
