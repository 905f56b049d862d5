/** The end of an attempt to submit: `uncertain` when the server may have taken the letter before we lost it. */
export type SmtpAnswer =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'refused'; readonly reply: string }
  | { readonly kind: 'later'; readonly reply: string; readonly uncertain: boolean }

/** Failures before any letter was handed over: nothing can have been sent. */
const BEFORE_DATA = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'EDNS',
  'ENOTFOUND',
  'ETLS',
  'EAUTH',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/**
 * What an error of nodemailer means (RFC 5321, 4.2.1): 4yz try later, 5yz refused, no answer uncertain. A
 * refusal of our login or of the connection is about us, not about the letter: later. The reply is kept without
 * the addresses it may quote.
 */
export function classify(error: unknown): SmtpAnswer {
  const code = textOf(error, 'code')
  const responseCode = numberOf(error, 'responseCode')
  const reply = withoutAddresses(textOf(error, 'response') || code || 'no answer')
  if (code === 'EAUTH' || BEFORE_DATA.has(code)) return { kind: 'later', reply, uncertain: false }
  if (responseCode === null) return { kind: 'later', reply, uncertain: true }
  // 503 and 421 are about the session, 530 to 538 about our login.
  if (responseCode === 503 || (responseCode >= 530 && responseCode <= 538))
    return { kind: 'later', reply, uncertain: false }
  return responseCode >= 500 ? { kind: 'refused', reply } : { kind: 'later', reply, uncertain: false }
}

function textOf(error: unknown, key: string): string {
  if (typeof error !== 'object' || error === null || !(key in error)) return ''
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}

function numberOf(error: unknown, key: string): number | null {
  if (typeof error !== 'object' || error === null || !(key in error)) return null
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'number' ? value : null
}

export function withoutAddresses(reply: string): string {
  return reply.replace(/[^\s<>()"',;:]+@[^\s<>()"',;:]+/g, '<address>').slice(0, 500)
}
