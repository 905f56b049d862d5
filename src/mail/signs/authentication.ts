import type { Call } from '../../call/call.ts'
import { domainOf, isTrustedHost } from '../hosts.ts'
import { headerValues, type Mail } from '../mail.ts'
import { isAligned } from './alignment.ts'
import { withoutComments } from './header-signs.ts'

/** What a method found, and of whom: a domain, or the address that a server let in. Null: it names none. */
export interface MethodResult {
  readonly result: string
  readonly of: string | null
}

/** What the authority's own border server found out about a sender (RFC 8601). Null: it says nothing. */
export interface Authentication {
  readonly spf: MethodResult | null
  readonly dkim: readonly MethodResult[]
  /** `of`: the domain of From that was asked about. */
  readonly dmarc: MethodResult | null
  /** Who signed in at one of the authority's own servers to hand the mail over. */
  readonly auth: MethodResult | null
}

/**
 * The Authentication-Results of servers that the call's file trusts, top first; those of strangers do not
 * exist (RFC 8601, 4.1: anyone can write such a header).
 */
export function trustedAuthentications(mail: Pick<Mail, 'headers'>, call: Call): readonly Authentication[] {
  return headerValues(mail, 'authentication-results').flatMap((value) => authenticationIn(value, call) ?? [])
}

/** Null for what a server wrote that is not trusted, or that does not say who it is. */
export function authenticationIn(value: string, call: Call): Authentication | null {
  const [server = '', ...methods] = withoutComments(value.slice(0, 8000)).split(';')
  const id = (server.trim().split(/\s+/)[0] ?? '').replace(/^"|"$/g, '')
  return isTrustedHost(id, call) ? readMethods(methods) : null
}

/**
 * Some servers begin with what they found and name nobody: where it stands must say whose it is. Null for
 * others.
 */
export function namelessAuthentication(value: string): Authentication | null {
  const methods = withoutComments(value.slice(0, 8000)).split(';')
  return METHOD.test(methods[0] ?? '') ? readMethods(methods) : null
}

const METHOD = /^\s*(spf|dkim|dmarc|auth)(?:\/\d+)?\s*=\s*([a-z]+)/i

/**
 * DMARC failed, or SPF failed without a DKIM signature of From's own domain that holds: to answer would be to
 * write to a stranger.
 */
export function isForged(results: readonly Authentication[], address: string): boolean {
  return results.some(({ dmarc, spf, dkim }) => {
    if (dmarc !== null) return dmarc.result === 'fail'
    return spf?.result === 'fail' && !dkim.some((one) => holdsFor(one, domainOf(address)))
  })
}

/** DMARC passed for exactly this address's domain, and no trusted server says otherwise. */
export function isProvenByDmarc(results: readonly Authentication[], address: string): boolean {
  const verdicts = results.flatMap((result) => (result.dmarc === null ? [] : [result.dmarc]))
  if (verdicts.length === 0) return false
  return verdicts.every(({ result, of }) => result === 'pass' && (of === null || of === domainOf(address)))
}

/** A method that passed, for a domain that answers for `domain` too. */
export function holdsFor({ result, of }: MethodResult, domain: string): boolean {
  return result === 'pass' && of !== null && isAligned(domainOf(of), domain)
}

function readMethods(methods: readonly string[]): Authentication {
  let spf: MethodResult | null = null
  const dkim: MethodResult[] = []
  let dmarc: MethodResult | null = null
  let auth: MethodResult | null = null
  for (const method of methods) {
    const found = METHOD.exec(method)
    if (found === null) continue
    const result = (found[2] ?? '').toLowerCase()
    const name = (found[1] ?? '').toLowerCase()
    if (name === 'spf') spf ??= { result, of: propertyOf(method, SMTP_FROM) }
    else if (name === 'dkim') dkim.push({ result, of: propertyOf(method, SIGNER) })
    else if (name === 'auth') auth ??= { result, of: propertyOf(method, SIGNED_IN) }
    else dmarc ??= { result, of: domainIn(method) }
  }
  return { spf, dkim, dmarc, auth }
}

const SMTP_FROM = /\bsmtp\.mail(?:from)?\s*=\s*"?([^\s";]+)/i
const SIGNER = /\bheader\.[di]\s*=\s*"?([^\s";]+)/i
const SIGNED_IN = /\bsmtp\.auth\s*=\s*"?([^\s";]+)/i
const HEADER_FROM = /\bheader\.from\s*=\s*"?([^\s";]+)/i

function propertyOf(method: string, pattern: RegExp): string | null {
  return pattern.exec(method)?.[1] ?? null
}

function domainIn(method: string): string | null {
  const value = propertyOf(method, HEADER_FROM)
  return value === null ? null : domainOf(value)
}
