import { fold } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import type { Language } from '../language/language.ts'
import { momentIn } from '../language/moments.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { dataNotice } from './data-notice.ts'
import { appliedIn, deadlineFacts } from './deadline-in-words.ts'
import { isChecked } from './files-section.ts'
import { universalTime } from './french.ts'
import { languageOf, set } from './in-words.ts'
import type { Letter } from './outgoing.ts'
import { silenceInWords } from './silence.ts'

/**
 * A mention that an acknowledgement must carry, where the duty comes from, and the place in the call’s file
 * that gives it.
 */
export interface Mention<Input> {
  readonly id: string
  readonly source: string
  readonly at: readonly string[]
  readonly expected: (input: Input) => readonly string[]
}

const MENTIONS: readonly Mention<AcknowledgementInput>[] = [
  {
    id: 'receipt-in-words',
    source: 'CRPA R112-11-1, 1°',
    at: ['deadline', 'zone'],
    expected: ({ submission, call }) => [
      momentIn(languageOf(call), submission.receipt.receivedAt, call.deadline),
    ],
  },
  {
    id: 'receipt-in-utc',
    source: 'CRPA R112-11-1, 1°',
    at: ['deadline', 'zone'],
    expected: ({ submission }) => [universalTime(submission.receipt.receivedAt)],
  },
  { id: 'reference', source: 'domain 1.3', at: ['registrationPrefix'], expected: ({ number }) => [number] },
  { id: 'object', source: 'domain 1.3', at: ['title'], expected: ({ call }) => [call.title] },
  {
    id: 'deadline',
    source: 'domain 1.3',
    at: ['deadline', 'asWritten'],
    expected: (input) => deadlineFacts(appliedIn(input)).map(({ value }) => value),
  },
  {
    id: 'service',
    source: 'CRPA R112-11-1, 2°',
    at: ['service'],
    expected: ({ call: { service } }) => [service.name, service.postalAddress, service.email, service.phone],
  },
  {
    id: 'agent',
    source: 'CRPA L111-2',
    at: ['agent'],
    expected: ({ call: { agent } }) => [agent.name, agent.role, agent.postalAddress],
  },
  {
    id: 'attests',
    source: 'domain 1.3',
    at: ['acknowledgement', 'attests'],
    expected: ({ call, kind }) => (kind === 'inquiry' ? [] : [call.acknowledgement.attests]),
  },
  {
    id: 'automation',
    source: 'CRPA L311-3-1',
    at: ['acknowledgement', 'automation'],
    expected: (input) => (isChecked(input) ? [input.call.acknowledgement.automation] : []),
  },
  {
    id: 'silence',
    source: 'CRPA R112-11-1, L112-12',
    at: ['legal'],
    expected: silenceInWords,
  },
  {
    id: 'data-protection',
    source: 'RGPD 13',
    at: ['dataProtection'],
    expected: ({ call }) => [dataNotice(call)],
  },
]

/**
 * What is never said to an applicant: a program judges neither admissibility nor lateness (design, invariant
 * 6; CRPA L112-8). Nor does a person outside of a decision.
 */
const DECIDING: readonly RegExp[] = [
  /irrecevab|(non|pas)[- ]recevab/,
  /hors[- ]delais?/,
  /(candidature|dossier|envoi|depot)s? (\w+ ){0,3}(tardi(f|ve)|(en|de) retard\b)/,
  /forclo(s|re)/,
  /apres la (date )?limite/,
]

/** Beside it, what a letter of the program has no reason to say. */
const FORBIDDEN: readonly RegExp[] = [
  ...DECIDING,
  /tardi(f|ve)/,
  /(en|de) retard\b/,
  /confirm\w+ .{0,60}par (courrier|voie postale|la poste|telephone)/,
  /(renvoy|adress|envoy)\w+ .{0,60}par (courrier|voie postale|la poste)/,
]

/** Ids of the mandatory mentions that a letter lacks in its text or its HTML, with their source. */
export function missingMentions(letter: Letter, input: AcknowledgementInput): readonly string[] {
  return mentionsMissing(letter, input).map(({ id, source }) => `${id} (${source})`)
}

/** The same with the place in the call’s file that should have given the mention. */
export function mentionsMissing(letter: Letter, input: AcknowledgementInput): readonly Lacking[] {
  return lacking(MENTIONS, letter, input, (html) => html)
}

/** A mention that a letter lacks. */
export type Lacking = Omit<Mention<never>, 'expected'>

/**
 * Those that are not in both parts of a letter. `inHtml`: how its HTML is compared, where its text differs in
 * case.
 */
export function lacking<Input extends { readonly call: Call }>(
  mentions: readonly Mention<Input>[],
  letter: Letter,
  input: Input,
  inHtml: (text: string) => string,
): readonly Lacking[] {
  const { text, html } = shownIn(letter)
  const shown = inHtml(html)
  return mentions.filter(({ expected }) =>
    expected(input)
      .map((mention) => flat(set(input.call, mention)))
      .some((wanted) => !text.includes(wanted) || !shown.includes(inHtml(wanted))),
  )
}

/** Expressions of a text that may not be said; none in a letter that may leave. */
export function forbiddenExpressions(text: string, languages: readonly Language[] = []): readonly string[] {
  return expressionsIn(fold(text), FORBIDDEN, languages)
}

/** What a person wrote that only a decision may say, in whole words as they wrote it. */
export function decidingWords(text: string, languages: readonly Language[]): readonly string[] {
  const plain = flat(text).normalize('NFC').trim()
  const folded = fold(plain)
  const found = expressionsIn(folded, DECIDING, languages).map((words) => {
    if (folded.length !== plain.length) return words
    const end = folded.indexOf(words) + words.length
    return `${plain.slice(folded.indexOf(words), end)}${/^\p{L}*/u.exec(plain.slice(end))?.[0] ?? ''}`
  })
  return [...new Set(found)]
}

function expressionsIn(folded: string, patterns: readonly RegExp[], languages: readonly Language[]) {
  const named = languages.flatMap(({ neverSaid }) => neverSaid).filter((words) => folded.includes(words))
  return [...new Set([...patterns.flatMap((pattern) => pattern.exec(folded)?.[0] ?? []), ...named])]
}

/** What both parts of a letter show, with plain spaces. */
function shownIn({ text, html }: Letter): { readonly text: string; readonly html: string } {
  const plain = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
  return { text: flat(text), html: flat(plain) }
}

function flat(text: string): string {
  return text.replace(/[\s\u00A0\u202F]+/g, ' ')
}
