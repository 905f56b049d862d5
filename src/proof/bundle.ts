import { z } from 'zod'
import { canonical, leafOf } from './entry.ts'
import { SignedHead } from './head.ts'
import { isSigned } from './signature.ts'
import { isIncluded } from './tree.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Everything that proves an application’s place in the register, for whoever has no access to it. */
export const Bundle = z.strictObject({
  v: z.literal(1),
  number: z.string(),
  entries: z.array(
    z.strictObject({
      position: z.int().min(0),
      body: z.string(),
      leaf: hash,
      /** What the hidden values of the entry stand for; null where it was erased. */
      opened: z.strictObject({ subject: z.string(), detail: z.string(), salt: z.string() }).nullable(),
      /** RFC 9162, 2.1.3: from the leaf up. */
      inclusion: z.array(hash),
    }),
  ),
  head: SignedHead,
  /** RFC 3161 answers over the canonical head, base64. */
  stamps: z.array(z.strictObject({ authority: z.string(), token: z.string() })),
  keys: z.array(z.strictObject({ id: z.string(), publicPem: z.string() })),
})
export type Bundle = z.infer<typeof Bundle>

/** Positions whose entry is not what the head covers. */
export function entriesNotCovered({ entries, head }: Bundle): readonly number[] {
  return entries
    .filter(
      (entry) =>
        leafOf(entry.body) !== entry.leaf ||
        !isIncluded(entry.leaf, entry.position, head.head.size, entry.inclusion, head.head.root),
    )
    .map((entry) => entry.position)
}

/** `publicPem`: of the key that the checker trusts, not the one that the bundle brings. */
export function isHeadSigned({ head: { head, signature } }: Bundle, publicPem: string): boolean {
  return isSigned(head, signature, publicPem)
}

/** What a time-stamp authority was shown. */
export function stampedText({ head }: Bundle): string {
  return canonical(head.head)
}
