import type { RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { remediesIn } from '../call/decisions.ts'
import type { Act } from '../dossier/outcome.ts'
import { domainOf } from '../mail/hosts.ts'
import { messageBlocks, responsible } from './contents.ts'
import { dataNotice } from './data-notice.ts'
import { dateInWords, momentInWords, typographic } from './french.ts'
import { paragraph, type Section } from './layout.ts'
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

const TITLE = 'Décision sur votre candidature'

/**
 * The letter by which a decision is notified (CRPA L221-8): the act and who signed it (L212-1), the reasons
 * where they are given (L211-5), and, of an unfavourable one, how it is contested (CJA R421-5). It decides
 * nothing: the act did. Pure.
 */
export function composeDecision(input: DecisionInput): Letter {
  const { call, number, to, original, decision, version } = input
  return onStationery(call, {
    to,
    title: TITLE,
    subject: `${TITLE} – ${call.shortTitle} – réf.\u00A0${number}`,
    sections: sectionsOf(input),
    headers: headersOf(`ref=${number}`, null),
    messageId: `<${number}.decision-${decision}-${version}@${domainOf(call.acknowledgement.from)}>`,
    answers: [original.messageId],
    references: original.references,
  })
}

function sectionsOf(input: DecisionInput): readonly Section[] {
  const { call, words, kind } = input
  return [
    opening(input),
    ...(words.text.trim() === '' ? [] : [{ title: 'Message du service', blocks: messageBlocks(words.text) }]),
    ...reasons(words),
    ...(kind === 'not_selected' ? contesting(call) : []),
    {
      title: 'Notification',
      blocks: [paragraph(OPPOSABLE), ...signatory(call)],
    },
    responsible(input),
    { title: 'Protection des données', blocks: [paragraph(dataNotice(call))] },
  ]
}

const OPPOSABLE =
  'Cette décision vous est opposable à compter de sa notification (code des relations entre le public et l’administration, article L.\u00A0221-8).'

function opening({ call, number, appliedAt, kind, act }: DecisionInput): Section {
  return {
    title: null,
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        kind === 'selected'
          ? 'Par la décision indiquée ci-dessous, votre candidature a été retenue.'
          : 'Par la décision indiquée ci-dessous, votre candidature n’a pas été retenue.',
      ),
      {
        kind: 'facts',
        facts: [
          { label: 'Décision', value: typographic(act.reference) },
          { label: 'Date de la décision', value: dateInWords(act.on) },
          { label: 'Référence', value: number, note: 'À rappeler dans toute correspondance.' },
          { label: 'Objet de l’appel', value: typographic(call.title) },
          { label: 'Candidature reçue le', value: momentInWords(appliedAt, call.deadline) },
        ],
      },
    ],
  }
}

function reasons({ law, fact }: DecisionWords): readonly Section[] {
  const blocks = [
    ...(law.trim() === '' ? [] : [paragraph('Considérations de droit :'), ...messageBlocks(law)]),
    ...(fact.trim() === '' ? [] : [paragraph('Considérations de fait :'), ...messageBlocks(fact)]),
  ]
  return blocks.length === 0 ? [] : [{ title: 'Motifs de la décision', blocks }]
}

function contesting(call: Call): readonly Section[] {
  const remedies = remediesIn(call)
  if (remedies === null) return []
  return [{ title: 'Voies et délais de recours', blocks: [paragraph(remediesAfterDecision(remedies))] }]
}

function signatory({ decisions }: Call): Section['blocks'] {
  if (decisions === undefined) return []
  const { name, role } = decisions.signatory
  return [{ kind: 'facts', facts: [{ label: 'Signataire', value: typographic(`${name}, ${role}`) }] }]
}
