/** A file written into text: its name, what it holds, and the lines of the text that it took. */
export interface WrittenFile {
  readonly name: string | null
  readonly content: Uint8Array
  readonly from: number
  /** The first line behind it. */
  readonly to: number
}

const BEGIN = /^begin(-base64)? [0-7]{3,4} (\S.*)$/
/** A line holds 45 bytes at most, in theory 63; spaces at its end are often lost on the way. */
const BYTES_OF_A_LINE = 63

/**
 * The file that « begin 644 name » opens in that line (POSIX, uuencode): null where none is, or none ends.
 */
export function uuencodedAt(lines: readonly string[], from: number): WrittenFile | null {
  const opening = BEGIN.exec((lines[from] ?? '').trimEnd())
  if (opening === null) return null
  const name = opening[2]?.trim() ?? null
  return opening[1] === undefined ? classic(lines, from, name) : inBase64(lines, from, name)
}

function classic(lines: readonly string[], from: number, name: string | null): WrittenFile | null {
  const pieces: Buffer[] = []
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === 'end') return { name, content: Buffer.concat(pieces), from, to: at + 1 }
    const piece = bytesOfLine(line)
    if (piece === null) return null
    pieces.push(piece)
  }
  // Cut off on its way: what came is worth having, and its reader says what is missing.
  return pieces.length > 1 ? { name, content: Buffer.concat(pieces), from, to: lines.length } : null
}

/** The bytes of one line; null for a line that no encoder writes. */
function bytesOfLine(line: string): Buffer | null {
  if (line.trim() === '' || line.trim() === '`') return Buffer.alloc(0)
  const count = (line.charCodeAt(0) - 32) & 63
  const signs = Math.ceil(count / 3) * 4
  if (count > BYTES_OF_A_LINE || line.length > signs + 4 || /[^ -`]/.test(line)) return null
  const bytes = Buffer.alloc((signs / 4) * 3)
  for (let at = 0; at < signs; at += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((place) => (line.charCodeAt(1 + at + place) - 32) & 63 || 0)
    bytes.writeUIntBE(((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0), (at / 4) * 3, 3)
  }
  return bytes.subarray(0, count)
}

function inBase64(lines: readonly string[], from: number, name: string | null): WrittenFile | null {
  let end = from + 1
  while (/^[A-Za-z0-9+/]*={0,2}\s*$/.test(lines[end] ?? '?')) end += 1
  if (!/^={4}\s*$/.test(lines[end] ?? '')) return null
  const content = Buffer.from(lines.slice(from + 1, end).join(''), 'base64')
  return { name, content, from, to: end + 1 }
}
