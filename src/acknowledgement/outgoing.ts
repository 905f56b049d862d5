import { z } from 'zod'

/** What a letter is, for whoever keeps or lists it. */
export const LetterKind = z.enum([
  'acknowledgement',
  'rectification',
  'reminder',
  'joining',
  'decision',
  'message',
  'answer',
  'trial',
  'digest',
  'alarm',
])
export type LetterKind = z.infer<typeof LetterKind>

/** A file of ours, never an applicant’s; in base 64, because the outbox holds text. */
export const LetterFile = z.object({ name: z.string(), type: z.string(), base64: z.string() })
export type LetterFile = z.infer<typeof LetterFile>

/**
 * A letter ready to be handed to a submission server: everything that is decided about it, nothing that MIME
 * adds. One recipient, no copy (RFC 3834, 3.1.3). `messageId` is derived from what the letter answers, so
 * that a twin sent after a crash is known as the same letter. `envelopeFrom` gets its signed tag when it is
 * sent.
 */
export const Letter = z.object({
  from: z.object({ name: z.string(), address: z.string() }),
  to: z.array(z.string()).min(1),
  replyTo: z.string().nullable(),
  envelopeFrom: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
  messageId: z.string(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  attachments: z.array(LetterFile).optional(),
})
export type Letter = z.infer<typeof Letter>

/** The same as lists tell it: of its files the names, which are megabytes with what they hold. */
export const ListedLetter = Letter.extend({
  attachments: z.array(LetterFile.pick({ name: true, type: true })).optional(),
})
export type ListedLetter = z.infer<typeof ListedLetter>
