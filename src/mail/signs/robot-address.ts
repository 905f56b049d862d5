import { headerValues, type Mail } from '../mail.ts'
import { decodedReturnPath } from './return-path.ts'

/** Local parts that no person reads, or that refuse answers (RFC 3834, 2; RFC 5230, 4.6). */
const ROBOTS: readonly RegExp[] = [
  /^mailer[-_.]?daemon/,
  /^mail[-_.]?daemon/,
  /^(do[-_.]?)?not?[-_.]?reply\b/,
  /^no[-_.]?reply/,
  /^do[-_.]?not[-_.]?reply/,
  /^ne[-_.]?pas[-_.]?repondre/,
  /^(bitte[-_.]?)?(nicht|keine)[-_.]?antwort/,
  /^(por[-_.]?favor[-_.]?)?no[-_.]?(contestar|conteste)/,
  /^no[-_.]?responder?/,
  /^non[-_.]?rispondere/,
  /^bounces?([^a-z]|$)/,
  /-bounces?(\+.*)?$/,
  /^owner-/,
  /-(owner|request)$/,
  /^(majordomo|listserv|listmaster|sympa|autoreply|auto-reply|autoresponder|auto-response)/,
]
/**
 * Office machines that send what was laid on their glass: behind them there is a person with another address.
 */
const MACHINES: readonly RegExp[] = [
  /^(photo)?copieur/,
  /^(photo)?copier([^a-z]|$)/,
  /^scan(s|ner|nner|tomail|2mail|mail)?s?([^a-z]|$)/,
  /^scanner/,
  /^(imprimante|printer|mfp|mopieur|multifonction|numerisation)/,
  /^(xerox|konica|ricoh|kyocera|bizhub|canon|lexmark)[-_.\d]/,
]

/**
 * What an address is by its local part; null for one that a person may read. Postmasters are people and
 * robots.
 */
export function robotAddress(address: string): 'robot' | 'machine' | 'postmaster' | null {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase()
  if (/^post[-_]?master/.test(local)) return 'postmaster'
  if (ROBOTS.some((pattern) => pattern.test(local))) return 'robot'
  return MACHINES.some((pattern) => pattern.test(local)) ? 'machine' : null
}

/**
 * The same for the addresses a mail comes from; of several signs the first in the order robot, postmaster,
 * machine.
 */
export function robotSender(
  mail: Pick<Mail, 'headers' | 'from' | 'returnPath'>,
): 'robot' | 'machine' | 'postmaster' | null {
  const addresses = mail.from.map((from) => from.address)
  const returnPath = decodedReturnPath(mail.returnPath)
  if (returnPath !== null && returnPath !== '')
    addresses.push(returnPath.includes('@') ? returnPath : `${returnPath}@`)
  const kinds = addresses.map(robotAddress)
  if (kinds.includes('robot') || namesDaemon(mail)) return 'robot'
  if (kinds.includes('postmaster')) return 'postmaster'
  return kinds.includes('machine') ? 'machine' : null
}

/** A From without a usable address that still names the mail system. */
export function namesDaemon(mail: Pick<Mail, 'headers'>): boolean {
  return [...headerValues(mail, 'from'), ...headerValues(mail, 'sender')].some((value) =>
    /mailer[-_. ]?daemon|mail delivery (sub)?system|mail[- ]?server daemon|courrier[- ]?système/i.test(value),
  )
}
