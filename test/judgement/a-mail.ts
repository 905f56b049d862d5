import type { Fingerprint } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import type { Reading } from '../../src/documents/document.ts'
import type { ReadAttachment } from '../../src/documents/documents-of.ts'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { type Routed, routesOf } from '../../src/dossier/routing.ts'
import { NOTHING_KNOWN, type TriageFacts } from '../../src/mail/facts.ts'
import { linksOf } from '../../src/mail/links.ts'
import type { Mail } from '../../src/mail/mail.ts'
import { ownText } from '../../src/mail/own-text.ts'
import { sha256 } from '../dossier/a-submission.ts'

/** A file as a reader tells it: its text, or what kept it from being read. */
export interface Paper {
  readonly name: string
  readonly text?: string
  readonly mediaType?: string
  readonly problem?: 'encrypted' | 'unreadable'
  readonly formValues?: Reading['formValues']
  /** How surely its words were recognised in a picture. */
  readonly recognised?: number
}

/** A mail as somebody writes it. */
export interface Written {
  readonly subject: string
  readonly text: string
  readonly from?: { readonly name: string | null; readonly address: string }
  readonly papers?: readonly Paper[]
  readonly headers?: Mail['headers']
}

const AT = '2022-11-20T08:00:00.000Z' as Instant

/** What the program takes a mail for: everything but the readers, which `papers` stand for. */
export function judged(written: Written, call: Call, known: TriageFacts = NOTHING_KNOWN): Routed {
  const attachments = (written.papers ?? []).map(attached)
  const mail: Mail = {
    fingerprint: sha256(JSON.stringify(written)),
    bytes: 10_000,
    headers: [...(written.headers ?? [])],
    contentType: 'multipart/mixed',
    returnPath: written.from?.address ?? 'quelquun@ailleurs.example',
    from: [written.from ?? { name: null, address: 'quelquun@ailleurs.example' }],
    sender: [],
    replyTo: [],
    to: [{ name: null, address: call.mailbox.address }],
    cc: [],
    subject: written.subject,
    messageId: null,
    inReplyTo: [],
    references: [],
    date: AT,
    text: written.text,
    ownText: ownText(written.text),
    links: linksOf(written.text, ''),
    attachments: attachments.map(({ attachment }) => attachment),
  }
  return routesOf(mail, attachments, AT, [call]).under(known)
}

function attached(paper: Paper, index: number): ReadAttachment {
  const { name, text = '', mediaType = 'application/pdf', problem = null } = paper
  const seen = paper.recognised === undefined ? {} : { recognised: paper.recognised }
  const fingerprint: Fingerprint = sha256(`${name}${text}`)
  return {
    attachment: {
      index,
      name,
      declaredType: mediaType,
      inline: false,
      contentId: null,
      bytes: 80_000,
      sha256: fingerprint,
    },
    files: [
      {
        name,
        bytes: 80_000,
        sha256: fingerprint,
        reading: {
          mediaType,
          pages: problem === null ? pagesOfText(text).map((page) => ({ ...page, ...seen })) : [],
          formValues: [...(paper.formValues ?? [])],
          pictures: [],
          problem,
          detail: null,
        },
      },
    ],
  }
}
