import { isOfEverybody } from '../../knowledge/mail-providers.ts'
import { comparableAddress, domainOf } from '../hosts.ts'
import type { SenderProof } from '../signs/sender-proof.ts'

/**
 * From whose budget an answer is paid. All senders whom nothing proves share one, for anybody can write in
 * their name; proven ones spend that of their own domain, and at a provider that gives addresses to everybody
 * that of their address. What a stranger spends is thus never what somebody proven needs.
 */
export type Purse =
  | { readonly of: 'unproven' }
  | { readonly of: 'domain'; readonly domain: string }
  | { readonly of: 'address'; readonly address: string }

/**
 * Whose budget of automatic letters an answer is taken from: a proven sender's domain, the address at a
 * provider of everybody's, or the one of all who prove nothing.
 */
export function purseOf(sender: string | null, proof: SenderProof): Purse {
  if (sender === null || proof !== 'proven') return { of: 'unproven' }
  const address = comparableAddress(sender)
  const domain = domainOf(address)
  return isOfEverybody(domain) ? { of: 'address', address } : { of: 'domain', domain }
}
