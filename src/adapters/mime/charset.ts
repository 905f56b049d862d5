import iconv from 'iconv-lite'

/** Names that programs write for charsets that other names have. */
const ALIASES: Readonly<Record<string, string>> = {
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  usascii: 'utf-8',
  ascii: 'utf-8',
  ansix341968: 'utf-8',
  iso646us: 'utf-8',
  iso88598i: 'iso-8859-8',
  iso88598e: 'iso-8859-8',
  iso88599: 'windows-1254',
  tis620: 'windows-874',
  ksc56011987: 'cp949',
  utf8mb4: 'utf-8',
  macintosh: 'macroman',
  xmacroman: 'macroman',
  oem850: 'cp850',
  ibm850: 'cp850',
  ibm437: 'cp437',
}
const LOOKED_AT = 4096
/** A text of Europe in sixteen bits has so many bytes of nought, all in the same places. */
const NOUGHTS_AT_LEAST = 0.3

/**
 * Bytes to text: by a mark or by noughts in every second place; as UTF-8 if it is faultless and not mere
 * ASCII; by the declared charset if it is known; else windows-1252. Guessing libraries call « Été » Big5; a
 * wrong guess would be worse.
 */
export function textIn(content: Uint8Array, declared: string | null = null): string {
  const wide = wideCharsetOf(content)
  if (wide !== null) return new TextDecoder(wide).decode(content)
  const name = charsetName(declared)
  const utf8 = faultlessUtf8(content)
  if (utf8 !== null && !(isSevenBit(content) && isWrittenInAscii(name))) return utf8
  return name === null || name === 'utf-8' ? decodedAs('windows-1252', content) : decodedAs(name, content)
}

/** The name by which it can be decoded; null for one that nobody knows (« unknown-8bit », « x-unknown »). */
export function charsetName(declared: string | null): string | null {
  const written = (declared ?? '').trim().toLowerCase()
  const name = ALIASES[written.replace(/[^a-z0-9]/g, '')] ?? written
  if (name === '' || /^(base64|hex|binary|ucs2)$/.test(name)) return null
  if (/^utf-?8$/.test(name)) return 'utf-8'
  return iconv.encodingExists(name) || isOfTheWeb(name) ? name : null
}

function decodedAs(name: string, content: Uint8Array): string {
  if (!iconv.encodingExists(name)) return new TextDecoder(name).decode(content)
  return iconv.decode(Buffer.from(content.buffer, content.byteOffset, content.byteLength), name)
}

/** Some charsets only the standard of the web knows: those of Japan among them. */
function isOfTheWeb(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== 'replacement'
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Whether the parser, which takes every charset at its word, would read the same. */
export function readsAsDeclared(content: Uint8Array, declared: string | null): boolean {
  if (wideCharsetOf(content) !== null) return false
  const name = charsetName(declared)
  if (isSevenBit(content)) return !isWrittenInAscii(name) || /2022/.test(name ?? '')
  const isUtf8 = faultlessUtf8(content) !== null
  return name === null || name === 'utf-8' ? isUtf8 : !isUtf8
}

/** UTF-16 by its mark, or by what its letters leave in every second place; null for other bytes. */
export function wideCharsetOf(content: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = content
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = content.subarray(0, LOOKED_AT)
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at += 2) {
    if (head[at] === 0) even += 1
    if (head[at + 1] === 0) odd += 1
  }
  if (odd > head.length * NOUGHTS_AT_LEAST && even === 0) return 'utf-16le'
  return even > head.length * NOUGHTS_AT_LEAST && odd === 0 ? 'utf-16be' : null
}

/** The text that these bytes are in UTF-8; null where one of them is none of it. */
export function faultlessUtf8(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Whether every byte is ASCII: such a part says the same in nearly every charset. */
export function isSevenBit(content: Uint8Array): boolean {
  return content.every((byte) => byte < 0x80)
}

/** Charsets whose letters may all look like ASCII, or be split by noughts. */
export function isWrittenInAscii(name: string | null): boolean {
  return name !== null && /^(utf-?7|unicode-?1-?1-?utf-?7|iso-?2022|csiso2022|hz|utf-?32)/.test(name)
}
