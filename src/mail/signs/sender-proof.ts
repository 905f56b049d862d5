import { z } from 'zod'
import type { Call } from '../../call/call.ts'
import { comparableAddress, domainOf } from '../hosts.ts'
import type { HeaderField, Mail } from '../mail.ts'
import { boundaryIn, boundaryOf } from '../receipt-time.ts'
import { parseReceived } from '../received.ts'
import {
  type Authentication,
  authenticationIn,
  holdsFor,
  isForged,
  isProvenByDmarc,
  namelessAuthentication,
  trustedAuthentications,
} from './authentication.ts'

/**
 * What the authority's own servers say of the address in From. `proven`: DMARC passed for it, or SPF or DKIM
 * of its own domain did, or its owner signed in; `unproven`: they looked and found nothing of the kind;
 * `forged`: they found that it is not; `untold`: they say nothing, as servers do that write no
 * Authentication-Results.
 */
export const SenderProof = z.enum(['proven', 'unproven', 'forged', 'untold'])
export type SenderProof = z.infer<typeof SenderProof>

/**
 * Pure; several addresses in From are proven by nothing. What speaks against a sender is believed wherever it
 * stands.
 */
export function senderProofOf(mail: Pick<Mail, 'headers' | 'from'>, call: Call): SenderProof {
  const [from, ...others] = mail.from
  const address = from?.address ?? ''
  const results = believed(mail.headers, call)
  if (isForged([...trustedAuthentications(mail, call), ...results], address)) return 'forged'
  if (from === undefined || others.length > 0) return 'unproven'
  if (results.every(saysNothing)) return 'untold'
  return isProven(results, address) ? 'proven' : 'unproven'
}

/**
 * What speaks for a sender is believed where only our servers write: above the line of the border server.
 * Some write below their own line; there the first one counts alone, for what stands under it may be the
 * sender's.
 */
function believed(headers: readonly HeaderField[], call: Call): readonly Authentication[] {
  const line = boundaryIn(headers, call)
  const above = resultsIn(headers.slice(0, line), call, true)
  if (above.length > 0) return above
  const below = headers.slice(line + 1)
  const next = below.findIndex(({ name }) => name === 'received')
  const isOurs = boundaryOf([parseReceived(headers[line]?.value ?? '')], call) !== null
  return resultsIn(next < 0 ? below : below.slice(0, next), call, isOurs).slice(0, 1)
}

/** Of servers that say who they are; where no stranger writes, of those that name nobody too. */
function resultsIn(headers: readonly HeaderField[], call: Call, isOurs: boolean): readonly Authentication[] {
  const nameless = (value: string) => (isOurs ? namelessAuthentication(value) : null)
  return headers.flatMap(({ name, value }) =>
    name === 'authentication-results' ? (authenticationIn(value, call) ?? nameless(value) ?? []) : [],
  )
}

function saysNothing({ spf, dkim, dmarc, auth }: Authentication): boolean {
  return spf === null && dkim.length === 0 && dmarc === null && auth === null
}

function isProven(results: readonly Authentication[], address: string): boolean {
  const domain = domainOf(address)
  const holds = results.some(
    ({ spf, dkim, auth }) =>
      (spf !== null && holdsFor(spf, domain)) ||
      dkim.some((one) => holdsFor(one, domain)) ||
      (auth?.result === 'pass' && comparableAddress(auth.of ?? '') === comparableAddress(address)),
  )
  return holds || isProvenByDmarc(results, address)
}
