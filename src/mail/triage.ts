import { z } from 'zod'

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
  /** Codes of the grounds, such as `call-phrase-in-subject`; never content of the mail. */
  grounds: z.array(z.string()),
})
export type Triage = z.infer<typeof Triage>
