import { mapiText, readMapi } from './mapi.ts'
import { type Budget, type Member, type Opened, pagesOfTexts, reading, Unreadable } from './opened.ts'

/** Attributes of a TNEF stream ([MS-OXTNEF] 2.1.3.2) that carry a mail's text and its files. */
const ATTACHMENT_BEGINS = 0x0006_9002
const ATTACHMENT_TITLE = 0x0001_8010
const ATTACHMENT_DATA = 0x0006_800f
const ATTACHMENT_PROPERTIES = 0x0006_9005
const MESSAGE_PROPERTIES = 0x0006_9003
/**
 * MAPI properties ([MS-OXPROPS]): plain body, and a file's long name, which the title cuts to eight letters.
 */
const BODY = 0x1000
const LONG_NAME = 0x3707
const DISPLAY_NAME = 0x3001
const DATA = 0x3701

interface Part {
  name: string
  longName: string | null
  content: Uint8Array
}

/**
 * winmail.dat: what Outlook sends when it believes that everybody has Outlook. Its files, under the names
 * that their sender gave them, and its text.
 */
export async function readTnef(content: Uint8Array, budget: Budget): Promise<Opened> {
  const parts: Part[] = []
  let body = ''
  for (const { id, data } of attributesOf(content)) {
    const part = parts.at(-1)
    if (id === ATTACHMENT_BEGINS)
      parts.push({ name: `pièce ${parts.length + 1}`, longName: null, content: new Uint8Array() })
    else if (id === MESSAGE_PROPERTIES) body = mapiText(readMapi(data).get(BODY)) ?? body
    else if (part !== undefined && id === ATTACHMENT_TITLE) part.name = title(data)
    else if (part !== undefined && id === ATTACHMENT_DATA) part.content = data
    else if (part !== undefined && id === ATTACHMENT_PROPERTIES) complete(part, data)
  }
  const members = parts.map((part): Member => ({ name: part.longName ?? part.name, content: part.content }))
  budget.bytes -= members.reduce((sum, member) => sum + member.content.byteLength, 0)
  if (budget.bytes < 0) throw new Unreadable('too_large', 'the winmail.dat expands too far')
  return { reading: reading('application/ms-tnef', { pages: pagesOfTexts([body]) }), members }
}

interface Attribute {
  readonly id: number
  readonly data: Uint8Array
}

/**
 * Signature and key, then: level, id, length, data, checksum. A stream that breaks off gives what came
 * before.
 */
function attributesOf(content: Uint8Array): Attribute[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const attributes: Attribute[] = []
  let at = 6
  while (at + 9 <= content.byteLength) {
    const id = view.getUint32(at + 1, true)
    const length = view.getUint32(at + 5, true)
    const start = at + 9
    if (start + length > content.byteLength) break
    attributes.push({ id, data: content.subarray(start, start + length) })
    at = start + length + 2
  }
  if (attributes.length === 0) throw new Unreadable('unreadable', 'a winmail.dat without any attribute')
  return attributes
}

function title(data: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(data).replaceAll('\u0000', '').trim()
}

function complete(part: Part, data: Uint8Array): void {
  const properties = readMapi(data)
  part.longName =
    mapiText(properties.get(LONG_NAME)) ?? mapiText(properties.get(DISPLAY_NAME)) ?? part.longName
  const embedded = properties.get(DATA)
  // An embedded message follows the 16 bytes of its interface's id.
  if (part.content.byteLength === 0 && embedded !== undefined) part.content = embedded.data.subarray(16)
}
