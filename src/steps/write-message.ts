import { composeMessage, type MessageInput } from '../acknowledgement/message.ts'
import type { Letter } from '../acknowledgement/outgoing.ts'
import { Failure } from '../base/failure.ts'
import { OutboxId, type RegistrationNumber } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { sha256OfText } from '../documents/text-fingerprint.ts'
import { isOnPaper } from '../dossier/paper.ts'
import type { Signer } from '../proof/signature.ts'
import type { DeskRegister } from '../register/desk.ts'
import type { MessageRegister } from '../register/messages.ts'
import type { OutboxItem } from '../register/outbox.ts'
import type { StaffFacts, StaffRegister } from '../register/staff.ts'
import type { MailView } from '../register/views.ts'
import { addressSaid, refuseAddress, refuseWords, senderOf } from './whom-and-what.ts'

export interface MessagePorts {
  readonly register: DeskRegister & MessageRegister & Pick<StaffRegister, 'staffFacts'>
  readonly clock: Clock
  readonly signer: Signer
}

/** Whom a message goes to, as far as their mails tell, and what it goes on from. */
export interface Correspondent {
  readonly call: Call
  readonly number: RegistrationNumber
  /** Null where a person must name the address; `sure`: their own mails tell it. */
  readonly proposed: { readonly address: string; readonly sure: boolean } | null
  readonly original: MessageInput['original']
  /** The rank of the last message under this number; 0 before the first. */
  readonly written: number
}

/** What the person says. `seen`: the rank of the last message when they began. */
export interface WantedMessage extends Pick<MessageInput, 'to' | 'subject' | 'text' | 'files'> {
  readonly seen: number
}

/** `mails`: of one application in order of receipt, or a question alone; `letters`: all of that number. */
export async function correspondentOf(
  { register }: Pick<MessagePorts, 'register'>,
  call: Call,
  number: RegistrationNumber,
  mails: readonly MailView[],
  letters: readonly Pick<OutboxItem, 'id'>[],
): Promise<Correspondent> {
  const facts = await Promise.all(
    mails
      .filter(({ receipt }) => receipt !== null)
      .map(({ fingerprint }) => register.staffFacts(fingerprint)),
  )
  return {
    call,
    number,
    proposed: proposedBy(facts, call),
    original: lastMail(facts),
    written: lastRank(
      number,
      letters.map(({ id }) => id),
    ),
  }
}

/** Messages of applications that went into it have ranks of their own. */
function lastRank(number: RegistrationNumber, ids: readonly string[]): number {
  const begins = `message-${number}-`
  const ranks = ids.filter((id) => id.startsWith(begins)).map((id) => Number(id.slice(begins.length)))
  return Math.max(0, ...ranks)
}

/** The single sender, where it may be who applied; else what a document of theirs says, to be verified. */
export function proposedBy(facts: readonly StaffFacts[], call: Call): Correspondent['proposed'] {
  const [opener] = facts
  const sender = opener === undefined ? null : senderOf(opener, call)
  if (sender !== null) return { address: sender, sure: true }
  const said = facts
    .map(({ record, receipt }) => addressSaid(record.read?.documents ?? [], receipt, call))
    .find(Boolean)
  return said === undefined || said === null ? null : { address: said, sure: false }
}

/** What was entered from paper has no thread in anybody’s mailbox. */
function lastMail(facts: readonly StaffFacts[]): MessageInput['original'] {
  const mail = facts.findLast(({ receipt }) => !isOnPaper(receipt))?.record.read?.mail
  return { messageId: mail?.messageId ?? null, references: mail?.references ?? [] }
}

/** The letter that would leave. Failures: permanent, with what the person should do. */
export function messageTo(correspondent: Correspondent, wanted: WantedMessage): Letter {
  const { call, number, original, written } = correspondent
  const { to, subject, text, files } = wanted
  refuseAddress(to, call)
  refuseWords(`${subject}\n${text}`, call)
  return composeMessage({ call, number, to, subject, text, original, files, rank: written + 1 })
}

/**
 * Lets it go in the person’s name. Failures: permanent, as above; `message-meanwhile` where another left
 * since.
 */
export async function sendMessage(
  { register, clock, signer }: MessagePorts,
  correspondent: Correspondent,
  wanted: WantedMessage,
  by: string,
): Promise<OutboxId> {
  const letter = messageTo(correspondent, wanted)
  const { call, number, written } = correspondent
  if (written !== wanted.seen)
    throw new Failure('permanent', 'message-meanwhile', 'another message left since this one was begun')
  const id = OutboxId.parse(`message-${number}-${written + 1}`)
  const shown = { call: call.id, number, letter: sha256OfText(letter.text) }
  await register.sendMessage({ id, number, letter, shown }, by, signer, clock.now())
  return id
}
