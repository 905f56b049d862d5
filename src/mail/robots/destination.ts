import type { Call } from '../../call/call.ts'
import type { Mail } from '../mail.ts'
import { isProvenByDmarc, trustedAuthentications } from '../signs/authentication.ts'
import { decodedReturnPath } from '../signs/return-path.ts'
import { robotAddress } from '../signs/robot-address.ts'

/**
 * The one address that may be answered without a person (domain 5.4; RFC 3834, 4; CRPA R112-11-3): the
 * envelope sender when it is the single From; else From, if the call's file allows it and DMARC proves it.
 * Never Reply-To, Sender, Cc, or an address read in a document. Null: a person decides.
 */
export function destinationOf(
  mail: Pick<Mail, 'headers' | 'from' | 'returnPath'>,
  call: Call,
): string | null {
  const [from, ...others] = mail.from
  if (from === undefined || others.length > 0 || !isSendable(from.address)) return null
  const returnPath = decodedReturnPath(mail.returnPath)
  if (returnPath !== null && returnPath.toLowerCase() === from.address.toLowerCase()) return from.address
  const allowed = call.acknowledgement.answerFromWhenDmarcPass
  return allowed && isProvenByDmarc(trustedAuthentications(mail, call), from.address) ? from.address : null
}

function isSendable(address: string): boolean {
  return (
    /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+\.[^\s@<>",;:()[\]\\.]{2,}$/u.test(address) &&
    robotAddress(address) === null
  )
}
