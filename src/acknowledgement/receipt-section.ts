import type { Call } from '../call/call.ts'
import { paperOf } from '../dossier/paper.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { filesReceived } from './files-section.ts'
import { paragraphIn, set, wordsOf } from './in-words.ts'
import type { Block, Section } from './layout.ts'

/**
 * The signed receipt, for whoever wants to check it one day, without us; and where that is done (domain 6.2).
 */
export function receiptSection(
  receipt: string,
  { call, submission }: Pick<AcknowledgementInput, 'call' | 'submission'>,
): Section {
  const { title } = wordsOf(call).receipt
  return {
    title,
    blocks: [
      paragraphIn(call, attestedOf({ call, submission })),
      whereToCheck(call),
      { kind: 'verbatim', text: receipt },
    ],
  }
}

/** Of a deposit that nobody scanned no fingerprint is attested. */
function attestedOf({ call, submission }: Pick<AcknowledgementInput, 'call' | 'submission'>) {
  const { receipt, paper } = wordsOf(call)
  if (paperOf(submission.receipt, call.deadline.zone) === null) return receipt.attests
  return filesReceived(submission.documents).length > 0 ? paper.attests : paper.attestsTime
}

/**
 * Without a page nothing is said of one, nor of a key that nobody may have published yet: the service has
 * both.
 */
function whereToCheck(call: Call): Block {
  const { ask, check, page } = wordsOf(call).receipt
  const { checkingPage } = call.acknowledgement
  if (checkingPage === undefined) return paragraphIn(call, ask)
  return {
    kind: 'facts',
    facts: [{ label: check, value: checkingPage, link: 'page', note: set(call, page) }],
  }
}
