import type { Call } from '../../call/call.ts'
import { comparableAddress, domainOf } from '../hosts.ts'
import type { Mail } from '../mail.ts'
import { boundaryIn } from '../receipt-time.ts'
import { isProvenByDmarc, trustedAuthentications } from '../signs/authentication.ts'
import { decodedReturnPath } from '../signs/return-path.ts'
import { robotAddress } from '../signs/robot-address.ts'
import { type SenderProof, senderProofOf } from '../signs/sender-proof.ts'

type Envelope = Pick<Mail, 'headers' | 'from' | 'returnPath'>

/**
 * The one address that may be answered without a person (domain 5.4; RFC 3834, 4; CRPA R112-11-3): the
 * envelope sender when it is the single From; else From, if the call's file allows it and DMARC proves it.
 * Never Reply-To, Sender, Cc, or an address read in a document. Null: a person decides.
 */
export function destinationOf(mail: Envelope, call: Call): string | null {
  const [from, ...others] = mail.from
  if (from === undefined || others.length > 0 || !isSendable(from.address)) return null
  const proof = senderProofOf(mail, call)
  const path = believedPath(mail, call, proof)
  const isFrom = (address: string) => comparableAddress(address) === comparableAddress(from.address)
  // Whose an envelope was that a forwarder rewrote (SRS) only that forwarder can tell: anybody may write one
  // so.
  const isOfSameDomain = (address: string) => domainOf(address) === domainOf(from.address)
  if (path !== null && isFrom(decodedReturnPath(path) ?? '') && (proof === 'proven' || isOfSameDomain(path)))
    return from.address
  const allowed = call.acknowledgement.answerFromWhenDmarcPass
  return allowed && isProvenByDmarc(trustedAuthentications(mail, call), from.address) ? from.address : null
}

/**
 * The envelope sender as a server of ours wrote it: above the line of the border server nobody else writes.
 * Below it, where some servers put theirs and a sender may put one too, it counts unless our servers looked
 * at the sender and proved nothing.
 */
function believedPath(mail: Envelope, call: Call, proof: SenderProof): string | null {
  const line = mail.headers.findIndex(({ name }) => name === 'return-path')
  const isOurs = line >= 0 && line < boundaryIn(mail.headers, call)
  return isOurs || proof === 'proven' || proof === 'untold' ? mail.returnPath : null
}

function isSendable(address: string): boolean {
  return (
    /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+\.[^\s@<>",;:()[\]\\.]{2,}$/u.test(address) &&
    robotAddress(address) === null
  )
}
