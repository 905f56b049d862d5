import { createHash, createHmac, createSecretKey } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Instant } from '../base/instant.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What an entry says in clear: facts about times, sizes and files, never about a person. */
export const Shown = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.null(),
    z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  ]),
)
export type Shown = z.infer<typeof Shown>

/**
 * One entry of the append-only register. `position` counts from 0; `previous` is the leaf before (null for
 * the first). `subject` and `detail` are HMACs under a salt of the entry’s own, kept elsewhere: who has them
 * can prove what was meant, and without the salt they say nothing (erasure that leaves the tree whole).
 */
export const Entry = z.strictObject({
  v: z.literal(1),
  position: z.int().min(0),
  at: Instant,
  type: z.string(),
  subject: hash,
  detail: hash,
  /** Over what it decided, as rows (`Seals`); entries of earlier editions sealed nothing. */
  sealed: hash.optional(),
  shown: Shown,
  previous: hash.nullable(),
})
export type Entry = z.infer<typeof Entry>

/** Where an entry stands in the register, and its hash. */
export interface EntryPlace {
  readonly position: number
  readonly leaf: string
}

/** RFC 8785: the same value, the same bytes. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('only JSON has a canonical form')
  return text
}

/** HMAC-SHA-256, hexadecimal. `salt`: hexadecimal. */
export function hidden(salt: string, text: string): string {
  // A key that is made as one takes a sixth of the time that Node takes over bare bytes.
  return createHmac('sha256', createSecretKey(salt, 'hex')).update(text).digest('hex')
}

/** RFC 9162, 2.1.1: the hash of a leaf. `body`: canonical JSON of the entry. */
export function leafOf(body: string): string {
  return createHash('sha256').update('\u0000').update(body).digest('hex')
}
