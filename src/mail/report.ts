import { z } from 'zod'

/**
 * Of a letter that leaves where nobody may set the envelope's sender: its signed tag. What a notice of
 * non-delivery brings back of that letter has it.
 */
export const ENVELOPE_HEADER = 'X-Recepisse-Envelope'

/**
 * What the machine-readable parts of a notice of non-delivery say (RFC 3464, RFC 3461 ENVID, RFC 6522), and
 * the Message-IDs of the mail it brings back. `complaint`: a feedback report (RFC 5965), which shows that it
 * arrived.
 */
export const DeliveryReport = z.object({
  action: z.enum(['failed', 'delayed', 'delivered', 'relayed', 'expanded']).nullable(),
  /** Enhanced status code (RFC 3463), such as `5.1.1`. */
  status: z.string().nullable(),
  /** Whom it says it is about, in small letters: the address that failed, and the one that was written to. */
  recipients: z.array(z.string()).default([]),
  envelopeIds: z.array(z.string()),
  messageIds: z.array(z.string()),
  complaint: z.boolean(),
})
export type DeliveryReport = z.infer<typeof DeliveryReport>
