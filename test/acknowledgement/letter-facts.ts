import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import type { ReplayedMail } from '../../src/app/replay.ts'
import type { Call } from '../../src/call/call.ts'

/** What is known of a mail without our own reading of it, beside what the register concluded. */
export interface Facts {
  readonly call: Call
  readonly view: ReplayedMail['view']
  /** SHA-256 of each attachment, as another program counts them. */
  readonly attached: readonly string[]
  /** Of all files that came under the same number before it. */
  readonly before: ReadonlySet<string>
  /** When its application was first received. */
  readonly appliedAt: string
}

/** RFC 2045, 6.1: what that program decodes; of any other encoding it counts the bytes as they came. */
const ENCODING = /^(7bit|8bit|binary|base64|quoted-printable)?$/i

export async function attachedIn(raw: Uint8Array): Promise<readonly string[]> {
  const { attachments } = await simpleParser(Buffer.from(raw))
  return attachments
    .filter(({ headers }) => ENCODING.test(String(headers.get('content-transfer-encoding') ?? '')))
    .map(({ content }) => createHash('sha256').update(content).digest('hex'))
}

/** A letter's text as units: paragraphs, items, facts and files, each on one line with plain spaces. */
export function unitsOf(text: string): readonly string[] {
  const plain = text.replace(/[\u00A0\u202F]/g, ' ')
  return plain.split(/\n{2,}/).flatMap((part) => {
    if (/^-----BEGIN/.test(part)) return []
    const lines = part.split('\n').filter((line) => line.trim() !== '')
    const isList = lines.every((line) => /^(-|\d+\.|\S[^:]{0,60} :| {2,})/.test(line)) && lines.length > 0
    if (!isList || /^[A-ZÀ-Ü’' ]+( : \d+)?$/.test(part)) return [lines.join(' ').trim()]
    const units: string[] = []
    for (const line of lines) {
      if (/^ {2}/.test(line) && units.length > 0) units[units.length - 1] += ` ${line.trim()}`
      else units.push(line.trim())
    }
    return units.filter((unit) => unit !== '')
  })
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)
const DAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ')

/** « mardi 22 novembre 2022 à 18 h 03 min 11 s », on a wall clock; null when the weekday is not that day's. */
export function wallClockIn(text: string): Date | null {
  const found =
    /(\p{L}+) (\d{1,2})(?:er)? (\p{L}+) (\d{4})(?: à (\d{1,2}) h (\d{2})(?: min (\d{2}) s)?)?/u.exec(text)
  if (found === null) return null
  const [, weekday = '', day, month = '', year, hour = 0, minute = 0, second = 0] = found
  const at = new Date(
    Date.UTC(Number(year), MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), Number(second)),
  )
  return DAYS[at.getUTCDay()] === weekday ? at : null
}

/** Of the first call: La Réunion has one time the year round. */
const OFFSET_MS = 4 * 3_600_000
export const onWallClock = (instant: string): Date => new Date(Date.parse(instant) + OFFSET_MS)
