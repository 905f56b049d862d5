import type { AcknowledgementInput } from './acknowledgement.ts'
import { automaticCheck } from './automatic-check.ts'
import { deadlineInWords, responsible } from './contents.ts'
import { momentInWords, typographic } from './french.ts'
import { escapeHtml, page, renderSections } from './html.ts'
import { paragraph, type Section } from './layout.ts'
import { headersOf, messageIdOf } from './letter.ts'
import type { Letter } from './outgoing.ts'
import { renderText } from './plain-text.ts'

/** What a reminder is made from; `original` is our acknowledgement, whose thread it stays in. */
export type ReminderInput = Pick<
  AcknowledgementInput,
  'call' | 'number' | 'submission' | 'verdict' | 'to' | 'original'
>

/**
 * One reminder before the deadline of what the automatic check did not find: it asks for nothing (CRPA L112-8), says
 * what may still be sent and until when, and names who can be called. Pure.
 */
export function composeReminder(given: ReminderInput): Letter {
  const input: AcknowledgementInput = { ...given, kind: 'application', beforeDeadline: true, version: 1 }
  const { call, number, original } = input
  const title = `Rappel – ${typographic(call.acknowledgement.senderName)}`
  const closing = typographic(`${call.authority.name}, ${call.service.name}`)
  const sections: readonly Section[] = [
    opening(input),
    automaticCheck(input),
    responsible(input),
    { title: 'Protection des données', blocks: [paragraph(call.acknowledgement.dataProtection)] },
  ]
  const references = original.messageId === null ? [] : [...original.references, original.messageId]
  return {
    from: { name: call.acknowledgement.senderName, address: call.acknowledgement.from },
    to: [input.to],
    replyTo: call.mailbox.address,
    envelopeFrom: call.acknowledgement.bouncesTo,
    subject: `Auto: Rappel – ${call.shortTitle} – réf.\u00A0${number}`,
    text: renderText(sections, closing),
    html: page(title, `${renderSections(sections)}\n<p>${escapeHtml(closing)}</p>`),
    // It answers no mail of theirs: RFC 3834, 5 calls that generated.
    headers: { ...headersOf(input), 'Auto-Submitted': 'auto-generated' },
    messageId: messageIdOf(input, 'reminder'),
    inReplyTo: original.messageId,
    references: references.slice(-20),
  }
}

function opening(input: AcknowledgementInput): Section {
  const { call, number, submission } = input
  return {
    title: null,
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        `Ce rappel fait suite au message par lequel ${lowered(call.authority.article)} accuse réception de votre envoi électronique. Si vous avez déjà transmis ce qui suit, ou si vous ne souhaitez rien ajouter, vous n’avez rien à faire.`,
      ),
      {
        kind: 'facts',
        facts: [
          { label: 'Référence', value: number },
          {
            label: 'Dernier envoi reçu le',
            value: momentInWords(submission.receipt.receivedAt, call.deadline),
          },
          { label: `Date limite publiée (${call.deadline.source})`, value: deadlineInWords(input) },
        ],
      },
    ],
  }
}

/** « La communauté » within a sentence: « la communauté ». */
function lowered(article: string): string {
  return article.replace(/^(La|Le|Les|L['’])/, (word) => word.toLocaleLowerCase('fr'))
}
