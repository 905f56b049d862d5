/** Letters of French and its neighbours, their signs, spaces and line ends: of a text of these alone all is plain. */
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
 * A text as it is read here: composed letters, plain spaces and line ends, and nothing in it that is not seen. Applied
 * once, where a text enters (a reading, a mail); no rule behind it knows of soft hyphens, ligatures or wide letters.
 * What has a meaning of its own (², ½, №, ª, boxes, dashes, apostrophes) stays as it is written.
 */
export function plainText(text: string): string {
  if (!BEYOND_PLAIN.test(text)) return text
  return text
    .replaceAll('\u0000', '')
    .replace(SPLIT_WORD, '$1\n')
    .replace(INVISIBLE, '')
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(HYPHENS, '-')
    .replace(FORMS, (form) => form.normalize('NFKC'))
    .normalize('NFC')
}
