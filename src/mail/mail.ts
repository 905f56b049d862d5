import { z } from 'zod'
import { Fingerprint } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'
import { DeliveryReport } from './report.ts'

/** One mailbox address (RFC 5322, 3.4). The domain is in lower case, the local part as written. */
export const Address = z.object({ name: z.string().nullable(), address: z.string() })
export type Address = z.infer<typeof Address>

/**
 * A header field as it stands, unfolded, not decoded; `name` in lower case. Order is the mail's, top first.
 */
export const HeaderField = z.object({ name: z.string(), value: z.string() })
export type HeaderField = z.infer<typeof HeaderField>

/**
 * A leaf part of a mail, whatever its disposition says. `sha256` and `bytes` are of the decoded content,
 * as the applicant can compute them from the file that was sent.
 */
export const Attachment = z.object({
  index: z.int().nonnegative(),
  name: z.string().nullable(),
  declaredType: z.string(),
  /** The charset that a text declares; absent for everything else. */
  charset: z.string().optional(),
  inline: z.boolean(),
  contentId: z.string().nullable(),
  bytes: z.int().nonnegative(),
  sha256: Fingerprint,
})
export type Attachment = z.infer<typeof Attachment>

/**
 * A parsed mail: facts only, nothing concluded. `returnPath` is null when there is no such header and ''
 * for the null path `<>` (RFC 5321, 4.5.5). `text` is the body as a person reads it, HTML made text;
 * `ownText` is the same without the quoted mail below it.
 */
export const Mail = z.object({
  fingerprint: Fingerprint,
  bytes: z.int().nonnegative(),
  headers: z.array(HeaderField),
  contentType: z.string(),
  returnPath: z.string().nullable(),
  from: z.array(Address),
  sender: z.array(Address),
  replyTo: z.array(Address),
  to: z.array(Address),
  cc: z.array(Address),
  subject: z.string(),
  messageId: z.string().nullable(),
  inReplyTo: z.array(z.string()),
  references: z.array(z.string()),
  date: Instant.nullable(),
  text: z.string(),
  ownText: z.string(),
  links: z.array(z.string()),
  attachments: z.array(Attachment),
  /** What a notice of non-delivery says for machines; absent for every other mail. */
  report: DeliveryReport.optional(),
})
export type Mail = z.infer<typeof Mail>

/** All values of a header, top first. `name` in lower case. */
export function headerValues(mail: Pick<Mail, 'headers'>, name: string): readonly string[] {
  return mail.headers.filter((field) => field.name === name).map((field) => field.value)
}

/** Where the parts' bytes come from, once a mail is parsed. */
export interface ParsedMail {
  readonly mail: Mail
  /** The decoded bytes of `mail.attachments[index]`. */
  readonly content: (index: number) => Uint8Array
  /**
   * There is more of a head than is read of one: what stands beyond, its sender and subject perhaps, is as if
   * it were not there.
   */
  readonly isHeadCut: boolean
}

/** Turns raw bytes into a mail. Never throws on bad input: what cannot be understood is left empty. */
export interface MailParser {
  /** `known`: its fingerprint, when the archive has just compared it. */
  parse(raw: Uint8Array, known?: Fingerprint): Promise<ParsedMail>
}
