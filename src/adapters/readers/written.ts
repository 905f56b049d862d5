import { wholeBase64 } from '../mime/base64.ts'
import { textIn } from '../mime/charset.ts'
import { writtenFiles } from '../mime/written-files.ts'
import { type Budget, leaf, type Opened, Unreadable } from './opened.ts'

/** Files written as text, attached as they are (« candidature.uue »): what they hold is read. */
export async function readWritten(content: Uint8Array, budget: Budget): Promise<Opened> {
  const name = (budget.said?.name ?? '').split('/').at(-1) ?? ''
  const inside = name.replace(/\.(uue?|hqx|b64|txt)$/i, '')
  const whole = wholeBase64(Buffer.from(content))
  const files = whole === null ? writtenFiles(textIn(content)).files : [{ name: null, content: whole }]
  if (files.length === 0) throw new Unreadable('unreadable', 'written as text, and not soundly')
  budget.bytes -= files.reduce((sum, file) => sum + file.content.byteLength, 0)
  if (budget.bytes < 0) throw new Unreadable('too_large', 'what is written as text expands too far')
  const members = files.map((file) => ({ name: file.name ?? (inside || 'pièce'), content: file.content }))
  return { ...leaf('application/x-uuencode'), members }
}

/** Known, and not taken apart: a person opens it. */
export async function unreadableWriting(): Promise<never> {
  throw new Unreadable('unreadable', 'encoded as text in a way that is not taken apart')
}
