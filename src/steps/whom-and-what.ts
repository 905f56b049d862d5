import { decidingWords } from '../acknowledgement/mentions.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import type { Document } from '../documents/document.ts'
import { isOnPaper } from '../dossier/paper.ts'
import { isOfAuthority } from '../mail/hosts.ts'
import type { Receipt } from '../mail/receipt.ts'
import { robotAddress } from '../mail/signs/robot-address.ts'
import { senderProofOf } from '../mail/signs/sender-proof.ts'
import type { StaffFacts } from '../register/staff.ts'

/** What a template leaves to the person stands in square brackets. */
export function refuseBlanks(text: string): void {
  if (/\[[^\]\n]*\]/.test(text))
    throw new Failure('permanent', 'blank-left', 'a blank of the template is still to be filled')
}

/** A letter of a person concludes nothing either, and leaves no blank of a template. */
export function refuseWords(text: string, call: Call): void {
  refuseBlanks(text)
  const found = decidingWords(text, [call.speech.letters])
  if (found.length > 0)
    throw new Failure(
      'permanent',
      'not-to-say',
      `a letter concludes nothing, neither lateness nor admissibility: « ${found.join(' », « ')} »`,
    )
}

/** Nobody who applied is reached at an address of the authority itself, nor at a robot’s. */
export function refuseAddress(to: string, call: Call): void {
  if (isOfAuthority(to, call))
    throw new Failure(
      'permanent',
      'colleague-address',
      'the letter goes to who applied: this is an address of the authority itself',
    )
  if (robotAddress(to) !== null)
    throw new Failure('permanent', 'robot-address', 'nobody reads what is sent to this address')
}

/**
 * The address that a form of theirs says, or, of a deposit on paper, what was typed from it; null where none
 * does, or the authority’s own alone.
 */
export function addressSaid(
  documents: readonly Pick<Document, 'kind' | 'fields'>[],
  receipt: Pick<Receipt, 'postmark'> | null,
  call: Call,
): string | null {
  const isPaper = isOnPaper(receipt)
  return (
    documents
      .filter(({ kind }) => kind === 'file' || (isPaper && kind === 'body'))
      .flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'email'))
      .map(({ value }) => value)
      .find((address) => !isOfAuthority(address, call)) ?? null
  )
}

/** The single sender, where it may be who applied; a person names another one otherwise (CRPA R112-11-3). */
export function addressOf(facts: StaffFacts, call: Call): string {
  const address = senderOf(facts, call)
  if (address === null)
    throw new Failure(
      'permanent',
      'usage',
      'name the address to write to with --to: the mail does not say it beyond doubt',
    )
  return address
}

/**
 * Null where a person must name the address: of several senders, a robot's, a colleague's, or one that was
 * forged.
 */
export function senderOf({ record }: StaffFacts, call: Call): string | null {
  const mail = record.read?.mail
  const [from, ...others] = mail?.from ?? []
  if (from === undefined || mail == null || others.length > 0 || robotAddress(from.address) !== null)
    return null
  const isTheirs = !isOfAuthority(from.address, call) && senderProofOf(mail, call) !== 'forged'
  return isTheirs ? from.address : null
}
