const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u00B4\u0060]/g
const DASHES = /[\u2012-\u2015\u2212]/g
/** Combining diacritical marks; then all others, which few texts have and which cost more to look for. */
const ACCENTS = /[\u0300-\u036F]/g
const OTHER_MARKS = /(?=[\u0370-\u{10FFFF}])\p{Mn}/gu

/**
 * Letters and digits of folded text, for a class in an expression: Latin ones as \p{L} and \p{N} tell them, other scripts by
 * their blocks, no sign of typography and no private sign (ticks of symbol fonts). The two properties have a thousand ranges,
 * and compiling them took each of some seven hundred expressions a third of a millisecond, in each process that reads.
 */
export const WORD_SIGNS =
  'a-z0-9\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xdf-\\xf6\\xf8-\\u1fff\\u2c00-\\u2dff' +
  '\\u3005-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff10-\\uffdf'

/** Typography out of the way, letters kept: one apostrophe, one hyphen. Of plain text (text-gate.ts), like all below. */
export function plainTypography(text: string): string {
  return text.replace(APOSTROPHES, "'").replace(DASHES, '-').replace(/\t/g, ' ')
}

/** For comparing words: no case, no accents, œ and æ as two letters, single spaces. « L'Énergie » and "l’energie" fold alike. */
export function fold(text: string): string {
  return plainTypography(text)
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(OTHER_MARKS, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
