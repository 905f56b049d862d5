import { remediesIn } from '../call/decisions.ts'
import { dateIn, momentIn } from '../language/moments.ts'
import { dataNotice } from './data-notice.ts'
import type { DecisionInput } from './decision.ts'
import { languageOf, wordsOf } from './in-words.ts'
import { type Lacking, lacking, type Mention } from './mentions.ts'
import type { Letter } from './outgoing.ts'
import { remediesAfterDecision } from './remedies.ts'

const MENTIONS: readonly Mention<DecisionInput>[] = [
  {
    id: 'act',
    source: 'CRPA L221-8',
    at: ['decisions'],
    expected: ({ act, call }) => [act.reference, dateIn(languageOf(call), act.on)],
  },
  {
    id: 'outcome',
    source: 'CRPA L221-8',
    at: ['decisions'],
    expected: ({ kind, call }) => {
      const { selected, notSelected } = wordsOf(call).decision
      return [kind === 'selected' ? selected : notSelected]
    },
  },
  {
    id: 'application',
    source: 'CRPA L221-8',
    at: ['title'],
    expected: ({ number, call, appliedAt }) => [
      number,
      call.title,
      momentIn(languageOf(call), appliedAt, call.deadline),
    ],
  },
  {
    id: 'signatory',
    source: 'CRPA L212-1',
    at: ['decisions', 'signatory'],
    expected: ({ call: { decisions } }) => [
      decisions?.signatory.name ?? MISSING,
      decisions?.signatory.role ?? MISSING,
    ],
  },
  {
    id: 'reasons',
    source: 'CRPA L211-2, L211-5',
    at: ['decisions', 'motivated'],
    expected: ({ call, kind, words: { law, fact } }) =>
      kind === 'not_selected' && call.decisions?.motivated === true
        ? [
            headOf(law),
            headOf(fact),
            wordsOf(call).decision.reasons.toLocaleUpperCase(languageOf(call).locale),
          ]
        : [],
  },
  {
    id: 'remedies',
    source: 'CJA R421-5',
    at: ['legal'],
    expected: ({ call, kind }) => {
      const remedies = remediesIn(call)
      if (kind === 'selected') return []
      return [remedies === null ? MISSING : remediesAfterDecision(call, remedies)]
    },
  },
  {
    id: 'service',
    source: 'CRPA L111-2',
    at: ['service'],
    expected: ({ call: { service, agent } }) => [
      service.name,
      service.postalAddress,
      service.email,
      service.phone,
      agent.name,
      agent.role,
    ],
  },
  {
    id: 'data-protection',
    source: 'RGPD 13',
    at: ['dataProtection'],
    expected: ({ call }) => [dataNotice(call)],
  },
]

/** Stands in no letter: what nobody gave. */
const MISSING = '\u0000'

function headOf(text: string): string {
  const [first = ''] = text.trim().split(/\r?\n/)
  return first === '' ? MISSING : first.replace(/^[-–—•]\s+/, '')
}

/**
 * The mentions that a letter of decision lacks, with their source and the place in the file that should give
 * them.
 */
export function decisionMentionsMissing(letter: Letter, input: DecisionInput): readonly Lacking[] {
  // Headings are capitals in the text alone.
  return lacking(MENTIONS, letter, input, (html) => html.toLocaleUpperCase(languageOf(input.call).locale))
}
