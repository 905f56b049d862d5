import type { AcknowledgementInput } from '../acknowledgement/acknowledgement.ts'
import { filesReceived } from '../acknowledgement/files-section.ts'
import { composeAcknowledgement } from '../acknowledgement/letter.ts'
import type { Letter } from '../acknowledgement/outgoing.ts'
import type { EntryPlace, Shown } from '../proof/entry.ts'
import { receiptBlock } from '../proof/receipt.ts'
import type { Signer } from '../proof/signature.ts'

/**
 * An acknowledgement that carries its proof: what the register shows of it, and the letter once its place is
 * known.
 */
export function certified(
  input: AcknowledgementInput,
  signer: Signer | null,
): { readonly shown: Shown; readonly letter: (place: EntryPlace) => Letter } {
  const { call, number, submission } = input
  const facts = {
    call: call.id,
    number,
    receivedAt: submission.receipt.receivedAt,
    source: submission.receipt.source,
    files: filesReceived(submission.documents).map(({ sha256, bytes }) => ({ sha256, bytes })),
  }
  return {
    shown: { ...facts, mail: submission.fingerprint },
    letter: (place) =>
      composeAcknowledgement(
        signer === null ? input : { ...input, receipt: receiptBlock({ ...facts, entry: place }, signer) },
      ),
  }
}
