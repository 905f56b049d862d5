import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'

/** The public half of a key, as `recepisse publish` writes it. */
export interface PublishedKey {
  readonly id: string
  readonly publicPem: string
  /** The one that signs now; the others signed before it. */
  readonly isCurrent: boolean
}

/**
 * What the checking page holds. `address`: where it is published; null where that is not known, or where
 * there are several.
 */
export interface Publication {
  readonly authority: string
  readonly address: string | null
  /** The current one first; none where whoever checks brings the key. */
  readonly keys: readonly PublishedKey[]
  /** Their letters’ language is the page’s, and those beside it are offered. */
  readonly calls: readonly [Call, ...Call[]]
}

type Key = Omit<PublishedKey, 'isCurrent'>

/**
 * What one authority publishes for its calls: the key that signs now, and those of before that the register
 * knows. Failure('permanent', 'usage') when the calls are not of one.
 */
export function publicationOf(
  calls: readonly [Call, ...Call[]],
  current: Key,
  known: readonly Key[],
): Publication {
  const names = new Set(calls.map((call) => call.authority.name))
  if (names.size > 1)
    throw new Failure(
      'permanent',
      'usage',
      `these calls are of several authorities (${[...names].join(', ')}), and a page speaks for one: ` +
        'say which call with --call',
    )
  const addresses = new Set(calls.flatMap((call) => call.acknowledgement.checkingPage ?? []))
  const [address = null] = addresses.size === 1 ? addresses : []
  const earlier = known.filter(({ id }) => id !== current.id)
  return {
    authority: calls[0].authority.name,
    address,
    keys: [keyOf(current, true), ...earlier.map((key) => keyOf(key, false))],
    calls,
  }
}

function keyOf({ id, publicPem }: Key, isCurrent: boolean): PublishedKey {
  return { id, publicPem, isCurrent }
}

/** The name of a key’s file; links on the page lead to it. */
export function keyFileOf({ id, isCurrent }: PublishedKey): string {
  return isCurrent ? 'cle.pem' : `cle-${id}.pem`
}

/** « 3f2a 90c1 … »: the name of a key as it is read out and compared. */
export function keyInFours(id: string): string {
  return id.replace(/(.{4})(?=.)/g, '$1\u00A0')
}
