import { z } from 'zod'
import { isWallClock, isZone } from '../base/instant.ts'

const line = z.string().trim().min(1)
const wallClock = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'a local date and time such as 2022-11-23T16:00')
  .refine(isWallClock, { error: 'a date and time that exist', abort: true })
const zone = z
  .string()
  .refine(isZone, { error: 'a zone of the time zone database, such as Indian/Reunion', abort: true })

/**
 * One end of the time for applying: to the minute, or a day without an hour, which is what most calls say.
 */
const end = {
  asWritten: line.describe('The call’s own words; letters quote them where no hour was published'),
  wallClock: wallClock.optional().describe('Where the call gives an hour: the same as a local date and time'),
  inclusive: z
    .boolean()
    .optional()
    .describe('With wallClock: false for « avant », true for « au plus tard »'),
  day: z.iso.date().optional().describe('Where the call gives no hour: the day alone'),
  dayItself: z
    .enum(['in', 'out', 'contested'])
    .optional()
    .describe(
      'With day: « jusqu’au 31 mars inclus » is in, « avant le 1er avril » is out; where the call does ' +
        'not tell, contested: a person decides',
    ),
}

export const PublishedEnd = z.strictObject(end)
export type PublishedEnd = z.infer<typeof PublishedEnd>

const Wave = z.strictObject({ label: line.describe('As the call names it: « première vague »'), ...end })

/**
 * The deadline as the call publishes it: one end, several one after the other (`waves`), or none (`rolling`).
 * Letters never print an hour, or a day, that nobody published.
 */
export const PublishedDeadline = z.strictObject({
  ...end,
  source: line.describe('Section of the call'),
  rolling: z
    .literal(true)
    .optional()
    .describe('Of a call without an end: « dépôt au fil de l’eau »; neither wallClock nor day then'),
  waves: z
    .array(Wave)
    .min(2)
    .optional()
    .describe('Several ends, the earliest first: what misses one is looked at with the next'),
  opensAt: wallClock
    .optional()
    .describe('When the time for applying begins; what comes before is acknowledged, and staff are told'),
  zone: zone.describe('The time zone it is meant in, of the time zone database'),
  zoneLabel: line.describe('How people name that zone: « heure de La Réunion »'),
  contestedUntil: wallClock
    .optional()
    .describe('From the deadline to this moment the call contradicts itself: a person decides'),
  contestedBecause: line.optional().describe('Why, for staff'),
  doubtfulClockHours: z
    .int()
    .min(0)
    .max(240)
    .describe(
      'So near the deadline, a clock that is only the sender’s (Date) or ours (file) is not enough: a ' +
        'person decides',
    ),
})
export type PublishedDeadline = z.infer<typeof PublishedDeadline>
