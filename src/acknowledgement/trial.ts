import { momentIn } from '../language/moments.ts'
import { domainOf } from '../mail/hosts.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { remarksOf } from './automatic-check.ts'
import { responsible } from './contents.ts'
import { appliedIn, deadlineFacts } from './deadline-in-words.ts'
import { capitalisedIn, languageOf, paragraphIn, set, wordsOf } from './in-words.ts'
import type { Block, Section } from './layout.ts'
import type { Letter } from './outgoing.ts'
import { headersOf, onStationery } from './stationery.ts'
import { languageWritten } from './translation.ts'

/** What an answer to a trial is made from; `verdict` is of that one mail, as if it were an application. */
export type TrialInput = Pick<
  AcknowledgementInput,
  'call' | 'submission' | 'verdict' | 'to' | 'original' | 'neutral'
>

/**
 * What a program finds in a mail that was sent to the trial address, and what seems to be missing. Its first
 * sentence says what it is not. It has no number, no receipt and no file's name: nothing of the mail is
 * registered. Pure.
 */
export function composeTrial(given: TrialInput): Letter {
  const { call, to, original, submission } = given
  return onStationery(call, {
    to,
    replyTo: call.mailbox.trial ?? call.mailbox.address,
    title: ({ trial }) => trial.title,
    name: ({ trial }) => trial.subject,
    subject: (name) => `Auto: ${name} – ${call.shortTitle}`,
    sections: (one) => sectionsOf({ ...given, call: one }),
    writtenIn: languageWritten(submission.documents),
    headers: headersOf('trial', 'auto-replied'),
    messageId: `<trial-${submission.fingerprint.slice(0, 24)}@${domainOf(call.acknowledgement.from)}>`,
    answers: [original.messageId],
    references: original.references,
  })
}

function sectionsOf(given: TrialInput): readonly Section[] {
  const { call } = given
  const { trial, law } = wordsOf(call)
  return [
    opening(given),
    { title: trial.found, blocks: foundBlocks(given) },
    { title: trial.lacking, blocks: missingBlocks(given) },
    responsible(given),
    { title: law.data.title, blocks: [paragraphIn(call, trial.notKept)] },
  ]
}

function opening({ call, submission, verdict }: TrialInput): Section {
  const { facts, trial } = wordsOf(call)
  return {
    title: null,
    blocks: [
      paragraphIn(call, trial.isNone),
      paragraphIn(call, trial.toApply),
      {
        kind: 'facts',
        facts: [
          {
            label: trial.received,
            value: momentIn(languageOf(call), submission.receipt.receivedAt, call.deadline),
          },
          { label: trial.address, value: call.mailbox.address, link: 'mail' },
          { label: facts.object, value: set(call, call.title) },
          ...deadlineFacts(appliedIn({ call, submission, verdict })),
        ],
      },
    ],
  }
}

function foundBlocks({ call, verdict }: TrialInput): readonly Block[] {
  const met = new Set(
    verdict.findings.flatMap((finding) =>
      finding.code === 'requirement' && finding.status === 'met' ? [finding.id] : [],
    ),
  )
  const labels = [...call.requiredDocuments, ...call.requiredFields].flatMap(({ id, label }) =>
    met.has(id) ? [set(call, capitalisedIn(call, label))] : [],
  )
  if (labels.length === 0) return [paragraphIn(call, wordsOf(call).trial.nothingFound)]
  return [{ kind: 'list', items: labels }]
}

/** The names of files are told to nobody of whom nothing is proven. */
function missingBlocks({ call, verdict, neutral }: TrialInput): readonly Block[] {
  const findings = verdict.findings.filter(({ code }) => neutral !== true || code !== 'document-problem')
  const remarks = remarksOf({ call, verdict: { findings } })
  const { trial } = wordsOf(call)
  return [
    ...(remarks.length === 0
      ? [paragraphIn(call, trial.nothingLacks)]
      : [{ kind: 'list' as const, items: remarks }]),
    // No agent looks at a trial, whatever the call’s own text says of its checks.
    paragraphIn(call, trial.indicative),
  ]
}
