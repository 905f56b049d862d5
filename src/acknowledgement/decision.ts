import type { RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { remediesIn } from '../call/decisions.ts'
import type { Act } from '../dossier/outcome.ts'
import { fill } from '../language/message.ts'
import { dateIn, momentIn } from '../language/moments.ts'
import { domainOf } from '../mail/hosts.ts'
import { dataSection, messageBlocks, messageOf, responsible } from './contents.ts'
import { languageOf, paragraphIn, set, wordsOf } from './in-words.ts'
import type { Section } from './layout.ts'
import type { Letter } from './outgoing.ts'
import { remediesAfterDecision } from './remedies.ts'
import { headersOf, onStationery } from './stationery.ts'

/** What a person wrote: the call's template as they filled it, and the reasons. */
export interface DecisionWords {
  readonly text: string
  /** Considerations of law and of fact (CRPA L211-5); empty where none are given. */
  readonly law: string
  readonly fact: string
}

/** What a letter of decision is made from. The same input always gives the same letter. */
export interface DecisionInput {
  readonly call: Call
  readonly number: RegistrationNumber
  readonly to: string
  /** When the application was first received. */
  readonly appliedAt: Instant
  readonly kind: 'selected' | 'not_selected'
  readonly act: Act
  readonly words: DecisionWords
  /** Our first acknowledgement, in whose thread it stands. */
  readonly original: { readonly messageId: string | null; readonly references: readonly string[] }
  /** Tells decisions about one application apart, and what is written again after one that did not arrive. */
  readonly decision: number
  readonly version: number
}

/**
 * The letter by which a decision is notified (CRPA L221-8): the act and who signed it (L212-1), the reasons
 * where they are given (L211-5), and, of an unfavourable one, how it is contested (CJA R421-5). It decides
 * nothing: the act did. Pure.
 */
export function composeDecision(input: DecisionInput): Letter {
  const { call, number, to, original, decision, version } = input
  return onStationery(call, {
    to,
    title: ({ decision: words }) => words.title,
    subject: (name) =>
      `${name} – ${call.shortTitle} – ${fill(wordsOf(call).acknowledgement.numbered, { number })}`,
    sections: (one) => sectionsOf({ ...input, call: one }),
    // What a person decided and wrote is not translated by a program.
    writtenIn: null,
    headers: headersOf(`ref=${number}`, null),
    messageId: `<${number}.decision-${decision}-${version}@${domainOf(call.acknowledgement.from)}>`,
    answers: [original.messageId],
    references: original.references,
  })
}

function sectionsOf(input: DecisionInput): readonly Section[] {
  const { call, words, kind } = input
  const { decision } = wordsOf(call)
  return [
    opening(input),
    ...(words.text.trim() === '' ? [] : [messageOf(call, words.text)]),
    ...reasons(call, words),
    ...(kind === 'not_selected' ? contesting(call) : []),
    { title: decision.notified, blocks: [paragraphIn(call, decision.opposable), ...signatory(call)] },
    responsible(input),
    dataSection(call),
  ]
}

function opening({ call, number, appliedAt, kind, act }: DecisionInput): Section {
  const { acknowledgement, decision, facts } = wordsOf(call)
  return {
    title: null,
    blocks: [
      paragraphIn(call, acknowledgement.salutation),
      paragraphIn(call, kind === 'selected' ? decision.selected : decision.notSelected),
      {
        kind: 'facts',
        facts: [
          { label: decision.act, value: set(call, act.reference) },
          { label: decision.on, value: dateIn(languageOf(call), act.on) },
          { label: facts.reference, value: number, note: facts.quote },
          { label: facts.object, value: set(call, call.title) },
          { label: decision.received, value: momentIn(languageOf(call), appliedAt, call.deadline) },
        ],
      },
    ],
  }
}

function reasons(call: Call, { law, fact }: DecisionWords): readonly Section[] {
  const { decision } = wordsOf(call)
  const given = (heading: string, text: string): Section['blocks'] =>
    text.trim() === '' ? [] : [paragraphIn(call, heading), ...messageBlocks(call, text)]
  const blocks = [...given(decision.ofLaw, law), ...given(decision.ofFact, fact)]
  return blocks.length === 0 ? [] : [{ title: decision.reasons, blocks }]
}

function contesting(call: Call): readonly Section[] {
  const remedies = remediesIn(call)
  if (remedies === null) return []
  const text = remediesAfterDecision(call, remedies)
  return [{ title: wordsOf(call).decision.remedies, blocks: [paragraphIn(call, text)] }]
}

function signatory(call: Call): Section['blocks'] {
  if (call.decisions === undefined) return []
  const { name, role } = call.decisions.signatory
  const label = wordsOf(call).decision.signatory
  return [{ kind: 'facts', facts: [{ label, value: set(call, `${name}, ${role}`) }] }]
}
