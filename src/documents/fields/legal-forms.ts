import { fold } from '../../base/folding.ts'
import { LEGAL_FORMS } from '../../knowledge/legal-forms.ts'
import { isBeingRegistered } from '../identifiers/identifiers.ts'
import { choicesIn } from '../text/choices.ts'

/** The legal form that a text names, in the register's spelling; null when it names none. */
export function legalFormNamed(text: string): string | null {
  const spelled = ASIDE.exec(text)
  const inWords = spelled?.[1] ?? ''
  // « Société à responsabilité limitée (SRL) »: the same words mean another form across a border.
  if (inWords.includes(' ') && !/\p{Lu}{3}/u.test(inWords)) {
    const short = formIn(spelled?.[2] ?? '')
    if (short !== null) return short
  }
  return formIn(text)
}

/** A form in words, and its acronym in brackets behind them. */
const ASIDE = /^([^()]{8,80})\(\s?([\p{L}.]{2,10})\s?\)/u

function formIn(text: string): string | null {
  const hits = LEGAL_FORMS.all(fold(text))
  // « Sa présentation » is no SA: two letters are a form in capitals only.
  const named = hits.find((hit) => hit.text.length > 2 || text.includes(hit.text.toUpperCase()))
  return named?.entry.id ?? null
}

/**
 * What stands behind a « forme juridique » label: the ticked box, or the form named, or the short words used.
 */
export function legalFormChosen(text: string): string | null {
  const choices = choicesIn(text)
  if (choices.length > 0) {
    const ticked = choices.find((choice) => choice.ticked)
    return ticked === undefined ? null : (legalFormNamed(ticked.option) ?? ticked.option.slice(0, 60))
  }
  if (isBeingRegistered(text) && legalFormNamed(text) === null) return null
  return legalFormNamed(text) ?? (text.split(/\s+/).length <= 6 ? text.trim() : null)
}
