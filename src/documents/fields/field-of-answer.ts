import { plainTypography } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import type { FieldKind } from '../../call/field-kind.ts'
import { countriesOf } from '../../call/territory.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import {
  emailsIn,
  type Identifier,
  isBeingRegistered,
  rnaIn,
  sirenIn,
  siretIn,
} from '../identifiers/identifiers.ts'
import { withLetters } from '../identifiers/look-alikes.ts'
import { phonesAnswered } from '../identifiers/phones.ts'
import { numberElsewhereAnswered } from '../identifiers/registers-elsewhere.ts'
import { hasBoxes } from '../text/choices.ts'
import { labelAt } from '../text/labels.ts'
import { flat, unboxed } from '../text/words.ts'
import type { Answer } from './answer.ts'
import { dateAnswered, dateIn, placeAndDateIn } from './dates.ts'
import { legalFormChosen, legalFormNamed } from './legal-forms.ts'
import { isLeading, isRole, personIn, roleAnswered, withoutCivility } from './persons.ts'
import { sectorMeant, sectorsNamed, sectorsOfAnswer } from './sectors.ts'
import { numberElsewhere, pendingNumber, type SeenField } from './seen-field.ts'

/** The fields that one answer gives; none when what stands there cannot be an answer to its label. */
export function fieldsOfAnswer(answer: Answer, call: Call): SeenField[] {
  const { kind } = answer
  if (kind === 'siret' || kind === 'siren' || kind === 'rna') return identifierFields(answer)
  if (kind === 'other_number') return elsewhereFields(answer)
  if (kind === 'email') return many(answer, 'email', emailsIn(answer.value))
  if (kind === 'phone') return phoneFields(answer, call)
  if (kind === 'name') return nameFields(answer)
  if (kind === 'representative' || kind === 'any_name') return personFields(answer)
  if (kind === 'contact') return contactFields(answer)
  if (kind === 'role') return roleFields(answer)
  if (kind === 'sector') return sectorFields(answer, call)
  if (kind === 'legal_form') return optional(answer, 'legal_form', legalFormChosen(answer.value))
  if (kind === 'date')
    return optional(answer, 'date', dateAnswered(unboxed(answer.value)) ?? dateIn(answer.value))
  if (kind === 'place' || kind === 'place_and_date') return placeFields(answer)
  // « Date et signature » asks for both.
  if (kind === 'signature') return optional(answer, 'date', dateIn(answer.value))
  return []
}

function sectorFields(answer: Answer, call: Call): SeenField[] {
  const chosen = sectorsOfAnswer(answer, call)
  if (chosen.length > 0 || hasBoxes(answer.value) || sectorsNamed(answer.value, call).length > 0)
    return chosen.map((sector) => field(answer, 'sector', sector))
  const meant = sectorMeant(answer.value, call)
  return meant === null ? [] : [field(answer, 'sector', meant, atMost(answer, 'guessed'))]
}

function field(answer: Answer, kind: FieldKind, value: string, confidence = answer.confidence): SeenField {
  return { kind, value, confidence, page: answer.page, text: answer.text }
}

function atMost(
  { confidence }: Pick<Answer, 'confidence'>,
  level: 'mentioned' | 'likely' | 'somewhere' | 'guessed',
): number {
  return Math.min(confidence, WEIGHTS.fields[level])
}

function optional(answer: Answer, kind: FieldKind, value: string | null): SeenField[] {
  return value === null ? [] : [field(answer, kind, value)]
}

function many(answer: Answer, kind: FieldKind, identifiers: readonly Identifier[]): SeenField[] {
  return identifiers.map((identifier) => field(answer, kind, identifier.value))
}

/** A number that no plan knows may be new: behind its label it is used, if nothing better is found. */
function phoneFields(answer: Answer, call: Call): SeenField[] {
  const found = answer.lines.flatMap((line) => phonesAnswered(unboxed(line), countriesOf(call)))
  return found.map(({ value, sound }) =>
    field(answer, 'phone', value, sound ? answer.confidence : atMost(answer, 'mentioned')),
  )
}

/** One box of a form may be answered with any of the three numbers. */
function identifierFields(answer: Answer): SeenField[] {
  const siret = siretIn(answer.value)
  if (siret !== null) return [identifier(answer, 'siret', siret)]
  const written = unboxed(answer.value)
  const rna = rnaIn(answer.kind === 'rna' && /^\d/.test(written) ? `W${written}` : written)
  if (rna !== null) return [identifier(answer, 'rna', rna)]
  const siren = sirenIn(answer.value)
  if (siren !== null) return [identifier(answer, 'siren', siren)]
  const elsewhere = numberElsewhereAnswered(written)
  if (elsewhere !== null) return [{ ...numberElsewhere(elsewhere), page: answer.page, text: answer.text }]
  const kind = answer.kind === 'rna' ? 'rna' : 'siret'
  if (isBeingRegistered(answer.value))
    return [{ kind, ...pendingNumber(), page: answer.page, text: answer.text }]
  const digits = answer.value.replace(/\D/g, '')
  // One that its own check refuses is kept to be shown.
  return digits.length >= 5 ? [field(answer, kind, digits, WEIGHTS.fields.unsound)] : []
}

