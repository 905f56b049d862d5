import type { AcknowledgementInput } from './acknowledgement.ts'
import { automaticCheck } from './automatic-check.ts'
import { responsible } from './contents.ts'
import { appliedIn, deadlineFacts } from './deadline-in-words.ts'
import { momentInWords } from './french.ts'
import { paragraph, type Section } from './layout.ts'
import { composeNote } from './note.ts'
import type { Letter } from './outgoing.ts'

/** What a reminder is made from; `original` is our acknowledgement, whose thread it stays in. */
export type ReminderInput = Pick<
  AcknowledgementInput,
  'call' | 'number' | 'submission' | 'verdict' | 'to' | 'original'
>

/**
 * One reminder before the deadline of what the automatic check did not find: it asks for nothing (CRPA
 * L112-8), says what may still be sent and until when, and names who can be called. Pure.
 */
export function composeReminder(given: ReminderInput): Letter {
  const input: AcknowledgementInput = { ...given, kind: 'application', beforeDeadline: true, version: 1 }
  return composeNote(input, {
    kind: 'reminder',
    title: 'Rappel',
    subject: 'Rappel',
    sections: [opening(input), automaticCheck(input), responsible(input)],
  })
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
          ...deadlineFacts(appliedIn(input)),
        ],
      },
    ],
  }
}

/** « La communauté » within a sentence: « la communauté ». */
function lowered(article: string): string {
  return article.replace(/^(La|Le|Les|L['’])/, (word) => word.toLocaleLowerCase('fr'))
}
