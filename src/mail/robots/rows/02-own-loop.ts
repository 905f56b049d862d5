import { comparableAddress } from '../../hosts.ts'
import { headerValues } from '../../mail.ts'
import { decodedReturnPath } from '../../signs/return-path.ts'
import { isOwnLetterBack } from '../../triage.ts'
import { type AnswerInput, dropped, heldIfAwaited, ownAddressesOf, type Rule } from '../rule.ts'

const ID = '02-own-loop'
/** RFC 5321, 6.3 has servers give up at 100; no honest mail passes so many inside two administrations. */
const HOPS_AT_MOST = 25

/** Our own letter come back, a mail from our own address, or one that goes round. */
export const ownLoop: Rule = {
  id: ID,
  test: 'our sealed loop header, our own address as From or Return-Path, or more than 25 Received lines',
  decide: (input) => {
    if (isOwnLetterBack(input.triage)) return dropped(ID)
    if (isFromOurselves(input)) return heldIfAwaited(input, ID)
    return headerValues(input.mail, 'received').length > HOPS_AT_MOST ? heldIfAwaited(input, ID) : null
  },
}

function isFromOurselves(input: AnswerInput): boolean {
  const ours = ownAddressesOf(input)
  const senders = [
    ...input.mail.from.map((from) => from.address),
    decodedReturnPath(input.mail.returnPath) ?? '',
  ]
  return senders.some(
    (sender) => ours.has(withoutTag(comparableAddress(sender))) || ours.has(comparableAddress(sender)),
  )
}

/** `retours+TI22-7K4QX@…` is `retours@…`: each acknowledgement has its own envelope sender. */
function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, '@')
}
