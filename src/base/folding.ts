const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u00B4\u0060]/g
const DASHES = /[\u2012-\u2015\u2212]/g
/** Combining diacritical marks; then all others, which few texts have and which cost more to look for. */
const ACCENTS = /[\u0300-\u036F]/g
const OTHER_MARKS = /(?=[\u0370-\u{10FFFF}])\p{Mn}/gu

/**
 * Letters and digits of folded text, for a class in an expression: Latin ones as \p{L} and \p{N} tell them,
 * other scripts by their blocks, no sign of typography and no private sign (ticks of symbol fonts). The two
 * properties have a thousand ranges, and compiling them took each of some seven hundred expressions a third
 * of a millisecond, in each process that reads.
 */
export const WORD_SIGNS =
  'a-z0-9\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xdf-\\xf6\\xf8-\\u1fff\\u2c00-\\u2dff' +
  '\\u3005-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff10-\\uffdf'

/** Signs that typography writes otherwise: most texts have none. */
const TYPOGRAPHY = /[\t\u0060\u00B4\u02BC\u2012-\u201B\u2212]/

/**
 * Typography out of the way, letters kept: one apostrophe, one hyphen. Of plain text (text-gate.ts), like all
 * below.
 */
export function plainTypography(text: string): string {
  if (!TYPOGRAPHY.test(text)) return text
  return text.replace(APOSTROPHES, "'").replace(DASHES, '-').replace(/\t/g, ' ')
}

/** Beyond these each sign folds by itself, whatever stands beside it. */
const BEYOND_KNOWN = /[^\t\n -~\u00A1-\u017F\u2012-\u2027\u20AC\u2212]/
/** Of them all that folding changes, but for its case. */
const CHANGED = /[\t\u0060\u00B4\u00C0-\u017F\u2012-\u201B\u2212]/g
const IRREGULAR_SPACE = /\s\s|[^\S ]/

/**
 * For comparing words: no case, no accents, œ and æ as two letters, single spaces. « L'Énergie » and
 * "l’energie" fold alike.
 */
export function fold(text: string): string {
  const bare = BEYOND_KNOWN.test(text) ? withoutMarks(text) : text.replace(CHANGED, foldedSign)
  const lower = bare.toLowerCase()
  return (IRREGULAR_SPACE.test(lower) ? lower.replace(/\s+/g, ' ') : lower).trim()
}

function withoutMarks(text: string): string {
  return plainTypography(text)
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(OTHER_MARKS, '')
}

/** The signs of French and its neighbours, worked out once. */
const FOLDED = new Map<string, string>()

function foldedSign(sign: string): string {
  const known = FOLDED.get(sign)
  if (known !== undefined) return known
  const folded = withoutMarks(sign)
  FOLDED.set(sign, folded)
  return folded
}
