import type { Letter } from '../acknowledgement/outgoing.ts'
import type { OutboxId } from '../base/ids.ts'
import type { Call } from '../call/call.ts'

/**
 * A letter of the program to the staff or the operator: an answer to nothing (RFC 3834, 5), and it wants
 * none.
 */
export function staffMail(
  id: OutboxId,
  call: Call,
  to: readonly string[],
  kind: 'digest' | 'alarm',
  content: Pick<Letter, 'subject' | 'text' | 'html' | 'attachments'>,
): Letter {
  return {
    from: { name: call.acknowledgement.senderName, address: call.acknowledgement.from },
    to: [...to],
    replyTo: null,
    envelopeFrom: call.acknowledgement.bouncesTo,
    ...content,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr', 'X-Recepisse': `v1; ${kind}` },
    messageId: `<${id}@${call.acknowledgement.from.split('@')[1] ?? ''}>`,
    inReplyTo: null,
    references: [],
  }
}
