import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../base/failure.ts'

/**
 * A secret of the data folder, drawn once. Failure('permanent', 'settings') when it is there and cannot be
 * read.
 */
export function keptSecret(folder: string, name: string, draw: () => string): string {
  const path = join(folder, name)
  const kept = readKey(path)
  if (kept !== null) return kept
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, `${draw()}\n`, { mode: 0o600, flush: true })
  try {
    // A link appears whole or not at all: of two processes that start at once one wins, and both read its
    // key.
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
