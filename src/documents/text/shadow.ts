import { fold } from '../../base/folding.ts'

/** Folds like `fold`, sign by sign, so that positions in it are positions in the text. */
export function shadow(text: string): string {
  // Most signs are plain letters: only the others need the whole of folding.
  return text.toLowerCase().replace(/[^a-z0-9 ]/g, shadowOfSign)
}

function shadowOfSign(sign: string): string {
  return SHADOWS.get(sign) ?? shadowOf(sign)
}

function shadowOf(sign: string): string {
  if (/\s/.test(sign) || sign === '°' || sign === 'º') return ' '
  if (sign.charCodeAt(0) < 128) return sign
  const folded = fold(sign)
  return folded.length === 1 ? folded : sign
}

/** The signs of French and its neighbours, worked out once. */
const SHADOWS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)).map((sign) => [sign, shadowOf(sign)]),
)
