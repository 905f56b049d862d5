import { type Instant, millisecondsBetween } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { isNamedInternal, isPrivateIp, isTrustedHost } from './hosts.ts'
import { type HeaderField, headerValues, type Mail } from './mail.ts'
import type { Receipt, ReceiptDoubt, ReceiptSource } from './receipt.ts'
import { type Hop, parseReceived } from './received.ts'

/**
 * The clocks beside the mail's own: IMAP INTERNALDATE and the file's time, null where there is none;
 * `observedAt` is ours.
 */
export interface ReceiptClocks {
  readonly internalDate: Instant | null
  readonly observedAt: Instant
  readonly fileTime: Instant | null
}

const MINUTE = 60_000
const DISAGREEMENT = 10 * MINUTE
const SENDER_AHEAD = 5 * MINUTE
/** Two servers of one authority may differ by so much without saying anything. */
const SKEW = MINUTE

/**
 * When the authority's system took the mail (RFC 5321, 6.1), and the clock that says so: the Received line
 * of the authority's border server; else IMAP INTERNALDATE (RFC 9051, 2.3.3); else the topmost Received;
 * else the sender's Date; else the file's time. The last two prove nothing and say so in the doubts.
 */
export function receiptOf(mail: Pick<Mail, 'headers' | 'date'>, clocks: ReceiptClocks, call: Call): Receipt {
  const hops = headerValues(mail, 'received').map(parseReceived)
  const known = knownClocks(mail, hops, clocks, call)
  const first = known[0] ?? { source: 'file' as const, at: clocks.observedAt }
  return {
    receivedAt: first.at,
    source: first.source,
    clocks: known.length > 0 ? known : [first],
    doubts: doubtsOf(first, known),
  }
}

/** For a mail whose Received lines nobody could read: the server's own date, or else ours. */
export function fallbackReceipt(clocks: ReceiptClocks): Receipt {
  const internal = clocks.internalDate
  const source = internal !== null ? 'internaldate' : 'file'
  const receivedAt = internal ?? clocks.fileTime ?? clocks.observedAt
  return { receivedAt, source, clocks: [{ source, at: receivedAt }], doubts: ['no_boundary'] }
}

type Reading = Receipt['clocks'][number]

/** From the most to the least trusted. */
function knownClocks(
  mail: Pick<Mail, 'date'>,
  hops: readonly Hop[],
  clocks: ReceiptClocks,
  call: Call,
): Reading[] {
  const readings: readonly (readonly [ReceiptSource, Instant | null])[] = [
    ['boundary', boundaryOf(hops, call)?.at ?? null],
    ['internaldate', clocks.internalDate],
    ['received', hops[0]?.at ?? null],
    ['date', mail.date],
    ['file', clocks.fileTime],
  ]
  return readings.flatMap(([source, at]) => (at === null ? [] : [{ source, at }]))
}

/**
 * The hop by which the mail came in from outside: from the top, the first written by a trusted host about a
 * sender that is not internal. Below it, and from the first line that a stranger wrote, everything can be
 * forged, even a line « by » the authority's own server; so the walk ends there.
 */
export function boundaryOf(hops: readonly Hop[], call: Call): Hop | null {
  const end = hops.find((hop) => !isHandedOverInside(hop, call))
  return end === undefined || !isOurs(end, call) ? null : end
}

/**
 * Where in a mail's headers that line stands, or that of the first stranger; behind the last header where
 * none is.
 */
export function boundaryIn(headers: readonly HeaderField[], call: Call): number {
  const line = headers.findIndex(
    ({ name, value }) => name === 'received' && !isHandedOverInside(parseReceived(value), call),
  )
  return line < 0 ? headers.length : line
}

function isHandedOverInside(hop: Hop, call: Call): boolean {
  return isOurs(hop, call) && isInternalSender(hop, call)
}

function isOurs({ by }: Hop, call: Call): boolean {
  return by !== null && isTrustedHost(by, call)
}

/**
 * Whether a hop is a hand-over inside. The name given in HELO only counts when the server saw no address
 * (a delivery on the same machine): anyone can claim a name.
 */
function isInternalSender(hop: Hop, call: Call): boolean {
  if (hop.ip !== null) {
    if (isPrivateIp(hop.ip) || isNamedInternal(hop.ip, call)) return true
    const seen = hop.reverse
    return seen !== null && (isTrustedHost(seen, call) || isNamedInternal(seen, call))
  }
  const name = hop.reverse ?? hop.helo
  return name === null || name === 'localhost' || isTrustedHost(name, call) || isNamedInternal(name, call)
}

function doubtsOf(chosen: Reading, known: readonly Reading[]): ReceiptDoubt[] {
  const at = (source: ReceiptSource): Instant | undefined =>
    known.find((reading) => reading.source === source)?.at
  const doubts: ReceiptDoubt[] = []
  if (chosen.source !== 'boundary') doubts.push('no_boundary')
  const internal = at('internaldate')
  const transport = at('boundary') ?? at('received')
  if (internal !== undefined && transport !== undefined && disagree(transport, internal))
    doubts.push('clocks_disagree')
  const claimed = at('date')
  if (
    claimed !== undefined &&
    chosen.source !== 'date' &&
    millisecondsBetween(chosen.at, claimed) > SENDER_AHEAD
  ) {
    doubts.push('date_in_future')
  }
  if (chosen.source === 'date' || chosen.source === 'file') doubts.push('only_senders_clock')
  return doubts
}

/** Mail is delivered after it was taken, and soon. */
function disagree(transport: Instant, internal: Instant): boolean {
  const delay = millisecondsBetween(transport, internal)
  return delay < -SKEW || delay > DISAGREEMENT
}
