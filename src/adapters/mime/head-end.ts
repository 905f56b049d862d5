const LF = 0x0a
const FIELD = /^[!-9;-~]+:|^content-[a-z-]+[ \t]+:|^[ \t]+\S/i
const BLANKS = /^[ \t]+\r?\n/
const PART_FIELD = /^content-[a-z-]+[ \t]*:/i
/** Fields that only programs write. */
const PROGRAMS_FIELD = /^(?:content|x)-[a-z-]+[ \t]*:/im
const LINE_LOOKED_AT = 1_000
const LOOKED_AHEAD = 4_000

/** Where the head of a part ends and its body begins. */
export interface HeadEnd {
  readonly headEnd: number
  readonly bodyAt: number
  /** The two are set apart as the standard says. */
  readonly isUsual: boolean
}

/**
 * At the first empty line; or before a line that no head has, where that one was forgotten: the text must not
 * be lost.
 */
export function headEndIn(bytes: Buffer, start: number, end: number): HeadEnd {
  for (let at = start, headEnd = start; ; ) {
    const feed = bytes.indexOf(LF, at)
    const next = feed < 0 || feed >= end ? end : feed + 1
    const line = bytes.toString('latin1', at, Math.min(next, at + LINE_LOOKED_AT))
    if (at >= end || /^\r?\n?$/.test(line)) return { headEnd, bodyAt: next, isUsual: true }
    if (!isOfHead(bytes, line, next, at > start))
      return { headEnd, bodyAt: line.trim() === '' ? next : at, isUsual: false }
    at = next
    headEnd = next
  }
}

function isOfHead(bytes: Buffer, line: string, next: number, isLater: boolean): boolean {
  if (FIELD.test(line)) return true
  if (BLANKS.test(line)) return PART_FIELD.test(bytes.toString('latin1', next, next + LINE_LOOKED_AT))
  return isLater && headGoesOn(bytes, next)
}

/** Behind a line that is no field: one that was folded and lost its blanks on the way. */
function headGoesOn(bytes: Buffer, at: number): boolean {
  const ahead = bytes.toString('latin1', at, at + LOOKED_AHEAD)
  return PROGRAMS_FIELD.test(ahead.slice(0, /^\r?\n/m.exec(ahead)?.index))
}
