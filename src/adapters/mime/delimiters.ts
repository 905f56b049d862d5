const LF = 0x0a
const LINE_AT_MOST = 1_200
const FIELDS_LOOKED_AT = 12
const HEAD_LOOKED_AT = 2_000

/** A line that parts stand between (RFC 2046, 5.1.1); `end` is behind its line end. */
export interface Delimiter {
  readonly start: number
  readonly end: number
  readonly closes: boolean
}

/** The delimiter lines of a boundary, in order, one after the other; blanks at their end are allowed. */
export function* delimitersIn(
  bytes: Buffer,
  boundary: string,
  start: number,
  end: number,
): Generator<Delimiter, void> {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  for (let at = bytes.indexOf(mark, start); at >= 0 && at < end; at = bytes.indexOf(mark, at + 2)) {
    if (at > start && bytes[at - 1] !== LF) continue
    const after = at + mark.length
    const lineEnd = endOfLine(bytes, after, end)
    const rest = bytes.toString('latin1', after, Math.min(lineEnd, after + LINE_AT_MOST))
    if (/^(--)?[ \t]*\r*\n?$/.test(rest)) yield { start: at, end: lineEnd, closes: rest.startsWith('--') }
  }
}

/**
 * The first line that a head of a part follows as if it were a delimiter, whatever the mail’s own head says.
 */
export function guessedBoundary(
  bytes: Buffer,
  start: number,
  end: number,
): { readonly boundary: string; readonly start: number } | null {
  for (let at = start; at >= 0 && at < end; ) {
    const lineEnd = endOfLine(bytes, at, end)
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d && lineEnd - at < LINE_AT_MOST) {
      const boundary = bytes.toString('latin1', at + 2, lineEnd).trimEnd()
      const isToken = boundary !== '' && /^[\x21-\x7e]/.test(boundary) && !/^-*$/.test(boundary)
      if (isToken && headFollows(bytes, lineEnd, end)) return { boundary, start: at }
    }
    const next = bytes.indexOf('\n--', Math.max(at, lineEnd - 1))
    at = next < 0 ? -1 : next + 1
  }
  return null
}

/** Fields down to one that only a part has. */
function headFollows(bytes: Buffer, start: number, end: number): boolean {
  const lines = bytes.toString('latin1', start, Math.min(end, start + HEAD_LOOKED_AT)).split('\n')
  for (const line of lines.slice(0, FIELDS_LOOKED_AT)) {
    if (/^content-(type|transfer-encoding|disposition)[ \t]*:/i.test(line)) return true
    if (!/^[!-9;-~]+:|^[ \t]+\S/.test(line)) return false
  }
  return false
}

function endOfLine(bytes: Buffer, from: number, end: number): number {
  const feed = bytes.indexOf(LF, from)
  return feed < 0 || feed >= end ? end : feed + 1
}
