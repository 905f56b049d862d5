import type { Calls } from '../call/calls.ts'
import { attachedOf } from '../documents/attached-files.ts'
import type { ReadAttachment } from '../documents/documents-of.ts'
import type { Clocks } from '../evidence/evidence.ts'
import type { Mail } from '../mail/mail.ts'
import { receiptOf } from '../mail/receipt-time.ts'
import { senderProofOf } from '../mail/signs/sender-proof.ts'
import { asTrial, trialOf } from '../mail/trial.ts'
import { paperReceipt } from './paper.ts'
import { routesOf } from './routing.ts'
import { saidWords } from './said-words.ts'
import { type Sorted, SUPPOSED, Supposition, type Understood } from './understood.ts'

/** Says what a parsed mail with its readings is, under each supposition. Pure. */
export function understandMail(
  mail: Mail,
  attachments: readonly ReadAttachment[],
  clocks: Clocks,
  calls: Calls,
): Understood {
  // The border server and its trust are those of the mailbox, which the calls share.
  const proof = senderProofOf(mail, calls[0])
  const receipt = paperReceipt(clocks, mail) ?? receiptOf(mail, clocks, calls[0])
  const tried = trialOf(mail, calls)
  const routes = routesOf(mail, attachments, receipt.receivedAt, calls)
  const documents = Object.fromEntries(routes.documents.map(([call, of]) => [call.id, [...of]]))
  const sorted = Object.fromEntries(
    Supposition.options.map((supposition) => {
      const { call, triage } = routes.under(SUPPOSED[supposition])
      // An answer to a letter of ours goes on with an application, whatever address it was sent to.
      if (tried === null || SUPPOSED[supposition].answersOurs)
        return [supposition, { callId: call.id, triage }]
      return [supposition, { callId: tried.id, triage: asTrial(triage) }]
    }),
  ) as Record<Supposition, Sorted>
  const words = saidWords(mail, attachments)
  return { mail, receipt, proof, attached: attachedOf(attachments), sorted, documents, words }
}
