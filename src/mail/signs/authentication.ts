import type { Call } from '../../call/call.ts'
import { domainOf, isTrustedHost } from '../hosts.ts'
import { headerValues, type Mail } from '../mail.ts'
import { withoutComments } from './header-signs.ts'

/** What the authority's own border server found out about a sender (RFC 8601). Null: it says nothing. */
export interface Authentication {
  readonly spf: string | null
  readonly dkim: readonly string[]
  readonly dmarc: { readonly result: string; readonly headerFrom: string | null } | null
}

/**
 * The Authentication-Results of servers that the call's file trusts, top first; those of strangers do not
 * exist (RFC 8601, 4.1: anyone can write such a header).
 */
export function trustedAuthentications(mail: Pick<Mail, 'headers'>, call: Call): readonly Authentication[] {
  return headerValues(mail, 'authentication-results').flatMap((value) => {
    const [server = '', ...methods] = withoutComments(value.slice(0, 8000)).split(';')
    const id = (server.trim().split(/\s+/)[0] ?? '').replace(/^"|"$/g, '')
    return isTrustedHost(id, call) ? [readMethods(methods)] : []
  })
}

/** DMARC failed, or SPF failed without a DKIM signature that holds: to answer would be to write to a stranger. */
export function isForged(results: readonly Authentication[]): boolean {
  return results.some((result) => {
    if (result.dmarc !== null) return result.dmarc.result === 'fail'
    return result.spf === 'fail' && !result.dkim.includes('pass')
  })
}

/** DMARC passed for exactly this address's domain, and no trusted server says otherwise. */
export function isProvenSender(results: readonly Authentication[], address: string): boolean {
  const verdicts = results.flatMap((result) => (result.dmarc === null ? [] : [result.dmarc]))
  if (verdicts.length === 0) return false
  return verdicts.every(
    ({ result, headerFrom }) =>
      result === 'pass' && (headerFrom === null || headerFrom === domainOf(address)),
  )
}

function readMethods(methods: readonly string[]): Authentication {
  let spf: string | null = null
  const dkim: string[] = []
  let dmarc: Authentication['dmarc'] = null
  for (const method of methods) {
    const found = /^\s*(spf|dkim|dmarc)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(method)
    if (found === null) continue
    const result = (found[2] ?? '').toLowerCase()
    const name = (found[1] ?? '').toLowerCase()
    if (name === 'spf') spf = spf ?? result
    else if (name === 'dkim') dkim.push(result)
    else dmarc = dmarc ?? { result, headerFrom: headerFromOf(method) }
  }
  return { spf, dkim, dmarc }
}

function headerFromOf(method: string): string | null {
  const value = /\bheader\.from\s*=\s*"?([^\s";]+)/i.exec(method)?.[1]
  return value === undefined ? null : domainOf(value)
}
