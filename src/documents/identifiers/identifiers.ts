import { fold, plainTypography } from '../../base/folding.ts'

/** An identifier as found: `text` as written, `value` in canonical form, `sound` when its own check holds. */
export interface Identifier {
  readonly text: string
  readonly value: string
  readonly sound: boolean
}

/** Luhn's check (ISO/IEC 7812-1, annex B), which SIREN and SIRET satisfy. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    sum += index % 2 === 0 ? digit : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

/** Nine digits that satisfy Luhn. Nine zeros do, and are no number. */
export function isSiren(digits: string): boolean {
  return /^\d{9}$/.test(digits) && !/^0+$/.test(digits) && luhn(digits)
}

const LA_POSTE = '356000000'

/**
 * Fourteen digits: a SIREN and five of the establishment. La Poste has more establishments than Luhn has
 * room for: for its SIREN a digit sum that is a multiple of 5 is enough (INSEE).
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0)
  if (digits.startsWith(LA_POSTE) && sum % 5 === 0) return true
  return luhn(digits) && luhn(digits.slice(0, 9))
}

/** What scanners and hurried hands put for digits. */
const CONFUSIONS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
}
const NOISE = '[ .\\-_/|]{0,3}'

/**
 * A run of `count` digits with spaces, dots, dashes or boxes between them, and letters that look like digits.
 */
function digitRun(count: number): RegExp {
  const digit = '[0-9OoQDIliSBZ]'
  return new RegExp(`(?<![\\p{L}\\d]|\\d[ .])${digit}(?:${NOISE}${digit}){${count - 1}}(?![\\p{L}\\d])`, 'u')
}

const FOURTEEN = digitRun(14)
const NINE = digitRun(9)
/** Numbers of registers abroad: « CHE-123.456.789 » (CH), « 0123.456.789 » (BE), « 1 234 567.001 » (NC). */
export const ABROAD = new RegExp(
  'CHE[- ]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}|(?:BE ?)?[01]\\d{3}\\.\\d{3}\\.\\d{3}(?!\\d)|' +
    '(?<![\\d.])\\d(?: ?\\d{3}){2}\\.\\d{3}(?![\\d.])',
  'iu',
)
const ALL_ABROAD = new RegExp(ABROAD, 'giu')

/** A text without the numbers that a register abroad gave: they are no telephone and none of ours. */
export function withoutNumbersAbroad(text: string): string {
  return text.replace(ALL_ABROAD, (found) => '#'.repeat(found.length))
}

/**
 * The SIRET in what stands behind a SIRET label: boxes, spaces and OCR confusions out of the way. An unsound
 * one is still given, for a person to look at; null when there is nothing like one.
 */
export function siretIn(text: string): Identifier | null {
  return digitsIn(text, FOURTEEN, isSiret) ?? besideRule(text)
}

/** The side of a box, taken for a 1 by recognition: what stands behind it must prove itself. */
function besideRule(text: string): Identifier | null {
  const run = /(?<![\p{L}\d])1(\d(?:[ .]?\d){13})(?![\p{L}\d])/u.exec(plainTypography(text))?.[1]
  const value = run?.replace(/\D/g, '') ?? ''
  return run !== undefined && isSiret(value) ? { text: run, value, sound: true } : null
}

/** The same for a SIREN, alone or as « RCS Saint-Denis 123 456 782 ». */
export function sirenIn(text: string): Identifier | null {
  return digitsIn(text, NINE, isSiren)
}

function digitsIn(text: string, run: RegExp, check: (digits: string) => boolean): Identifier | null {
  const plain = withoutNumbersAbroad(plainTypography(text))
  const found = run.exec(plain)?.[0]
  if (found === undefined || found.replace(/\D/g, '').length < 7) return null
  const value = [...found.replace(/[ .\-_/]/g, '')].map((sign) => CONFUSIONS[sign] ?? sign).join('')
  const straight = digitsOnly(found, run === FOURTEEN ? 14 : 9)
  const digits = straight ?? value.replace(/\D/g, '')
  return { text: found.trim(), value: digits, sound: check(digits) }
}

/** Bars are the sides of boxes when the digits between them are enough. */
function digitsOnly(found: string, count: number): string | null {
  const digits = found.replace(/\D/g, '')
  return digits.length === count ? digits : null
}

/** All sound SIRETs that stand in a text as plain digits. */
export function siretsIn(text: string): Identifier[] {
  const runs = plainTypography(text).match(/(?<![\d\p{L}+])\d(?:[ .-]?\d){13}(?!\d)/gu) ?? []
  return runs
    .map((run) => ({ text: run, value: run.replace(/\D/g, ''), sound: true }))
    .filter((found) => isSiret(found.value))
}

/** « en cours d'immatriculation », « en cours d'attribution », « en création »: a legitimate answer. */
export function isBeingRegistered(text: string): boolean {
  return /\ben (cours|creation|attente|instance)\b|\bprochainement\b|\bcreation en cours\b/.test(fold(text))
}

/**
 * National directory of associations. The official pattern `W\d{9}` refuses La Réunion, whose numbers bear
 * letters (W9R1…, W9R2…), and Corsica.
 */
const RNA = /(?<![\p{L}\d])W[ .-]?(?:\d{9}|\d[A-Z][ .]?\d{7}|2[AB]\d{7})(?![\p{L}\d])/iu

/**
 * The first number of the register of associations in a text (W and nine signs), spaced or not; null when
 * there is none.
 */
export function rnaIn(text: string): Identifier | null {
  const plain = plainTypography(text)
  const strict = RNA.exec(plain)?.[0]
  if (strict !== undefined) return { text: strict, value: compact(strict), sound: true }
  const spaced = /(?<![\p{L}\d])W(?:[ .-]?[0-9A-Z]){9}(?![\p{L}\d])/iu.exec(plain)?.[0]
  if (spaced === undefined) return null
  return { text: spaced, value: compact(spaced), sound: RNA.test(compact(spaced)) }
}

function compact(text: string): string {
  return text.replace(/[ .-]/g, '').toUpperCase()
}

const EMAIL = /[\p{L}\d][\p{L}\d._%+'-]{0,63}@[\p{L}\d](?:[\p{L}\d-]{0,63}\.)+\p{L}{2,}/gu

/**
 * What forms print to show how an address is written: « exemple@domaine.fr », « prenom.nom@structure.re ».
 */
const MODEL_EMAIL = new RegExp(
  '^(exemple|votre[._-]?\\p{L}*|nom|prenom|(nom|prenom)[._-](nom|prenom)|adresse|xx+|mail|e-?mail|' +
    'courriel)@(domaine|exemple|example|mail|e-?mail|courriel|societe|structure|entreprise|association|' +
    'xx+|fai|fournisseur|votre[._-]?\\p{L}*)\\.\\p{L}{2,}$',
  'iu',
)

/** The e-mail addresses in a text, domain in lower case; a scanner's spaces around the sign are forgiven. */
export function emailsIn(text: string): Identifier[] {
  const plain = plainTypography(text).replace(/(\S) ?(?:\(at\)|\[at\]|@) ?(?=\S+\.\p{L})/giu, '$1@')
  const written = (plain.match(EMAIL) ?? []).filter((found) => !MODEL_EMAIL.test(found))
  return written.map((found) => {
    const at = found.lastIndexOf('@')
    return { text: found, value: found.slice(0, at) + found.slice(at).toLowerCase(), sound: true }
  })
}
