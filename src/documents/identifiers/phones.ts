import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { plainTypography } from '../../base/folding.ts'
import { FRENCH_REGIONS } from '../../knowledge/places-and-streets.ts'
import { type Identifier, withoutNumbersAbroad } from './identifiers.ts'
import { withDigits, withNought } from './look-alikes.ts'

const RUN = /(?<![\d\p{L}])(?:\+|00)?\(?\d(?:[\d .()\-/]|,(?=\d\d)){7,40}\d(?![\d\p{L}])/gu

/**
 * The telephone numbers in a text, in E.164, read as numbers of the given countries, the usual first: a
 * number of an overseas region is none of the mainland, and the other way round.
 */
export function phonesIn(text: string, countries: readonly string[] = FRENCH_REGIONS): Identifier[] {
  const plain = withoutNumbersAbroad(plainTypography(text))
  const candidates = [
    ...(plain.match(RUN) ?? []),
    ...(isShort(countries[0]) ? (plain.match(PAIRS) ?? []) : []),
  ]
  const found = candidates.flatMap((candidate) => phonesOfRun(candidate.trim(), countries))
  return found.filter((phone, index) => found.findIndex((other) => other.value === phone.value) === index)
}

/**
 * The same behind a label: a number that no plan of numbers knows yet is kept as it is written, and is not
 * sound.
 */
export function phonesAnswered(text: string, countries: readonly string[]): Identifier[] {
  const known = phonesIn(text, countries)
  if (known.length > 0) return known
  for (const alike of [withDigits(text), withNought(text)]) {
    const meant = phonesIn(alike, countries)
    if (meant.length > 0) return meant
  }
  const bare = text.trim()
  if (/^\d{6}(?:\d\d)?$/.test(bare) && isShort(countries[0])) {
    const value = phone(bare, countries.slice(0, 1))
    if (value !== null) return [{ text: bare, value, sound: true }]
  }
  // « 40 50 30 52 », of a country that is none of the call's: seen by its pairs.
  if (/^\d\d(?:[ .-]\d\d){2,3}$/.test(bare))
    return [{ text: bare, value: bare.replace(/\D/g, ''), sound: false }]
  const run = (plainTypography(text).match(RUN) ?? []).find((one) => /^\s*(?:\+|0)/.test(one))
  const digits = run?.replace(/\D/g, '') ?? ''
  if (run === undefined || digits.length < 9 || digits.length > 15 || /^0+$/.test(digits)) return []
  return [{ text: run.trim(), value: `${run.includes('+') ? '+' : ''}${digits}`, sound: false }]
}

function phonesOfRun(run: string, countries: readonly string[]): Identifier[] {
  const whole = phone(run, countries)
  if (whole !== null) return [{ text: run, value: whole, sound: true }]
  // « 0262 59 77 87 / 0692 97 45 74 »: two numbers in one field.
  const parts = run.split(/\s*\/\s*|\s+-\s+|\s+(?=0\d{3}[ .]?\d{2}[ .]?\d{2}[ .]?\d{2}$)/)
  if (parts.length < 2) return []
  return parts.flatMap((part) => {
    const value = phone(part, countries)
    return value === null ? [] : [{ text: part.trim(), value, sound: true }]
  })
}

/**
 * Countries whose numbers have six or eight digits: they are told by their pairs, and where their country is
 * meant.
 */
const SHORT: ReadonlySet<string> = new Set(['NC', 'PF', 'WF', 'PM', 'LU', 'MC'])
const PAIRS =
  /(?<![\d\p{L}][ .-]?|[+(])\d\d(?:([ .])\d\d\1\d\d(?:\1\d\d)?|-\d\d-\d\d-\d\d)(?![ .-]?[\d\p{L}])/gu

function isShort(country: string | undefined): boolean {
  return country !== undefined && SHORT.has(country)
}

/** Whoever writes a number with the code of the mainland often means one of an overseas region. */
const MAINLAND = /^(?:\+|00)33[\s.(]*0?/

function phone(text: string, countries: readonly string[]): string | null {
  const digits = text.replace(/\D/g, '').length
  if (digits > 15 || digits < (isShort(countries[0]) ? 6 : 9)) return null
  const written = text.replace(/\(0\)/g, '').replaceAll(',', '.')
  const readings = MAINLAND.test(written) ? [written, written.replace(MAINLAND, '0')] : [written]
  for (const reading of readings) {
    for (const region of countries.filter(isCountry)) {
      const number = parsePhoneNumberFromString(reading, region)
      if (number?.isValid() === true && (digits < 9 || !isTooShort(text, number.nationalNumber)))
        return number.number
    }
  }
  return null
}

function isCountry(code: string): code is CountryCode {
  return isSupportedCountry(code)
}

/** Without its leading 0 or country code, nine digits are more likely a SIREN than a telephone. */
function isTooShort(text: string, national: string): boolean {
  return !/^\s*(\+|00|\(?0)/.test(text) && text.replace(/\D/g, '') === national
}
