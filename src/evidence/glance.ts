import { z } from 'zod'
import { Instant } from '../base/instant.ts'
import { Sighting } from './evidence.ts'

/** How much of a mail is looked at: what a person needs to recognise it, whatever a stranger wrote. */
export const GLANCE_PARTS = 60
export const GLANCE_NAME = 160
export const GLANCE_HEAD_BYTES = 64 * 1024

/** A part of a mail as the mail server describes it; `bytes` as they travel. */
export const GlancePart = z.strictObject({
  mediaType: z.string().max(120),
  name: z.string().max(GLANCE_NAME).nullable(),
  bytes: z.int().nonnegative(),
})
export type GlancePart = z.infer<typeof GlancePart>

/** A mail looked at where it lies, kept nowhere. `head`: its header fields as they came, in base64. */
export const Glance = z.strictObject({
  bytes: z.int().nonnegative(),
  internalDate: Instant.nullable(),
  head: z.base64().max(4 * Math.ceil(GLANCE_HEAD_BYTES / 3)),
  parts: z.array(GlancePart).max(GLANCE_PARTS),
  /** There are more parts than are told. */
  isCut: z.boolean(),
})
export type Glance = z.infer<typeof Glance>

export const GlanceRequest = z.strictObject({ sighting: Sighting })
export type GlanceRequest = z.infer<typeof GlanceRequest>

/**
 * What comes of looking. `gone`: nothing lies there any more; `renumbered`: the folder counts its mails anew
 * (UIDVALIDITY); `refused`: the register does not have it as put aside; `away`: the mail server did not
 * answer; `elsewhere`: no process of this machine reads the mailbox.
 */
export const GlanceAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seen'), glance: Glance }),
  z.strictObject({ kind: z.enum(['gone', 'renumbered', 'refused', 'away', 'elsewhere']) }),
])
export type GlanceAnswer = z.infer<typeof GlanceAnswer>

/**
 * Looks at a mail in the mailbox without changing anything there. Never throws for the mail's or the server's
 * sake.
 */
export type LookAt = (sighting: Sighting) => Promise<GlanceAnswer>
