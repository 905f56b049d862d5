import type { Instant } from '../base/instant.ts'
import type { OutboxItem } from './outbox.ts'

/** What of a letter says whether another one stands in its place. */
export type Placed = Pick<OutboxItem, 'kind' | 'number' | 'fingerprint' | 'createdAt'>

/**
 * Whether a letter that did not arrive is a trouble no more: a later one about the same mail was written, no
 * mere reminder; after a message, another message, once the loss was known (`toldAt`); after one of decision,
 * another.
 */
export function isReplaced(letter: Placed, toldAt: Instant, others: readonly Placed[]): boolean {
  if (letter.kind === 'message')
    return others.some(
      ({ kind, number, createdAt }) => kind === 'message' && number === letter.number && createdAt > toldAt,
    )
  if (letter.kind === 'decision')
    return others.some(
      ({ kind, number, createdAt }) =>
        kind === 'decision' && number === letter.number && createdAt > letter.createdAt,
    )
  return others.some(
    ({ kind, fingerprint, createdAt }) =>
      fingerprint !== null &&
      fingerprint === letter.fingerprint &&
      createdAt > letter.createdAt &&
      kind !== 'reminder',
  )
}
