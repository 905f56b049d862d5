import { type Instant, instantFromEpoch, wallClockOf } from '../base/instant.ts'
import type { Legal } from '../call/legal.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { countInWords, dayInWords, typographic } from './french.ts'
import { waysOf } from './remedies.ts'

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
  const { zone } = call.deadline
  if (call.legal !== undefined) return ofMeaning(call.legal.silence, appliedAt, zone)
  const decision =
    implicitDecision === undefined
      ? []
      : [`${implicitDecision} ${rejectedOn(dayAfter(appliedAt, USUAL_MONTHS, zone))}`]
  return appeals === undefined ? decision : [...decision, appeals]
}

function ofMeaning(silence: Meaning, appliedAt: Instant, zone: string): readonly string[] {
  if (silence.means === 'nothing') return []
  const day = dayAfter(appliedAt, silence.months, zone)
  const kept = `Le silence gardé pendant ${countInWords(silence.months)} mois à compter de la réception de votre demande vaut`
  if (silence.means === 'acceptance')
    return [
      `${kept} acceptation (${typographic(silence.basis)}). Sous réserve que votre demande soit complète, elle serait réputée acceptée le ${day}. Une attestation vous en serait alors délivrée sur demande (code des relations entre le public et l’administration, article L.\u00A0232-3).`,
    ]
  return [
    `${kept} décision de rejet (${typographic(silence.basis)}). ${rejectedOn(day)}`,
    remediesOf(silence),
  ]
}

/** CRPA R112-11-1: the date, provided that the request is complete. */
function rejectedOn(day: string): string {
  return `Sous réserve que votre demande soit complète, cette décision naîtrait le ${day}.`
}

/**
 * Against the decision of silence itself, and against one in writing (CJA R421-1, R421-2, R421-7; CRPA
 * L411-2).
 */
function remediesOf({ remedies }: Rejection): string {
  return typographic(
    `Cette décision implicite, ou la décision expresse qui la précéderait, peut être contestée pendant ${countInWords(remedies.months)} mois à compter du jour où elle naîtrait ou, si elle est expresse, de sa notification : ${waysOf(remedies)}`,
  )
}

function dayAfter(appliedAt: Instant, months: number, zone: string): string {
  const day = wallClockOf(appliedAt, zone).add({ months })
  return dayInWords(instantFromEpoch(day.epochMilliseconds), zone)
}
