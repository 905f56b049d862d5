import { senderProofOf } from '../../signs/sender-proof.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/** To answer a forged sender is to write to somebody who sent nothing (backscatter). */
export const forgedSender: Rule = {
  id: '10-forged-sender',
  test:
    'our own server found DMARC failed, or SPF failed without a ' +
    'DKIM signature of its own domain that holds',
  decide: (input) =>
    senderProofOf(input.mail, input.call) === 'forged' ? heldIfAwaited(input, '10-forged-sender') : null,
}
