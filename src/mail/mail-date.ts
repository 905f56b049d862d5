import { type Instant, instantFromWallClock, later } from '../base/instant.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Zones by name (RFC 5322, 4.3), and those that real servers write, in minutes east of Greenwich. */
const NAMED_ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  cet: 60,
  met: 60,
  mez: 60,
  west: 60,
  bst: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ret: 240,
  jst: 540,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
}

const DAY_FIRST = new RegExp(
  '(\\d{1,2})[\\s-]+([a-z]{3})[a-z]*\\.?[\\s-]+(\\d{2,4})[\\s,]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?' +
    '(?:[.,]\\d+)?\\s*(am|pm)?\\s*(.{0,40})',
  'i',
)
const MONTH_FIRST =
  /\b([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([a-z]{1,5})\s+)?(\d{4})\b(.{0,40})/i
const ISO = /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(.{0,10})/

interface Reading {
  readonly year: string
  readonly month: number
  readonly day: string
  readonly hour: number
  readonly minute: string
  readonly second: string
  readonly zone: string
}

/**
 * The date of a `Date` or `Received` field (RFC 5322, 3.3 and 4.3), and the deviations that servers in use
 * write: no offset, a zone by name, the order of asctime, ISO 8601. A missing or unknown zone counts as UTC,
 * as RFC 5322 4.3 has it for `-0000`. Null when no date can be read; never throws.
 */
export function parseMailDate(text: string): Instant | null {
  const source = text.slice(0, 400)
  const reading = readDayFirst(source) ?? readMonthFirst(source) ?? readIso(source)
  return reading === null ? null : instantOf(reading)
}

function readDayFirst(source: string): Reading | null {
  const found = DAY_FIRST.exec(source)
  if (found === null) return null
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '00', half = '', zone = ''] =
    found
  return { year, month: monthNumber(month), day, hour: hourOf(hour, half), minute, second, zone }
}

function readMonthFirst(source: string): Reading | null {
  const found = MONTH_FIRST.exec(source)
  if (found === null) return null
  const [, month = '', day = '', hour = '', minute = '', second = '', named = '', year = '', rest = ''] =
    found
  const zone = named === '' ? rest : named
  return { year, month: monthNumber(month), day, hour: Number(hour), minute, second, zone }
}

function readIso(source: string): Reading | null {
  const found = ISO.exec(source)
  if (found === null) return null
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = ''] = found
  return { year, month: Number(month), day, hour: Number(hour), minute, second, zone }
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function hourOf(hour: string, half: string): number {
  if (half === '') return Number(hour)
  return (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

function instantOf(reading: Reading): Instant | null {
  const year = fullYear(reading.year)
  const two = (value: string | number): string => String(value).padStart(2, '0')
  const day = `${String(year).padStart(4, '0')}-${two(reading.month)}-${two(reading.day)}`
  const wallClock = `${day}T${two(reading.hour)}:${two(reading.minute)}:${two(reading.second)}`
  try {
    return later(instantFromWallClock(wallClock, 'UTC'), -offsetMinutes(reading.zone) * 60_000)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** RFC 5322, 4.3: two digits below 50 are of this century, three digits count from 1900. */
function fullYear(written: string): number {
  const year = Number(written)
  if (written.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return written.length === 3 ? 1900 + year : year
}

function offsetMinutes(zone: string): number {
  const numeric = /^\s*\(?(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})/i.exec(zone)
  if (numeric !== null) {
    const [, sign = '+', hours = '0', minutes = '0'] = numeric
    const size = Number(hours) * 60 + Number(minutes)
    return size > 24 * 60 ? 0 : (sign === '-' ? -1 : 1) * size
  }
  const named = /^\s*\(?([a-z]{1,5})\b/i.exec(zone)
  return NAMED_ZONES[(named?.[1] ?? '').toLowerCase()] ?? 0
}
