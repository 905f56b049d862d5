import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { countriesOf, postcodesOf } from '../../call/territory.ts'
import { FORM_TITLES } from '../../knowledge/titles.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { emailsIn } from '../identifiers/identifiers.ts'
import { phonesAnswered } from '../identifiers/phones.ts'
import { labelAt } from '../text/labels.ts'
import { cellText, type Line, type Page } from '../text/page.ts'
import { isAddressee } from './authority.ts'
import { wholeForm } from './bare-forms.ts'
import { dateIn, placeAndDateIn } from './dates.ts'
import { isPersonName, isRole } from './persons.ts'
import { type SaidField, saidField } from './said-field.ts'

/** So many lines at the top of a letter, and at its bottom, may say who writes. */
const HEAD_LINES = 10
const FOOT_LINES = 5
/** No part of such a line has more words. */
const WORDS = 12

/** A part of a line of a head or foot, and the parts that stand above or before it. */
interface Part {
  readonly text: string
  readonly before: readonly string[]
}

/**
 * What stands at the head and at the foot of a letter, part by part: a legal form, a way over its town, a
 * name.
 */
export function headAndFootFields(page: Page, texts: readonly string[], call: Call): SaidField[] {
  const lines = page.lines.filter((line) => line.cells.length > 0)
  const head = lines.slice(0, HEAD_LINES)
  const foot = lines.slice(Math.max(HEAD_LINES, lines.length - FOOT_LINES))
  const parts = [...partsOf(head), ...partsOf(foot)]
  return [
    ...legalForm(parts),
    ...parts.flatMap((part) => [...address(part, call), ...phone(part, call)]),
    ...name(head, texts),
  ]
}

const SEPARATOR = /\s+[-–—|•·/]\s+|\s*[;|•·]\s+/u

function partsOf(lines: readonly Line[]): Part[] {
  const parts = lines.flatMap((line) => line.cells.flatMap((cell) => cellText(cell).split(SEPARATOR)))
  return parts.map((text, index) => ({
    text: text.trim(),
    before: parts.slice(Math.max(0, index - 3), index),
  }))
}

const CAPITAL = /\s+(?:à|au) capital (?:social )?(?:variable|(?:de )?[\d .]+ ?(?:€|euros?|francs|chf)?)/iu

/** A part that is a legal form and nothing else; where several stand, none is told. */
function legalForm(parts: readonly Part[]): SaidField[] {
  const named = parts.flatMap(({ text }) =>
    [text, ...text.split(/,\s+/)].flatMap((one) => {
      const form = one.length > 90 ? null : (wholeForm(one.replace(CAPITAL, '')) ?? formWithMore(one))
      return form === null ? [] : [saidField('legal_form', form, one, WEIGHTS.fields.mentioned)]
    }),
  )
  return new Set(named.map(({ value }) => value)).size === 1 ? named.slice(0, 1) : []
}

/** « Association inscrite au registre du commerce »: a form, and what the law says of it in small letters. */
function formWithMore(text: string): string | null {
  const [first = '', ...more] = text.split(' ')
  const isMore =
    more.length > 0 && more.length < WORDS && more.every((word) => /^(?:[\p{Ll}'’()]+|\d.*|CC)$/u.test(word))
  return isMore && !isRole(text) ? wholeForm(first) : null
}

/**
 * « Pôle des Vignes, 64300 Orthez », or its way on the line above: what ends at a town there is an address.
 */
function address({ text, before }: Part, call: Call): SaidField[] {
  const code = [...text.matchAll(postcodesOf(call))].at(-1)
  if (code === undefined || !TOWN.test(text.slice(code.index + code[0].length))) return []
  if ([text, ...before].some((line) => isAddressee(line, call))) return []
  const own = text.slice(0, code.index).replace(/[\s,–-]+$/u, '')
  // A name may stand above a town as well: whoever has a way says it below something else.
  const above = own === '' && before.length > 1 ? (before.at(-1) ?? '') : own
  if (!isWay(above)) return []
  const whole = `${above}, ${text.slice(code.index)}`
  return [saidField('postal_address', whole, whole, WEIGHTS.fields.likely)]
}

const TOWN = /^\s?\p{Lu}[\p{L}'’ -]{1,40}(?: \d{1,2})?$/u

function isWay(text: string): boolean {
  if (
    !/^[\p{Lu}\d]/u.test(text) ||
    text.split(' ').length > WORDS ||
    /[@:;()]|\d{6}/u.test(text.replace(/ /g, ''))
  )
    return false
  return /\p{L}{2}/u.test(text) && !isRole(text) && wholeForm(text) === null
}

/** « 87297211 » is a telephone where numbers have eight digits, and where it stands by itself. */
function phone({ text }: Part, call: Call): SaidField[] {
  if (!/^\d{6}(?:\d\d)?$/.test(text)) return []
  return phonesAnswered(text, countriesOf(call)).map(({ value }) =>
    saidField('phone', value, text, WEIGHTS.fields.somewhere),
  )
}

/** What a letter is about, and no name of whoever writes it. */
const ABOUT = new RegExp(
  '(?<![a-z])(?:lettre|courrier|candidature|manifestation|appel|dossier|objet|annexe|projet|' +
    'presentation|note|formulaire|fiche|rapport|madame|monsieur)s?(?![a-z])',
  'u',
)

/**
 * The first line of a letter that comes again, in its sentences or as the house of its e-mail address, names
 * who writes.
 */
function name(head: readonly Line[], texts: readonly string[]): SaidField[] {
  const [first = '', second = '', third = ''] = head.map(({ cells }) =>
    cells[0] === undefined ? '' : cellText(cells[0]),
  )
  const line = isPersonName(first) && isRole(second) ? third : first
  const candidate = (line.split(/\s+[-–—|•·]\s+|\s*[,;(]\s*/u)[0] ?? '').trim()
  if (candidate.length < 3 || candidate.split(' ').length > 9 || /[@:]|\d{4}/.test(candidate)) return []
  if (labelAt(candidate)?.rest === '' || ABOUT.test(fold(candidate)) || FORM_TITLES.says(fold(candidate)))
    return []
  if (wholeForm(candidate) !== null || !/^[\p{Lu}\d]/u.test(candidate)) return []
  if (placeAndDateIn(line) !== null || dateIn(line) !== null) return []
  const again = texts.some((text) => !text.startsWith(line) && isNamed(candidate, fold(text)))
  if (!again && !isHouse(candidate, texts)) return []
  return [saidField('name', candidate, line, WEIGHTS.fields.proven)]
}

/** True when a text says a name, and not as that of a town: behind its postcode, or before a date. */
function isNamed(name: string, folded: string): boolean {
  const [first, ...rest] = folded.split(fold(name))
  let before = first ?? ''
  for (const behind of rest) {
    const isTown =
      /\d ?$/.test(before) || /(?<![a-z])(?:a|fait a) $/.test(before) || /^,? (?:le|ce) \d/.test(behind)
    if (!isTown && !/[a-z0-9]$/.test(before) && !/^[a-z0-9]/.test(behind)) return true
    before = behind
  }
  return false
}

/** « Bio’Pousse » and « accueil@biopousse.example ». */
function isHouse(candidate: string, texts: readonly string[]): boolean {
  const letters = fold(candidate).replace(/[^a-z0-9]/g, '')
  const hosts = texts.flatMap(emailsIn).map(({ value }) => value.slice(value.indexOf('@') + 1))
  return hosts.some((host) => {
    const house = (host.split('.').at(-2) ?? '').replace(/-/g, '')
    return house.length >= 5 && letters.startsWith(house)
  })
}
