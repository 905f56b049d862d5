import type { Call } from '../call/call.ts'
import { fill } from '../language/message.ts'
import { momentIn } from '../language/moments.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { automaticCheck } from './automatic-check.ts'
import { responsible } from './contents.ts'
import { appliedIn, deadlineFacts } from './deadline-in-words.ts'
import { languageOf, paragraphIn, wordsOf } from './in-words.ts'
import type { Section } from './layout.ts'
import { composeNote } from './note.ts'
import type { Letter } from './outgoing.ts'
import { languageWritten } from './translation.ts'

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
    title: ({ reminder }) => reminder.title,
    subject: ({ reminder }) => reminder.title,
    sections: (one) => [opening(one), automaticCheck(one), responsible(one)],
    writtenIn: languageWritten(input.submission.documents),
  })
}

function opening(input: AcknowledgementInput): Section {
  const { call, number, submission } = input
  const { acknowledgement, facts, reminder } = wordsOf(call)
  return {
    title: null,
    blocks: [
      paragraphIn(call, acknowledgement.salutation),
      paragraphIn(call, fill(reminder.follows, { article: withinSentence(call) })),
      {
        kind: 'facts',
        facts: [
          { label: facts.reference, value: number },
          {
            label: reminder.last,
            value: momentIn(languageOf(call), submission.receipt.receivedAt, call.deadline),
          },
          ...deadlineFacts(appliedIn(input)),
        ],
      },
    ],
  }
}

/** « La communauté » within a sentence: « la communauté ». */
function withinSentence(call: Call): string {
  const { article } = call.authority
  const { articles, locale } = languageOf(call)
  const begins = articles.find((one) => article.startsWith(one)) ?? ''
  return begins.toLocaleLowerCase(locale) + article.slice(begins.length)
}
