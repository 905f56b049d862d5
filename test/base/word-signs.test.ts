import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, WORD_SIGNS } from '../../src/base/folding.ts'

const WORD_SIGN = new RegExp(`^[${WORD_SIGNS}]$`, 'u')
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u
const LETTER = /^\p{L}$/u

describe('the letters and digits of folded text', () => {
  it('are those of Unicode in what French and its neighbours write, signs of typography included', () => {
    for (let code = 0; code < 0x24f; code += 1) {
      const sign = fold(String.fromCharCode(code))
      if (sign.length === 1) expect(WORD_SIGN.test(sign), sign).toBe(LETTER_OR_DIGIT.test(sign))
    }
  })

  it.each(['«', '»', '’', '“', '…', '–', '•', '☐', '☒', '€', '°', '\uF0A8', '\uE000'])(
    'have no %s',
    (sign) => {
      expect(WORD_SIGN.test(sign)).toBe(false)
    },
  )

  it('have every letter of a living script', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'łđøñçāαяאبกあ漢한'), (sign) => {
        expect(LETTER.test(sign)).toBe(true)
        expect(WORD_SIGN.test(fold(sign).charAt(0))).toBe(true)
      }),
    )
  })
})
