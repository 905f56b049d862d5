/**
 * npm run learn: what tells applicants' questions from the other mail of an office, learnt from the invented mails beside
 * this file. Logistic regression by gradient descent (AdaGrad), in a fixed order: the same mails give the same weights.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Call } from '../../../src/call/call.ts'
import type { Learnt } from '../../../src/knowledge/question-like.ts'
import { comparable } from '../../../src/mail/call-words.ts'
import { type Features, featuresOf } from '../../../src/mail/likeness.ts'
import { readCall } from '../../../src/settings/call-file.ts'
import { callFacts } from '../../call-facts.ts'
import { sampleCall } from '../../mail/sample-call.ts'

const HERE = new URL('./', import.meta.url)
/** Where what was learnt is kept. */
export const LEARNT = new URL('../../../src/knowledge/question-like.json', import.meta.url)

export const Mail = z.object({
  right: z.enum(['inquiry', 'unrelated']),
  /** The call that the mailbox is for; of some the file is not kept here. */
  call: z.enum(['cirest', 'louvre', 'another']),
  internal: z.boolean().default(false),
  subject: z.string(),
  text: z.string(),
})
export type Mail = z.infer<typeof Mail>

const config = (name: string): Call =>
  readCall(new URL(`../../../config/calls/${name}.yaml`, HERE).pathname).call
export const CALLS: Readonly<Record<Mail['call'], Call>> = {
  cirest: config('cirest-territoires-industrie-2022'),
  louvre: config('exemple-val-de-louvre-2026'),
  another: sampleCall,
}

/** The mails of one file beside this one. */
export function mailsIn(name: string): readonly Mail[] {
  const lines = readFileSync(new URL(name, HERE), 'utf8').trim().split('\n')
  return lines.map((line) => Mail.parse(JSON.parse(line)))
}

/** To learn from: every file but what is only scored. */
export function mailsToLearnFrom(): readonly Mail[] {
  return readdirSync(HERE)
    .filter((name) => name.endsWith('.jsonl') && !name.startsWith('scored'))
    .sort()
    .flatMap(mailsIn)
}

const ROUNDS = 30
const STEP = 0.5
const SHRINK = 3e-4
/** What fewer mails have tells nothing of others. */
const MAILS_AT_LEAST = 2
/** So many features are kept, those that say most. */
const KEPT = 12_000

interface Example {
  readonly features: readonly (readonly [string, number])[]
  readonly asks: boolean
}

export function learn(mails: readonly Mail[]): Learnt {
  const all = mails.map(exampleOf)
  const common = commonIn(all)
  const first = fitted(all.map((one) => only(one, common)))
  const telling = [...first.weights].sort((a, b) => tells(b, common) - tells(a, common)).slice(0, KEPT)
  const kept = new Map(telling)
  const { bias, weights } = fitted(all.map((one) => only(one, kept)))
  const rounded = [...weights].map(([name, weight]) => [name, round(weight)] as const)
  return {
    bias: round(bias),
    weights: Object.fromEntries(
      rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
}

const round = (weight: number): number => Math.round(weight * 100) / 100

function exampleOf({ subject, text, right, call }: Mail): Example {
  const features: Features = featuresOf(withoutFacts(subject), withoutFacts(text), CALLS[call])
  return { features: [...features], asks: right === 'inquiry' }
}

/** Streets, towns and agents of our calls: who learnt them would know that one call. Its authority is told by its file. */
const FACTS = new RegExp(
  `\\b(?:${callFacts()
    .filter((fact) => !Object.values(CALLS).some(({ authority }) => comparable(authority.name) === fact))
    .map((fact) => fact.replaceAll(' ', '[^\\p{L}\\p{N}]+'))
    .join('|')})\\b`,
  'giu',
)

function withoutFacts(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(FACTS, ' ')
}

function commonIn(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count >= MAILS_AT_LEAST))
}

function only(example: Example, names: ReadonlyMap<string, unknown>): Example {
  return { ...example, features: example.features.filter(([name]) => names.has(name)) }
}

/** How much a feature tells: what it weighs, in how many mails. */
function tells([name, weight]: readonly [string, number], common: ReadonlyMap<string, number>): number {
  return Math.abs(weight) * Math.sqrt(common.get(name) ?? 0)
}

function fitted(examples: readonly Example[]): { bias: number; weights: Map<string, number> } {
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  let bias = 0
  let biasSquares = 1e-6
  // An applicant's question that is lost weighs as much as all the mail that is shown for nothing.
  const asking = examples.filter(({ asks }) => asks).length
  const others = examples.length - asking
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { features, asks } of shuffled(examples, round)) {
      let sum = bias
      for (const [name, count] of features) sum += (weights.get(name) ?? 0) * count
      const balance = asks ? 1 : asking / others
      const slope = balance * (1 / (1 + Math.exp(-sum)) - (asks ? 1 : 0))
      biasSquares += slope * slope
      bias -= (STEP * slope) / Math.sqrt(biasSquares)
      for (const [name, count] of features) {
        const weight = weights.get(name) ?? 0
        const own = slope * count + SHRINK * weight
        const square = (squares.get(name) ?? 1e-6) + own * own
        squares.set(name, square)
        weights.set(name, weight - (STEP * own) / Math.sqrt(square))
      }
    }
  }
  return { bias, weights }
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items]
  let state = seed + 1
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const other = Math.floor((state / 2_147_483_648) * (at + 1))
    ;[order[at], order[other]] = [order[other] as Item, order[at] as Item]
  }
  return order
}

/** As it is kept: one feature in a line. */
export function written(learnt: Learnt): string {
  return `${JSON.stringify(learnt, null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(LEARNT, written(learn(mailsToLearnFrom())))
