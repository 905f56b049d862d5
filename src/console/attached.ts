import type { LetterFile } from '../acknowledgement/outgoing.ts'
import type { Call } from '../call/call.ts'
import type { Desk } from './desk.ts'
import { usage } from './forms.ts'
import { BYTES, type Signed } from './route.ts'

const FILES_AT_MOST = 5
const MEGABYTE = 1_000_000
/** Many servers refuse mails of ten megabytes and more, and base 64 adds a third. */
const ALL_AT_MOST = 7
const NAME_AT_MOST = 120

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

const LIMITS = `${FILES_AT_MOST} fichiers au plus, ${ALL_AT_MOST} Mo en tout`
export const FILES_HINT = `${LIMITS}. Ils sont gardés avec la lettre.`

/** What goes with a letter: files that were chosen, and the call’s own form where it was asked for. */
export async function attachedIn(asked: Signed, desk: Desk, call: Call): Promise<readonly LetterFile[]> {
  const { uploads, form } = asked
  if (uploads.length > FILES_AT_MOST) throw usage(`Joignez ${FILES_AT_MOST} fichiers au plus.`)
  const bytes = uploads.reduce((sum, { content }) => sum + content.length, 0)
  if (bytes > ALL_AT_MOST * MEGABYTE) throw usage(`Les fichiers dépassent ${ALL_AT_MOST} Mo à eux tous.`)
  const chosen = uploads.map(({ name, content }) => fileOf(name, content))
  if (form['formulaire'] !== 'oui') return chosen
  return [...chosen, fileOf('formulaire.pdf', await desk.formPdf(call))]
}

function fileOf(given: string, content: Uint8Array): LetterFile {
  const name = given.replace(/[\p{C}/\\]+/gu, '-').slice(-NAME_AT_MOST)
  const type = TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? BYTES
  return { name, type, base64: Buffer.from(content).toString('base64') }
}
