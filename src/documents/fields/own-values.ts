import { plainTypography } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { lastDay } from '../../call/deadline.ts'
import type { OwnKind } from '../../call/own-kind.ts'
import { holds } from '../identifiers/checks.ts'
import { flat } from '../text/words.ts'
import { dateAnswered } from './dates.ts'

/** A value in its canonical form; not sound where the pattern or the key of its kind refuses it. */
export interface OwnValue {
  readonly value: string
  readonly sound: boolean
}

const LONGEST = 200

/** What an answer says, as its kind writes it; null where it cannot be an answer to it. */
export function ownValueIn(answer: string, kind: OwnKind, call: Call): OwnValue | null {
  const text = flat(plainTypography(answer)).slice(0, LONGEST)
  if (text === '') return null
  switch (kind.type) {
    case 'text':
      return textIn(text, kind)
    case 'money':
    case 'number':
      return sound(numberIn(text))
    case 'date':
      return sound(dateAnswered(text))
    case 'age':
      return sound(ageIn(text, call))
  }
}

function sound(value: string | null): OwnValue | null {
  return value === null ? null : { value, sound: true }
}

function textIn(text: string, { pattern, check }: OwnKind): OwnValue | null {
  if (pattern === undefined && check === undefined) return { value: text, sound: true }
  const found = pattern === undefined ? text : expressionOf(pattern).exec(text)?.[0]
  // What its pattern refuses is kept to be shown, where it has something of a number.
  if (found === undefined) return /\d{3}/.test(text) ? { value: text, sound: false } : null
  if (check === undefined) return { value: found, sound: true }
  return { value: compact(found), sound: holds(check, compact(found)) }
}

/** The numbers in a text that prove themselves by the key of their kind. */
export function provenIn(text: string, { type, pattern, check }: OwnKind): readonly string[] {
  if (type !== 'text' || pattern === undefined || check === undefined) return []
  const found = plainTypography(text).slice(0, LONGEST_LINE).match(globalExpressionOf(pattern)) ?? []
  return found.map(compact).filter((one) => holds(check, one))
}

const LONGEST_LINE = 2_000

function compact(text: string): string {
  return text.replace(/[\s./-]/g, '').toUpperCase()
}

const made = new Map<string, RegExp>()

/**
 * The pattern between signs that are no part of a number. Of a call's file only safe ones come here
 * (call/safe-pattern.ts).
 */
function expressionOf(pattern: string, flags = 'iu'): RegExp {
  const key = `${flags} ${pattern}`
  const before = made.get(key)
  if (before !== undefined) return before
  const expression = new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, flags)
  made.set(key, expression)
  return expression
}

function globalExpressionOf(pattern: string): RegExp {
  return expressionOf(pattern, 'giu')
}

/** « 12 500,50 € », « 12.500 EUR », « 15 k€ »; the first that stands there. */
const NUMBER =
  /(?<![\d.,])(\d{1,3}(?:[ .']\d{3}){1,4}|\d{1,12})(?:[.,](\d{1,2}))?(?!\d)( ?(?:k€|keuros?|milliers? d))?/iu

function numberIn(text: string): string | null {
  const found = NUMBER.exec(text)
  if (found === null) return null
  const [, whole = '', cents = '', thousands] = found
  const value = Number(`${whole.replace(/\D/g, '')}.${cents === '' ? '0' : cents}`)
  return String(thousands === undefined ? value : value * 1000)
}

const OLDEST = 120

/**
 * « 27 ans », « 27 », or a date of birth: then the age on the last day of the call, or, without an end, as it
 * was published.
 */
function ageIn(text: string, call: Call): string | null {
  const born = dateAnswered(text)
  if (born !== null) {
    const day = lastDay(call)
    const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
    const age = born.slice(5) > day.slice(5) ? years - 1 : years
    return age >= 0 && age <= OLDEST ? String(age) : null
  }
  const years = /(?<!\d)(\d{1,3})(?: ?ans)?(?!\d)/u.exec(text)?.[1]
  return years !== undefined && Number(years) <= OLDEST ? String(Number(years)) : null
}
