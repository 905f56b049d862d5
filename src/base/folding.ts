/** French and its neighbours stand below: of what does not, most rules have nothing to do. */
const BEYOND_LATIN = /[\u00A0\u00AD\u00B4\u02BC-\uFFFF]/
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u00B4\u0060]/g
const HYPHENS = /[\u2010-\u2015\u2212\u00AD]/g
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g
/** Combining diacritical marks; then all others, which few texts have and which cost more to look for. */
const ACCENTS = /[\u0300-\u036F]/g
const OTHER_MARKS = /(?=[\u0370-\u{10FFFF}])\p{Mn}/gu
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/g

/** Typography out of the way, letters kept: one apostrophe, one hyphen, one space, NFC. */
export function plainTypography(text: string): string {
  if (!BEYOND_LATIN.test(text)) return text.replace(/`/g, "'").replace(/\t/g, ' ')
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(SPACES, ' ')
}

/** For comparing words: no case, no accents, no ligatures, single spaces. « L'Énergie » and "l’energie" fold alike. */
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
