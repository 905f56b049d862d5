import type { Remedies } from '../call/legal.ts'
import { countInWords, typographic } from './french.ts'

/** How a decision in writing is contested, and until when (CJA R421-1, R421-5, R421-7; CRPA L411-2). */
export function remediesAfterDecision(remedies: Remedies): string {
  return typographic(
    `Cette décision peut être contestée pendant ${countInWords(remedies.months)} mois à compter de sa notification : ${waysOf(remedies)}`,
  )
}

/** Before whom, and what lengthens the time. */
export function waysOf({ gracious, court, courtAddress, residence }: Remedies): string {
  const address = courtAddress === undefined ? '' : ` (${courtAddress})`
  const who = residence === undefined ? 'qui demeurent outre-mer' : `qui ne demeurent pas ${residence}`
  return `par un recours gracieux auprès ${gracious}, ou par un recours devant ${court}${address}. Le recours gracieux formé dans ce délai en interrompt le cours (code des relations entre le public et l’administration, article L.\u00A0411-2). Le délai du recours devant le tribunal est augmenté d’un mois pour les personnes ${who} et de deux mois pour celles qui demeurent à l’étranger (code de justice administrative, article R.\u00A0421-7).`
}
