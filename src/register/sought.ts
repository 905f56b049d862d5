import { fold } from '../base/folding.ts'
import type { Applicant } from '../dossier/dossier.ts'

/**
 * What is known of an application and of those who wrote: a person looks for it by whatever they have in
 * hand.
 */
export interface Sought {
  /** Its own, and those of the applications that went into it. */
  readonly numbers: readonly string[]
  readonly applicant: Applicant
  readonly senders: readonly string[]
  readonly subjects: readonly string[]
}

/** Long subjects of many mails are cut, never numbers and names. */
const SOUGHT_AT_MOST = 4_000
const WORDS_AT_MOST = 8

/**
 * The text that an application is found by: its numbers with and without their dash, its particulars,
 * telephones as they are dialled here and abroad, who wrote, and about what. Folded.
 */
export function soughtText({ numbers, applicant, senders, subjects }: Sought): string {
  const phone = applicant.phone === null ? [] : [national(applicant.phone)]
  const known = Object.values(applicant).filter((value) => value !== null)
  return fold(
    [...numbers, ...numbers.map(dashless), ...known, ...phone, ...senders, ...subjects].join(' '),
  ).slice(0, SOUGHT_AT_MOST)
}

/** A number of an application without its dash, however a person writes it. */
export function dashless(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/**
 * The words of a search, each of which must be in the text: a number may be written with blanks, dots or
 * dashes between its digits, and a telephone with 00 in the place of its plus sign.
 */
export function soughtWords(text: string): readonly string[] {
  const folded = fold(text).trim()
  if (NUMBER.test(folded)) return [folded.replace(/[^\d+]/g, '').replace(/^00/, '+')]
  return folded
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, WORDS_AT_MOST)
}

/** At least a SIREN’s or a telephone’s digits, and nothing else than what stands between them. */
const NUMBER = /^\+?(?:[ ().-]{0,3}\d){9,15}$/

/**
 * « +262262501122 » is dialled 0262501122 by neighbours: the last nine digits behind a nought, in all French
 * plans.
 */
function national(phone: string): string {
  return `0${phone.slice(-9)}`
}
