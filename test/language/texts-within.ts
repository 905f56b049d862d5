import { fold } from '../../src/base/folding.ts'

/** The words of a text, folded, each once. */
export function wordsIn(text: string): Set<string> {
  return new Set(fold(text).match(/\p{L}{2,}/gu) ?? [])
}

/** Every text within a value. */
export function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : []
}
