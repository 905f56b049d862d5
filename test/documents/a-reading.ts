import type { Reading } from '../../src/documents/document.ts'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { recognise } from '../../src/documents/roles/recognise.ts'
import { type Page, pagesOfText, shownLines } from '../../src/documents/text/page.ts'
import { theCall } from './the-call.ts'

/** The reading of a text document. */
export function aReading(text: string, parts: Partial<Reading> = {}): Reading {
  return {
    mediaType: 'text/plain',
    pages: pagesOfText(text),
    formValues: [],
    pictures: [],
    problem: null,
    detail: null,
    ...parts,
  }
}

/** What pages hold, cells set apart by tabs. */
export function textOfPages(pages: readonly Page[]): string {
  return pages.map((page) => shownLines(page.lines)).join('\n')
}

/** The best usable value of each kind found in a reading, and all sectors. */
export function readFields(reading: Reading): Record<string, string> & { sectors: string } {
  const fields = fieldsOf('piece', reading, theCall)
  const usable = fields.filter((field) => field.confidence >= 0.5)
  const best: Record<string, string> = {}
  for (const field of usable) best[field.kind] ??= field.value
  const sectors = [...new Set(usable.filter((field) => field.kind === 'sector').map((field) => field.value))]
  return { ...best, sectors: sectors.sort().join(' ') }
}

/** The roles that count (score 0.5 and more) of a reading. */
export function rolesOf(reading: Reading, options: { name?: string; isBody?: boolean } = {}): string[] {
  const name = options.name ?? 'piece'
  const fields = fieldsOf(name, reading, theCall)
  const { roles } = recognise({ name, reading, fields, isBody: options.isBody === true }, theCall)
  return roles
    .filter((role) => role.score >= 0.5)
    .map((role) => role.role)
    .sort()
}

export function isEmptyTemplate(reading: Reading): boolean {
  const fields = fieldsOf('piece', reading, theCall)
  return recognise({ name: 'piece', reading, fields, isBody: false }, theCall).emptyTemplate
}
