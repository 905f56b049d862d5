import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { postcodesOf } from '../../call/territory.ts'
import { STREETS } from '../../knowledge/places-and-streets.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { labelAt } from '../text/labels.ts'
import { shadow } from '../text/shadow.ts'
import { isAddressee } from './authority.ts'
import { type SaidField, saidField } from './said-field.ts'

/** Between a way and its town stands no more than this. */
const REACH = 130
const STREET = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${STREETS.entries.flatMap((entry) => entry.says).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)
const HOUSE = /(?<![\d\p{L}]|\d\.)(?:p\.?k\.? ?)?\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?,? {1,2}$/u
/** Words inside the name of a town. */
const PARTICLES = 'd|l|la|le|les|de|des|du|sur|sous|en|lès|lez|à|au|aux|et'
/** What asks for something else behind a town. */
const NEXT_LABELS = '(?:SIRET|SIREN|RCS|RNA|T[ée]l|Mail|E-?mail|Courriel|Fax|N°)(?!\\p{L})'
const TOWN = new RegExp(
  `^\\p{Lu}[\\p{L}'’]+(?:[ -](?!${NEXT_LABELS})(?:\\p{Lu}|${PARTICLES})[\\p{L}'’]*){0,5}`,
  'u',
)
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'u')
const NEXT_LABEL = new RegExp(`^${NEXT_LABELS}`, 'iu')
const MOST = 3
const ADDRESSEE_LINES = 3

/** Addresses in sentences and letterheads: a way and its town, in one line or in two. */
export function addressesIn(texts: readonly string[], call: Call): SaidField[] {
  const found = new Set<string>()
  for (const [index, text] of texts.entries()) {
    const alone = inText(text, call)
    const next = texts[index + 1]
    const both = alone.length > 0 || next === undefined ? alone : inText(`${text}, ${next}`, call)
    if (both.length === 0) continue
    // An addressee's name, service, street and town stand one below the other.
    const above = texts.slice(Math.max(0, index - ADDRESSEE_LINES), index + 1)
    if (above.some((line) => isAddressee(line, call))) continue
    for (const address of both) if (![...found].some((one) => one.endsWith(address))) found.add(address)
  }
  return [...found]
    .slice(0, MOST)
    .map((address) => saidField('postal_address', address, address, WEIGHTS.fields.mentioned))
}

function inText(text: string, call: Call): string[] {
  return [...text.matchAll(postcodesOf(call))].flatMap((code) => {
    const start = startOfWay(text, code.index)
    const behind = code.index + code[0].length
    const town = TOWN.exec(text.slice(behind))?.[0]
    return start === null || town === undefined
      ? []
      : [endingAtTown(text.slice(start, behind + town.length), call)]
  })
}

/** Where the way begins that a postcode belongs to: at its number, if it has one. */
function startOfWay(text: string, postcode: number): number | null {
  const from = Math.max(0, postcode - REACH)
  const before = text.slice(from, postcode)
  const border = Math.max(before.lastIndexOf(';'), before.lastIndexOf('|'), before.lastIndexOf(' : '), -1) + 1
  const street = [...shadow(before).matchAll(STREET)].find((one) => one.index >= border)
  if (street === undefined) return null
  const house = HOUSE.exec(shadow(before.slice(border, street.index)))?.[0].length ?? 0
  return from + street.index - house
}

/**
 * An address without what follows its town: the next question of the form, a telephone, the rest of the
 * sentence. What has no way before its postcode is left as it is.
 */
export function endingAtTown(address: string, call: Call): string {
  const code = [...address.matchAll(postcodesOf(call))].findLast((one) => one.index > SHORTEST_WAY)
  if (code === undefined) return address
  const start = code.index + code[0].length
  const kept: string[] = []
  const words = address.slice(start).split(' ')
  for (const [index, word] of words.entries()) {
    if (isOfTownsName(word, kept) && (index === 0 || !isLabel(words.slice(index).join(' ')))) {
      kept.push(word)
      continue
    }
    // « Crest Personne chargée du suivi »: a sentence begins with its capital.
    if (/^\p{Ll}/u.test(word) && kept.length > 1 && /^\p{Lu}/u.test(kept.at(-1) ?? '')) kept.pop()
    break
  }
  while (PARTICLE.test(kept.at(-1) ?? '')) kept.pop()
  return kept.length === 0 ? address : `${address.slice(0, start)}${kept.join(' ')}`.replace(/[,;]$/, '')
}

const SHORTEST_WAY = 5

/** « Port » and « Siège » alone are in the names of towns too. */
function isLabel(text: string): boolean {
  const found = labelAt(text)
  return found !== null && (found.separated || found.label.includes(' '))
}

function isOfTownsName(word: string, before: readonly string[]): boolean {
  if (NEXT_LABEL.test(word)) return false
  if (/^\d{1,2}$/.test(word)) return /^cedex$/i.test(before.at(-1) ?? '')
  return (
    /^(?:[dl]['’])?[\p{Lu}(]/u.test(word) ||
    /^cedex/i.test(word) ||
    (before.length > 0 && PARTICLE.test(word))
  )
}

/** A postcode, a way, or a number and a name: an e-mail address behind « Adresse : » is none. */
export function looksLikeAddress(value: string, call: Call): boolean {
  if (value.includes('@') || value.length > 250 || !/\p{L}/u.test(value)) return false
  return STREETS.says(fold(value)) || value.search(postcodesOf(call)) >= 0 || /^\D{0,20}\d+.{4,}/.test(value)
}