/** What another register gave, as it is written: it is no number of ours, and tells that there is one. */
function elsewhereFields(answer: Answer): SeenField[] {
  const written = flat(unboxed(answer.value))
  const digits = written.replace(/\D/g, '').length
  if (digits < 5 || digits > 14 || /[@:]/.test(written)) return []
  return [{ ...numberElsewhere(written), page: answer.page, text: answer.text }]
}

function identifier(answer: Answer, kind: FieldKind, found: Identifier): SeenField {
  return field(answer, kind, found.value, found.sound ? answer.confidence : WEIGHTS.fields.unsound)
}

/** « CANDIDAT » over a cell of lines: the name is what stands above its form, its number, its telephone. */
function nameIn({ lines, value }: Answer): string {
  const end = lines.findIndex((line, index) => index > 0 && isParticular(line))
  return end === -1 ? value : lines.slice(0, end).join(' ')
}

function isParticular(line: string): boolean {
  const bareForm = line.trim().split(/\s+/).length <= 4 && legalFormNamed(line) !== null
  const label = labelAt(line)
  return bareForm || (label !== null && label.kind !== 'name') || /@|\d{5}/.test(line.replace(/[ .]/g, ''))
}

const NO_NAME = /^(?:oui|non|candidat|ci-apr[eè]s|(?:je|nous),? soussign[ée].*)(?!\p{L})/iu

/** « CHE-165.274.546 TVA » is what a register calls somebody. */
function isNumber(value: string): boolean {
  const digits = value.match(/\d/g)?.length ?? 0
  return digits >= 6 && digits >= (value.match(/\p{L}/gu)?.length ?? 0)
}

/** « Nom commercial et dénomination sociale » asks for the first as well. */
const SECOND_NAME = /^(?:sigle|enseigne|nom commercial)(?!.*(?:d[ée]nomination|raison) sociale)/iu

/** Labels that a structure's name follows beyond doubt; « Structure : » and « Société : » are less sure. */
function nameFields(answer: Answer): SeenField[] {
  const value = flat(plainTypography(unboxed(nameIn(answer)))).replace(/^[«"\s]+|[»"\s,;]+$/g, '')
  if (value === '' || value.split(' ').length > 15 || value.length > 150 || hasBoxes(value)) return []
  if (/@|^\+?[\d .]+$/.test(value) || isNumber(value) || NO_NAME.test(value)) return []
  // A second name beside the first: used when no other is given.
  const sure = SECOND_NAME.test(answer.label) ? WEIGHTS.fields.secondName : 1
  const name = field(answer, 'name', value, answer.confidence * sure)
  const person = personIn(value)
  // A person who founds a structure, or is one: « Nom du porteur de projet : Mme Lou Petit ».
  if (person !== null && withoutCivility(value) !== value)
    return [
      { ...name, value: person.name, confidence: atMost(name, 'mentioned') },
      field(answer, 'representative', person.name),
    ]
  const form = legalFormNamed(value)
  return form === null ? [name] : [name, field(answer, 'legal_form', form, atMost(answer, 'mentioned'))]
}

/** « Gérante : Y HOARAU », « Nom du président »: the label itself says the role. */
const ROLE_IN_LABEL =
  /(?:président(?:e|\(e\))?|gérant(?:e|\(e\))?|direct(?:eur|rice)(?: générale?)?)(?!\p{L})/iu

function personFields(answer: Answer): SeenField[] {
  const written = unboxed(answer.value)
  const person = personIn(written) ?? personIn(withLetters(written))
  if (person === null) return []
  // « Nom du dirigeant : PAYET » is half a name, if the other half stands behind its own label.
  const half = !person.name.includes(' ') && /^nom\b(?!.*pr[ée]nom)/i.test(answer.label)
  const found = [
    field(answer, 'representative', person.name, half ? WEIGHTS.fields.mentioned : answer.confidence),
  ]
  if (person.role !== null) return [...found, field(answer, 'role', person.role)]
  // Whoever is asked for their role says it better than the label of their name does.
  const role = ROLE_IN_LABEL.exec(answer.label)?.[0]
  return role === undefined ? found : [...found, field(answer, 'role', role, atMost(answer, 'mentioned'))]
}

/**
 * Who to ask is not who engages the structure: unless their role says so, it is a hint for a person. Even
 * then whoever is asked for as its representative comes first.
 */
function contactFields(answer: Answer): SeenField[] {
  const found = personFields(answer)
  const leads = found.some((one) => one.kind === 'role' && isLeading(one.value))
  return found.map((one) => ({ ...one, confidence: atMost(one, leads ? 'somewhere' : 'guessed') }))
}

function roleFields(answer: Answer): SeenField[] {
  const value = roleAnswered(flat(unboxed(answer.value))).replace(/[.,;]+$/, '')
  const words = value.split(' ').length
  if (value === '' || words > 14 || hasBoxes(value) || /[@\d]{4}/.test(value)) return []
  if (labelAt(value)?.rest === '' && !isRole(value)) return []
  return [field(answer, 'role', value, isRole(value) ? answer.confidence : atMost(answer, 'likely'))]
}

function placeFields(answer: Answer): SeenField[] {
  const both = placeAndDateIn(answer.text.includes('le') ? flat(answer.text) : answer.value)
  const date = both?.date ?? dateIn(answer.value)
  const place = both?.place ?? /^[\p{L}' -]{2,40}/u.exec(answer.value)?.[0]?.trim() ?? null
  return [...optional(answer, 'date', date), ...optional(answer, 'place', place)]
}
