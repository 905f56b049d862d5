import type { RoleFinding } from '../document.ts'

/** A document’s role that needs no reading of it: what is no paper at all. */
export function only(role: 'decor' | 'other', document: string): RoleFinding {
  return { role, score: 1, grounds: [{ document, page: 1, text: document }] }
}
