/**
 * What programs write beside the parts for readers that know none: about the writing itself, never about
 * anything else.
 */
const USUAL = new RegExp(
  '\\bS?/?MIME\\b|multi-?\\s?part|mehrteilig|flerdel|OpenPGP|digitally|cryptographically|preamble|' +
    'epilogue|mail (?:reader|client|program|software)|logiciel de messagerie|BASE64',
  'i',
)
const SENTENCE_AT_MOST = 300
const ASIDE_AT_MOST = 2_000
/** A number of so many figures is somebody's. */
const NUMBER = /\d(?:[ .]?\d){5}/

/** True for blanks, rules of signs, and the usual sentences; a text that says anything more is one. */
export function isUsualAside(text: string): boolean {
  if (!/\p{L}|\d/u.test(text)) return true
  if (text.length > ASIDE_AT_MOST) return false
  const sentences = text.split(/[.!?]+\s+|\n[ \t\r]*\n/).map((one) => one.replace(/\s+/g, ' ').trim())
  return sentences.every(
    (one) =>
      !/\p{L}|\d/u.test(one) || (one.length <= SENTENCE_AT_MOST && USUAL.test(one) && !NUMBER.test(one)),
  )
}
