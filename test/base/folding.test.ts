import { expect, it } from 'vitest'
import { fold, plainTypography } from '../../src/base/folding.ts'

it.each([
  ['L’Énergie', "l'energie"],
  ['  ŒUVRE d’ÆQUO — 2ᵉ\n\tlot ', "oeuvre d'aequo - 2ᵉ lot"],
  ['Straße, Łódź, İzmir', 'straße, łodz, izmir'],
  ['e\u0301nergie e\u0323\u0301', 'energie e'],
  ['Ωμέγα, Київ, 한국', 'ωμεγα, киів, 한국'],
  ['`10´ – 20″', "'10' - 20″"],
])('%j folds to %j', (written, folded) => {
  expect(fold(written).normalize('NFC')).toBe(folded)
})

it('leaves letters and case of typography that is put out of the way', () => {
  expect(plainTypography('L’Été\t« n° 5 » – ‘x’')).toBe("L'Été « n° 5 » - 'x'")
})

/** Sign by sign, as it is defined: no apostrophe but one, no hyphen but one, no accent, no case, single spaces. */
function definition(text: string): string {
  const typography = text.replace(/[‘’‛ʼ´`]/g, "'").replace(/[‒-―−]/g, '-')
  const letters = typography.replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae')
  return letters
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

it('folds every sign alike, alone, beside letters, blanks and accents', () => {
  const wrong: string[] = []
  for (let code = 0; code < 0x10000; code += 1) {
    const sign = String.fromCharCode(code)
    for (const text of [sign, `a${sign}B`, `${sign} ${sign}`, `É${sign}\u0301`, `\t${sign}\n`])
      if (fold(text) !== definition(text)) wrong.push(JSON.stringify(text))
  }
  expect(wrong).toEqual([])
})
