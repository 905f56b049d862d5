import type { Day } from '../base/day.ts'
import { MONTHS, WEEKDAYS } from '../base/french-calendar.ts'
import { type Instant, wallClockOf } from '../base/instant.ts'
import { withoutUnseen } from '../base/unseen.ts'
import type { Call } from '../call/call.ts'

type Zone = Pick<Call['deadline'], 'zone' | 'zoneLabel'>

const NO_BREAK = '\u00A0'
const THIN = '\u202F'

/**
 * The spaces and apostrophes of French typography, where a plain one stands: fine before ; ! ?, unbreakable
 * before : and inside « ». Nothing is added where nothing stood, so addresses and links stay as they are.
 */
export function typographic(text: string): string {
  return text
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .replace(/[ \u00A0\u202F]([;!?])/g, `${THIN}$1`)
    .replace(/[ \u00A0\u202F]:/g, `${NO_BREAK}:`)
    .replace(/«[ \u00A0\u202F]/g, `«${NO_BREAK}`)
    .replace(/[ \u00A0\u202F]»/g, `${NO_BREAK}»`)
}

/** « mercredi 23 novembre 2022 » in the zone. */
export function dayInWords(instant: Instant, zone: string): string {
  const local = wallClockOf(instant, zone)
  const day = local.day === 1 ? '1er' : String(local.day)
  const weekday = WEEKDAYS[local.dayOfWeek - 1] ?? ''
  return `${weekday} ${day}${NO_BREAK}${MONTHS[local.month - 1] ?? ''}${NO_BREAK}${local.year}`
}

/** « 3 mai 2026 » */
export function dateInWords(date: Day): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const first = Number(day) === 1 ? '1er' : String(Number(day))
  return `${first}${NO_BREAK}${MONTHS[Number(month) - 1] ?? ''}${NO_BREAK}${year}`
}

/**
 * « mercredi 23 novembre 2022 à 15 h 42 min 10 s, heure de La Réunion (UTC+4) »: to the second, as Received
 * lines give it.
 */
export function momentInWords(instant: Instant, deadline: Zone): string {
  const local = wallClockOf(instant, deadline.zone)
  const minute = String(local.minute).padStart(2, '0')
  const second = String(local.second).padStart(2, '0')
  const hour = `${local.hour}${NO_BREAK}h${NO_BREAK}${minute}${NO_BREAK}min${NO_BREAK}${second}${NO_BREAK}s`
  return `${dayInWords(instant, deadline.zone)} à ${hour}, ${zoneInWords(instant, deadline)}`
}

/** « heure de La Réunion (UTC+4) » */
function zoneInWords(instant: Instant, deadline: Zone): string {
  const offset = wallClockOf(instant, deadline.zone).offset.replace(/^([+-])0?(\d+):00$/, '$1$2')
  return `${deadline.zoneLabel} (UTC${offset === '+0' ? '' : offset.replace('-', '−')})`
}

/** `2022-11-23T11:42:10Z`: the same moment for machines and other zones. */
export function universalTime(instant: Instant): string {
  return instant.replace(/\.\d{3}Z$/, 'Z')
}

/** « 312 004 octets », groups set apart by a fine unbreakable space. */
export function octets(count: number): string {
  const grouped = String(count).replace(/\B(?=(\d{3})+$)/g, THIN)
  return `${grouped}${NO_BREAK}${count < 2 ? 'octet' : 'octets'}`
}

/** A word with its number: « 2 fichiers ». Zero and one are singular in French. */
export function counted(count: number, singular: string, plural: string): string {
  return `${count}${NO_BREAK}${count < 2 ? singular : plural}`
}

/** The text with a capital first letter, as a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}

/**
 * Words of others made fit for a line of ours: no control characters, no marks that turn the direction of
 * writing, no line ends; cut with an ellipsis after `most` characters.
 */
export function oneLine(text: string, most: number): string {
  const clean = withoutUnseen(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).trim()
  const letters = [...clean]
  return letters.length <= most ? clean : `${letters.slice(0, most - 1).join('')}…`
}
