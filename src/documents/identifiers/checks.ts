import type { NumberCheck } from '../../call/own-kind.ts'
import { luhn } from './identifiers.ts'

/** True when a number without its spaces and signs satisfies the key of its register. */
export function holds(check: NumberCheck, number: string): boolean {
  const digits = number.replace(/\D/g, '')
  switch (check) {
    case 'luhn':
      return !/^0*$/.test(digits) && luhn(digits)
    case 'mod97':
      return keyOf97(digits)
    case 'iban':
      return isIban(number)
    case 'mod11':
      return keyOf11(digits)
  }
}

/** Belgium: the last two digits are what is left of 97 when the others are divided by it. */
function keyOf97(digits: string): boolean {
  if (!/^[01]?\d{9}$/.test(digits)) return false
  const number = digits.padStart(10, '0')
  return !/^0+$/.test(number) && 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8))
}

const WEIGHTS_OF_11 = [5, 4, 3, 2, 7, 6, 5, 4] as const

/** Switzerland: eight digits by their weights, and the ninth what their sum lacks of eleven. */
function keyOf11(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false
  const sum = WEIGHTS_OF_11.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const key = 11 - (sum % 11)
  return key !== 10 && (key === 11 ? 0 : key) === Number(digits[8])
}

const IBAN_CHARACTERS = 34

/** ISO 13616: country and key go behind, letters count from ten, and 97 leaves one. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) || text.length > IBAN_CHARACTERS) return false
  const turned = `${text.slice(4)}${text.slice(0, 4)}`
  const rest = [...turned].reduce((left, sign) => {
    const value = Number.parseInt(sign, 36)
    return (left * (value > 9 ? 100 : 10) + value) % 97
  }, 0)
  return rest === 1
}
