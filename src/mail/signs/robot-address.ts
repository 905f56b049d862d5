import { fold } from '../../base/folding.ts'
import { MACHINE_ADDRESSES, POSTMASTERS, ROBOT_ADDRESSES } from '../../knowledge/robot-addresses.ts'
import { headerValues, type Mail } from '../mail.ts'
import { decodedReturnPath } from './return-path.ts'

/**
 * What an address is by its local part; null for one that a person may read. Postmasters are people and
 * robots.
 */
export function robotAddress(address: string): 'robot' | 'machine' | 'postmaster' | null {
  const local = fold(address.slice(0, Math.max(0, address.lastIndexOf('@'))))
  if (POSTMASTERS.says(local)) return 'postmaster'
  if (ROBOT_ADDRESSES.says(local)) return 'robot'
  return MACHINE_ADDRESSES.says(local) ? 'machine' : null
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
