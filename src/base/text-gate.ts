/**
 * Letters of French and its neighbours, their signs, spaces and line ends: of a text of these alone all is
 * plain.
 */
const BEYOND_PLAIN = /[^\t\n -~\u00A1-\u00AC\u00AE-\u017F\u2012-\u2027\u20AC]/
/** A soft hyphen that splits a word over a line end: the rest of the word is taken up to its beginning. */
const SPLIT_WORD = /\u00AD[ \t]*\r?\n[ \t]*(\S+)[ \t]?/g
/** Soft hyphens, joiners, marks of direction, byte order marks, selectors of variants: nobody sees them. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F/gu
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const HYPHENS = /[\u2010\u2011]/g
/** Ligatures of letters (ﬁ, ﬆ), full-width and half-width forms, letters of mathematics used as bold type. */
const FORMS = /[\uFB00-\uFB06\uFF01-\uFFEE]|[\u{1D400}-\u{1D7FF}]/gu

/**
 * A text as it is read here: composed letters, plain spaces and line ends, and nothing in it that is not
 * seen. Applied once, where a text enters (a reading, a mail); no rule behind it knows of soft hyphens,
 * ligatures or wide letters. What has a meaning of its own (², ½, №, ª, boxes, dashes, apostrophes) stays as
 * it is written.
 */
export function plainText(text: string): string {
  const bounded = withBoundedRuns(text)
  if (!BEYOND_PLAIN.test(bounded)) return bounded
  const plain = bounded
    .replaceAll('\u0000', '')
    .replace(SPLIT_WORD, '$1\n')
    .replace(INVISIBLE, '')
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(HYPHENS, '-')
    .replace(FORMS, (form) => form.normalize('NFKC'))
    .normalize('NFC')
  // What is not seen may have stood between blanks.
  return withBoundedRuns(plain)
}

/**
 * How many characters of a kind stand in a row anywhere that people wrote: beyond this nothing is told apart
 * by more.
 */
const IN_A_ROW = { blank: 120, sign: 200, letter: 1_000 } as const
type Kind = keyof typeof IN_A_ROW

/**
 * Nobody writes five thousand empty lines, or a word of as many letters; a program's log, a damaged file or
 * an attacker does. Blanks and signs beyond the bound are left out, and a word beyond it is cut into words,
 * so that no rule that looks for the end of either takes longer than it should.
 */
function withBoundedRuns(text: string): string {
  // Most texts are a cell or a line, and come by here twice.
  if (text.length <= IN_A_ROW.blank) return text
  let kept = ''
  let from = 0
  let run = 0
  let word = 0
  let previous: Kind | null = null
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at)
    run = kind === previous ? run + 1 : 1
    word = kind === 'blank' ? 0 : word + 1
    previous = kind
    if (kind !== 'letter' && run > IN_A_ROW[kind]) {
      kept += text.slice(from, at)
      from = at + 1
    } else if (word > IN_A_ROW.letter) {
      kept += `${text.slice(from, at)}\n`
      from = at
      word = 1
    }
  }
  return from === 0 ? text : kept + text.slice(from)
}

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at)
  if (isBlank(code)) return 'blank'
  return code < 0x80 && !(code >= 0x30 && code <= 0x39) && !((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
    ? 'sign'
    : 'letter'
}

/** Every blank and line end, and what nobody sees among them. */
function isBlank(code: number): boolean {
  if (code <= 0x20 || code === 0xa0 || code === 0x85) return true
  if (code < 0x1680) return false
  return code === 0x1680 || (code >= 0x2000 && code <= 0x200f) || BLANKS.has(code)
}

const BLANKS: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
