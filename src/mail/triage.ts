import { z } from 'zod'
import { Ground, Sign } from './signs.ts'

/** The one fate of each mail seen in a watched folder. */
export const Fate = z.enum([
  'application',
  'supplement',
  'duplicate',
  'inquiry',
  'automatic',
  'bounce',
  'unrelated',
  'quarantined',
])
export type Fate = z.infer<typeof Fate>

/**
 * What a mail is by itself, before it is known what it belongs to. A submission becomes an application,
 * a supplement or a duplicate when it is assembled.
 */
export const Nature = z.enum(['submission', 'inquiry', 'automatic', 'bounce', 'unrelated'])
export type Nature = z.infer<typeof Nature>

export const Triage = z.object({
  nature: Nature,
  /** Codes of what decided, such as `thanks` or `replaces`; never content of the mail. */
  grounds: z.array(z.string()),
  /** Each sign that was seen, with its weight and its place. Rows of 0.1.0 have none. */
  weighed: z.array(Ground).default([]),
  /** The signs that were looked at and missed. */
  missed: z.array(Sign).default([]),
})
export type Triage = z.infer<typeof Triage>

const OWN_LETTER = 'own-loop-header'

/**
 * What a mail is that bears our seal: a letter of ours come back, unless a robot brings it back with its
 * notice.
 */
export function asOwnLetter(told: Triage): Triage {
  return told.nature === 'bounce' ? told : { ...told, nature: 'automatic', grounds: [OWN_LETTER] }
}

/** Whether a mail is a letter of ours that came back. */
export function isOwnLetterBack({ grounds }: Pick<Triage, 'grounds'>): boolean {
  return grounds.includes(OWN_LETTER)
}

export const MAY_ASK = 'may-ask'

/**
 * No sign of the call, and yet it reads a little like a question: those who look at what was put aside see it
 * first.
 */
export function wasPerhapsAsked({ grounds }: Pick<Triage, 'grounds'>): boolean {
  return grounds.includes(MAY_ASK)
}

export const REPLACES = 'replaces'

/** A submission whose sender says that what came before gives way. */
export function saysToReplace(triage: Pick<Triage, 'grounds'> | null): boolean {
  return triage?.grounds.includes(REPLACES) === true
}
