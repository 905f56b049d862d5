import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Call } from '../../call/call.ts'

/** The data that every page is recognised with first. */
export const FRENCH = 'fra'

/** Where the data of a language lie, as their package holds them. */
export function folderOf(data: string): string {
  return fileURLToPath(
    new URL(`../../../node_modules/@tesseract.js-data/${data}/4.0.0_best_int`, import.meta.url),
  )
}

/**
 * The languages of calls beside French whose data are installed, by id: each is loaded with the first page in
 * it.
 */
export function languagesRecognised(calls: readonly Call[]): ReadonlyMap<string, string> {
  const named = calls.flatMap(({ speech: { letters, beside } }) => [letters, ...beside])
  return new Map(
    named.flatMap(({ id, recognition }) =>
      recognition !== FRENCH && existsSync(folderOf(recognition)) ? [[id, recognition] as const] : [],
    ),
  )
}
