import type { SubmissionAnswer } from '../../steps/deliver.ts'

/** Failures before any letter was handed over: nothing can have been sent. */
const BEFORE_DATA = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'EDNS',
  'ENOTFOUND',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** Commands that are about us, not about the letter: our connection, our login, our sender address. */
const ABOUT_US = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL FROM)\b/
/**
 * Enhanced codes (RFC 3463) of answers that begin with 5 and still pass: full mailboxes (2.2) and systems
 * (3.1, 3.2), sending quotas of Google (4.5) and Microsoft 365 (1.90, 2.121 and beside it, 7.232, 7.233),
 * senders that the account may not use (1.7, 1.8, 7.60, 7.501 to 7.508, 7.705, 7.708): the authority mends
 * its account, the letter is good.
 */
const PASSES = /^5\.(1\.(7|8|90)|2\.(2|12\d)|3\.[12]|4\.5|7\.(60|232|233|50[1-8]|705|708))$/
/** Words of the same answers where the code says only « policy » (5.7.1), « other » (5.2.0) or nothing. */
const PASSES_IN_WORDS = new RegExp(
  '\\b(over ?quota|quota|mailbox (is )?full|insufficient (system )?(storage|space)|rate|' +
    'too many (messages|connections|e?mails|recipients)|limit(ed)? exceeded|exceeded .{0,40}limit|' +
    'sending limit|throttl|unusual rate|try (again|later)|temporar|grey ?list|gr(e|a)ylisted|' +
    'client host .{0,80}blocked|sender address rejected|not owned by user|send ?as ?denied|' +
    'bo[iî]te (pleine|satur[eé]e)|trop de messages|r[eé]essay|essayer plus tard)',
  'i',
)
/** What these words never excuse: somebody does not exist, or the letter itself is not wanted. */
const NEVER_PASSES = /^5\.(1\.[1-6]|2\.1|3\.4|7\.26)$/

/**
 * What an error of nodemailer means (RFC 5321, 4.2.1): 4yz try later, 5yz refused, no answer uncertain. A
 * refusal of our login, of our sender or of the connection is about us, not about the letter: later; quotas,
 * rates and full mailboxes pass, whatever digit they come with. The reply is kept without the addresses it
 * may quote. `wasHandedOver`: the letter's last byte was on its way. nodemailer tells a line that breaks then
 * as it tells one that breaks at the beginning, but the server may have taken the letter.
 */
export function classify(error: unknown, wasHandedOver = false): SubmissionAnswer {
  const code = textOf(error, 'code')
  const responseCode = numberOf(error, 'responseCode')
  const said = textOf(error, 'response')
  const reply = withoutAddresses(said || code || 'no answer')
  if (responseCode === null && wasHandedOver) return { kind: 'later', reply, uncertain: true }
  const aboutUs = ABOUT_US.test(textOf(error, 'command'))
  if (BEFORE_DATA.has(code) || (responseCode === null && aboutUs))
    return { kind: 'later', reply, uncertain: false }
  if (responseCode === null) return { kind: 'later', reply, uncertain: true }
  if (responseCode < 500 || aboutUs || isAboutSession(responseCode))
    return { kind: 'later', reply, uncertain: false }
  return passes(said) ? { kind: 'later', reply, uncertain: false } : { kind: 'refused', reply }
}

/** 503 is about the session, 530 to 538 about our login. */
function isAboutSession(responseCode: number): boolean {
  return responseCode === 503 || (responseCode >= 530 && responseCode <= 538)
}

function passes(said: string): boolean {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? ''
  if (enhanced.startsWith('4.') || PASSES.test(enhanced)) return true
  if (NEVER_PASSES.test(enhanced) && !/\b(rate|unusual)\b/i.test(said)) return false
  return PASSES_IN_WORDS.test(withoutAddresses(said))
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

/** What a server answered, at most 500 characters of it, without any address: it is shown and logged. */
export function withoutAddresses(reply: string): string {
  return reply.replace(/[^\s<>()"',;:]+@[^\s<>()"',;:]+/g, '<address>').slice(0, 500)
}
