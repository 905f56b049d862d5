import { type Instant, instantFromEpoch, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Legal } from '../call/legal.ts'
import { tellsRemedies } from '../call/translated.ts'
import { fill } from '../language/message.ts'
import { dayIn } from '../language/moments.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { languageOf, set, wordsOf } from './in-words.ts'
import { monthsIn, toldAbove, waysOf } from './remedies.ts'

/** CRPA L231-1 and L231-4, for files whose own text tells what silence means. */
const USUAL_MONTHS = 2

type Meaning = Legal['silence']
type Rejection = Extract<Meaning, { means: 'rejection' }>

/**
 * What silence means, from which day on, and how it is contested (CRPA R112-11-1, L112-12). The time runs
 * from the receipt of the application's first mail (CRPA L114-3). Empty where silence means nothing, and for
 * a question: it speaks to a request (« s’il s’agit d’une demande »).
 */
export function silenceInWords(input: AcknowledgementInput): readonly string[] {
  if (input.kind === 'inquiry') return []
  const { call, submission } = input
  const appliedAt = input.appliedAt ?? submission.receipt.receivedAt
  const { implicitDecision, appeals } = call.acknowledgement
  if (call.legal !== undefined) return ofMeaning(call, call.legal.silence, appliedAt)
  const decision =
    implicitDecision === undefined
      ? []
      : [`${implicitDecision} ${rejectedOn(call, dayAfter(call, appliedAt, USUAL_MONTHS))}`]
  return appeals === undefined ? decision : [...decision, appeals]
}

function ofMeaning(call: Call, silence: Meaning, appliedAt: Instant): readonly string[] {
  if (silence.means === 'nothing') return []
  const { silence: words } = wordsOf(call).law
  const day = dayAfter(call, appliedAt, silence.months)
  const told = { months: monthsIn(call, silence.months), basis: silence.basis }
  if (silence.means === 'acceptance') return [set(call, fill(words.acceptance, { ...told, day }))]
  return [
    set(call, `${fill(words.rejection, told)} ${rejectedOn(call, day)}`),
    tellsRemedies(call) ? remediesOf(call, silence) : toldAbove(call),
  ]
}

/** CRPA R112-11-1: the date, provided that the request is complete. */
function rejectedOn(call: Call, day: string): string {
  return fill(wordsOf(call).law.silence.born, { day })
}

/**
 * Against the decision of silence itself, and against one in writing (CJA R421-1, R421-2, R421-7; CRPA
 * L411-2).
 */
function remediesOf(call: Call, { remedies }: Rejection): string {
  const { remedies: sentence } = wordsOf(call).law.silence
  return set(call, fill(sentence, { months: monthsIn(call, remedies.months), ways: waysOf(call, remedies) }))
}

function dayAfter(call: Call, appliedAt: Instant, months: number): string {
  const { zone } = call.deadline
  const day = wallClockOf(appliedAt, zone).add({ months })
  return dayIn(languageOf(call), instantFromEpoch(day.epochMilliseconds), zone)
}
