import { fold } from '../base/folding.ts'
import { foundBy, numbersIn, withoutNumbers, wordsIn } from '../base/sought-words.ts'
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
/** Shorter words are looked for as they are: what begins with one letter is nearly everything. */
const BEGINNING_FROM = 3

/**
 * The text that an application is found by: its numbers with and without their dash, its particulars, who
 * wrote, and about what. Folded.
 */
export function soughtText({ numbers, applicant, senders, subjects }: Sought): string {
  const known = Object.values(applicant).filter((value) => value !== null)
  return fold([...numbers, ...numbers.map(dashless), ...known, ...senders, ...subjects].join(' ')).slice(
    0,
    SOUGHT_AT_MOST,
  )
}

/** A number of an application without its dash, however a person writes it. */
export function dashless(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** What the index of searches holds of an application: the words of its text and of its mails. */
export function indexedWords(text: string, ofMails: readonly string[]): readonly string[] {
  return [...new Set([...foundBy(text), ...ofMails.flatMap((words) => words.split(' '))])].filter(
    (word) => word !== '',
  )
}

/** A word that is looked for: with what it may be written as, whole or as the beginning of a longer one. */
export interface SoughtWord {
  readonly ways: readonly string[]
  readonly begins: boolean
}

/**
 * The words of a search, each of which must be found: a long number may be written with blanks, dots or
 * dashes between its digits, and a telephone with 00 in the place of its plus sign, or without the nought
 * that a spreadsheet takes for nothing.
 */
export function soughtWords(text: string): readonly SoughtWord[] {
  const part = fold(text).replace('(0)', '')
  const numbers = PART_OF_NUMBER.test(part) ? [part.replace(/[^\d+]/g, '')] : numbersIn(part)
  const words = PART_OF_NUMBER.test(part) ? [] : wordsIn(withoutNumbers(part))
  return [...numbers.map(waysOf), ...words.map((word) => [word])]
    .slice(0, WORDS_AT_MOST)
    .map((ways) => ({ ways, begins: ways.every((way) => way.length >= BEGINNING_FROM) }))
}

/** Somebody on the telephone who has said half of it. */
const PART_OF_NUMBER = /^\+?\d(?:[ ().-]{0,3}\d){5,14}$/

/** More digits than anybody dials inside a country: a SIRET. */
const DIALLED_AT_MOST = 12

function waysOf(number: string): readonly string[] {
  const digits = number.replace('+', '')
  if (digits.startsWith('00')) return [digits, digits.slice(2)]
  if (number.startsWith('+') || digits.length > DIALLED_AT_MOST) return [digits]
  return digits.startsWith('0') ? [digits, digits.slice(1)] : [digits, `0${digits}`]
}
