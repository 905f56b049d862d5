import { fold } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import type { Contradiction } from '../call/contradiction.ts'
import { translated } from '../call/translated.ts'
import type { Language } from '../language/language.ts'
import { composeDecision } from './decision.ts'
import { decisionMentionsMissing } from './decision-mentions.ts'
import { DECISION_SAMPLES, decisionSampleOf, hasTemplate } from './decision-samples.ts'
import { forbiddenExpressions, mentionsMissing } from './mentions.ts'
import { isAcknowledgement, SAMPLES, sampleLetter, sampleOf } from './samples.ts'

/** What is wrong with a call’s wording, and where in its file. */
export type WordingFault = Contradiction

/**
 * What a text of the file must say for the letter to be an acknowledgement: one of the words that its
 * language’s file names for it.
 */
const MUST_SAY = [
  [
    'attests',
    'must say that the letter attests the sole receipt: « … atteste la seule réception … » (domain 1.3)',
  ],
  ['automation', 'must say that the check is automatic (CRPA L311-3-1)'],
  ['dataProtection', 'must say what becomes of the data (RGPD 13)'],
] as const
const TELEPHONE = /^[+(]?\d(?:[\s().-]*\d){7,}$/
const PLACEHOLDER = /\b(a (completer|remplir|renseigner|definir|preciser)|todo|tbd|lorem ipsum|x{3,})\b/

/**
 * Faults for which no letter of this call may leave (CRPA R112-11-1, L111-2, L112-8; design, invariant 6): a
 * mention that would lack in one of the sample letters, an expression that a program never says, a text still
 * to be written.
 */
export function wordingFaults(call: Call): readonly WordingFault[] {
  const { letters, beside } = call.speech
  const languages = [letters, ...beside]
  const texts = textsOf(call)
  const found = [...mustSay(call), ...texts.flatMap((text) => faultsOfText(text, languages))]
  return [...found, ...faultsOfLetters(call, found)]
}

function mustSay(call: Call): readonly WordingFault[] {
  const lacks = (text: string | undefined, of: Language, key: (typeof MUST_SAY)[number][0]): boolean =>
    text !== undefined && !of.mustSay[key].some((words) => fold(text).includes(words))
  const faults = MUST_SAY.flatMap(([key, message]) => [
    ...(lacks(call.acknowledgement[key], call.speech.letters, key)
      ? [{ path: ['acknowledgement', key], message }]
      : []),
    ...call.speech.beside
      .filter((language) => lacks(call.languages.texts[language.id]?.[key], language, key))
      .map(({ id }) => ({ path: ['languages', 'texts', id, key], message })),
  ])
  if (TELEPHONE.test(call.service.phone.trim())) return faults
  const message =
    'must be a telephone number: without one the letter is no acknowledgement (CRPA R112-11-1, 2°)'
  return [...faults, { path: ['service', 'phone'], message }]
}

interface Text {
  readonly path: readonly (string | number)[]
  readonly text: string
}

/** The texts of the file that a letter shows. */
function textsOf(call: Call): readonly Text[] {
  const { senderName, attests, automation, implicitDecision, appeals, dataProtection } = call.acknowledgement
  const own = { senderName, attests, automation, implicitDecision, appeals, dataProtection }
  return [
    { path: ['title'], text: call.title },
    { path: ['shortTitle'], text: call.shortTitle },
    ...leaves('authority', { name: call.authority.name, article: call.authority.article }),
    ...leaves('service', call.service),
    ...leaves('agent', call.agent),
    ...leaves('deadline', { source: call.deadline.source, zoneLabel: call.deadline.zoneLabel }),
    ...leaves('acknowledgement', own),
    ...within(['legal'], call.legal),
    ...within(['dataProtection'], call.dataProtection),
    ...within(['languages', 'texts'], call.languages.texts),
    ...within(['decisions'], call.decisions).map(({ path, text }) => ({ path, text: withoutBlanks(text) })),
    ...within(['messages'], call.messages).map(({ path, text }) => ({ path, text: withoutBlanks(text) })),
    ...call.requiredDocuments.map(({ label }, index) => ({
      path: ['requiredDocuments', index, 'label'],
      text: label,
    })),
    ...call.requiredFields.flatMap(({ label, where }, index) => [
      { path: ['requiredFields', index, 'label'], text: label },
      ...(where === undefined ? [] : [{ path: ['requiredFields', index, 'where'], text: where }]),
    ]),
    ...call.pieces.flatMap(({ label }, index) =>
      label === undefined ? [] : [{ path: ['pieces', index, 'label'], text: label }],
    ),
  ]
}

/** What stands in brackets is for a person to replace. */
function withoutBlanks(text: string): string {
  return text.replace(/\[[^\]]*\]/g, '')
}

/** Every text within a value of the file, with its place. */
function within(path: readonly (string | number)[], value: unknown): readonly Text[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => within([...path, key], inner))
}

function leaves(key: string, texts: Readonly<Record<string, string | undefined>>): readonly Text[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [{ path: [key, name], text }],
  )
}

function faultsOfText({ path, text }: Text, languages: readonly Language[]): readonly WordingFault[] {
  const forbidden = forbiddenExpressions(text, languages).map((words) => ({
    path,
    message:
      `« ${words} » may not be said to a candidate: a program judges nothing (design, invariant 6; CRPA ` +
      'L112-8)',
  }))
  const placeholder = PLACEHOLDER.exec(fold(text))?.[0]
  if (placeholder === undefined) return forbidden
  return [...forbidden, { path, message: `« ${placeholder} » stands where a text should` }]
}

/**
 * The letters themselves, as they would leave; what a text of the file was already blamed for is not said
 * twice.
 */
function faultsOfLetters(call: Call, known: readonly WordingFault[]): readonly WordingFault[] {
  const faults = new Map<string, WordingFault>()
  const { letters, beside } = call.speech
  for (const name of SAMPLES)
    for (const of of [letters, ...beside]) {
      const spoken = of === letters ? call : translated(call, of)
      const letter = sampleLetter(call, name, of.id)
      const input = { ...sampleOf(call, name), call: spoken }
      const missing = isAcknowledgement(name) ? mentionsMissing(letter, input) : []
      for (const { id, source, at } of missing)
        faults.set(id, { path: at, message: `the letter « ${name} » would lack « ${id} » (${source})` })
      if (known.length > 0) continue
      for (const words of forbiddenExpressions(letter.text, [letters, of]))
        faults.set(words, { path: [], message: `the letter « ${name} » would say « ${words} »` })
    }
  for (const name of DECISION_SAMPLES) {
    if (!hasTemplate(call, name) || call.legal === undefined) continue
    const input = decisionSampleOf(call, name)
    for (const { id, source, at } of decisionMentionsMissing(composeDecision(input), input))
      faults.set(id, { path: at, message: `the letter « ${name} » would lack « ${id} » (${source})` })
  }
  return [...faults.values()]
}
