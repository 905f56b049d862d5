import { z } from 'zod'
import { Instant } from '../base/instant.ts'

/** Why a head was taken: now and then, at the second of a deadline, or when a call was closed. */
export const HeadKind = z.enum(['regular', 'deadline', 'close'])
export type HeadKind = z.infer<typeof HeadKind>

/** The state of the whole register in one hash: what is signed, stamped and printed. */
export const Head = z.strictObject({
  v: z.literal(1),
  kind: HeadKind,
  size: z.int().min(0),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  at: Instant,
  key: z.string(),
})
export type Head = z.infer<typeof Head>

export const SignedHead = z.strictObject({ head: Head, signature: z.string() })
export type SignedHead = z.infer<typeof SignedHead>

/**
 * The heads as the authority puts them on its site: whoever keeps the file finds what was taken away or
 * forked later.
 */
export const PublishedHeads = z.strictObject({
  v: z.literal(1),
  heads: z.array(SignedHead),
  keys: z.array(z.strictObject({ id: z.string(), publicPem: z.string() })),
})
export type PublishedHeads = z.infer<typeof PublishedHeads>
