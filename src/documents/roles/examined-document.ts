import type { DocumentRole } from '../../call/roles.ts'
import type { FieldValue, Reading, RoleFinding } from '../document.ts'
import type { FormSigns } from './form-signs.ts'
import type { Section } from './sections.ts'

/** What is known of a document when its roles are asked for. */
export interface ReadDocument {
  readonly name: string
  readonly reading: Pick<Reading, 'pages' | 'formValues' | 'mediaType'>
  readonly fields: readonly FieldValue[]
  /** The body of the mail: it must say more than an attachment to be a piece of the application. */
  readonly isBody: boolean
}

/** The same, looked at once for all roles. */
export interface ExaminedDocument extends ReadDocument {
  /** All its text on one line, folded. */
  readonly folded: string
  readonly form: FormSigns
  readonly sections: readonly Section[]
}

/** A role with its score and the words that show it; no words, no grounds. */
export function roleFinding(
  role: DocumentRole,
  score: number,
  document: ReadDocument,
  text: string,
  page = 1,
): RoleFinding {
  const extract = { document: document.name, page, text: text.slice(0, 160) }
  return { role, score: Math.round(score * 100) / 100, grounds: text === '' ? [] : [extract] }
}
