import type { Language } from './language.ts'

const SPACES = '[ \\u00A0\\u202F]'

/**
 * A text with the apostrophes and spaces of its language, where plain ones stand. Nothing is added where
 * nothing stood, so addresses and links stay as they are.
 */
export function typeset(text: string, { typography: { spaces, quotes } }: Language): string {
  let set = text.replace(/(\p{L})'(?=\p{L})/gu, '$1’')
  for (const [sign, space] of Object.entries(spaces))
    set = set.replace(new RegExp(`${SPACES}${escaped(sign)}`, 'g'), `${space}${sign}`)
  const [before = '', behind = ''] = quotes
  if (before.length > 1) set = set.replace(new RegExp(`${escaped(before.charAt(0))}${SPACES}`, 'g'), before)
  if (behind.length > 1) set = set.replace(new RegExp(`${SPACES}${escaped(behind.charAt(1))}`, 'g'), behind)
  return set
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
