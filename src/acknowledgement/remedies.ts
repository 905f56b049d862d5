import type { Call } from '../call/call.ts'
import type { Remedies } from '../call/legal.ts'
import { originalIn, tellsRemedies } from '../call/translated.ts'
import { fill } from '../language/message.ts'
import { counted, countIn } from '../language/speaking.ts'
import { languageOf, set, wordsOf } from './in-words.ts'

/** How a decision in writing is contested, and until when (CJA R421-1, R421-5, R421-7; CRPA L411-2). */
export function remediesAfterDecision(call: Call, remedies: Remedies): string {
  const { remedies: words } = wordsOf(call).law
  if (!tellsRemedies(call)) return toldAbove(call)
  return set(
    call,
    fill(words.decision, { months: monthsIn(call, remedies.months), ways: waysOf(call, remedies) }),
  )
}

/** Before whom, and what lengthens the time. */
export function waysOf(call: Call, { gracious, court, courtAddress, residence }: Remedies): string {
  const { remedies: words } = wordsOf(call).law
  return fill(words.ways, {
    gracious,
    court: courtAddress === undefined ? court : fill(words.court, { court, address: courtAddress }),
    residents: residence === undefined ? words.overseas : fill(words.notResident, { residence }),
  })
}

/** In a translation of a letter whose file does not tell it in that language. */
export function toldAbove(call: Call): string {
  return set(call, fill(wordsOf(call).beside.remedies, { original: originalIn(call, languageOf(call)) }))
}

/** « deux mois » */
export function monthsIn(call: Call, months: number): string {
  const language = languageOf(call)
  return counted(language, language.letters.law.silence.months, months, { number: countIn(language, months) })
}
