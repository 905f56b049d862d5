import type { Call } from '../call/call.ts'
import type { Retention } from '../call/retention.ts'
import { fill } from '../language/message.ts'
import { counted, countIn, listedIn } from '../language/speaking.ts'
import { languageOf, set, wordsOf } from './in-words.ts'

/**
 * The notice of RGPD 13 and 14, in letters and in the call's publication: the file's own text, or one made of
 * `dataProtection` and `retention`. What it says of rights follows from the basis (RGPD 7, 15 to 18, 20, 21).
 */
export function dataNotice(call: Call): string {
  const { acknowledgement, dataProtection, retention, service } = call
  if (dataProtection === undefined) return acknowledgement.dataProtection ?? ''
  const { controller, officer, purpose, basis, recipients, source, automated } = dataProtection
  const { data } = wordsOf(call).law
  const { lawful, rights } = data.bases[basis]
  const sentences = [
    fill(data.processed, { controller, purpose, lawful }),
    data.needed,
    ...(source === undefined ? [] : [fill(data.others, { source })]),
    fill(data.recipients, { recipients: listedIn(languageOf(call), recipients) }),
    ...(retention === undefined ? [] : [keptFor(call, retention)]),
    ...(automated ? [data.automated] : []),
    fill(data.rights, { rights, service: service.email, officer }),
    data.authority,
  ]
  return set(call, sentences.join(' '))
}

/**
 * RGPD 13, 2, a. They are public archives: at the end they are sorted, and destroyed or handed over (C. patr.
 * R212-14).
 */
function keptFor(call: Call, { years, yearsSelected, from }: Retention): string {
  const { data } = wordsOf(call).law
  const kept = {
    years: inYears(call, years),
    from: from === 'decision' ? data.fromDecision : data.fromClosing,
  }
  return years === yearsSelected
    ? fill(data.kept, kept)
    : fill(data.keptLonger, { ...kept, selected: inYears(call, yearsSelected) })
}

function inYears(call: Call, years: number): string {
  const language = languageOf(call)
  const { data } = language.letters.law
  const number = countIn(language, years)
  return number === String(years)
    ? counted(language, data.yearsInFigures, years, {})
    : counted(language, data.years, years, { number })
}
