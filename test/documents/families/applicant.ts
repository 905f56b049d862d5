import { siret } from '../../demo/pieces.ts'
import type { Truth } from '../corpus/structures.ts'
import { theCall } from '../the-call.ts'
import { digits, drawer, half, oneOf, type Part } from './draw.ts'
import type { Asked } from './labels.ts'
import type { Place } from './places.ts'
import { NAMES, PEOPLE, ROLES, WAYS } from './pools.ts'
import { truthOf } from './truth.ts'
import { type Prose, wordedApplicant } from './worded-applicant.ts'
import { VOCABULARIES } from './words.ts'

/** An invented applicant: what its form says, and what a careful clerk notes down. */
export interface Applicant {
  readonly name: string
  readonly form: string
  /** What it is known by, and under which label. */
  readonly number: readonly [asked: Asked, written: string]
  readonly person: string
  readonly role: string
  readonly address: string
  readonly town: string
  readonly phone: string
  readonly email: string
  readonly sector: string
  readonly date: string
  readonly contact: string
  readonly truth: Truth
  /** What the sentences of a part with words of its own need. */
  readonly prose?: Prose
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

const MONTH = ['novembre 2022', '11/2022', '11.2022'] as const

/** The applicant of a number in a part: the same whenever it is asked for. */
export function applicantOf(part: Part, place: Place, seed: number): Applicant {
  const words = VOCABULARIES[part]
  if (words !== undefined) return wordedApplicant(words, place, seed)
  const draw = drawer(seed)
  const bare = oneOf(half(NAMES, part), draw())
  const [form, noted] = oneOf(place.forms, draw())
  const name = draw() < 0.25 && form === noted ? `${form} ${bare}` : bare
  const people = half(PEOPLE, part)
  const person = oneOf(people, draw())
  const contact = oneOf(
    people.filter((one) => one !== person),
    draw(),
  )
  const way = oneOf(half(WAYS, part), draw())
  const house = 1 + Math.floor(draw() * 180)
  const town = oneOf(half(place.towns, part), draw())
  const street = place.numberLastInStreet === true ? `${capital(way)} ${house}` : `${house} ${way}`
  const role = oneOf(half(ROLES, part), draw())
  const sector = oneOf(theCall.sectors, draw())
  const phone = phoneOf(place, part, draw)
  const date = dateOf(draw)
  const number = numberOf(place, noted, seed, draw)
  const email = `contact@${plain(bare)}.example`
  const address = `${street}, ${town}`
  const said = { name, number, person, role, address, email }
  return {
    ...{ ...said, form, town: town.replace(/^\d+ /, ''), contact },
    ...{ phone: phone.written, sector: sector.label, date: date.written },
    truth: truthOf({ ...said, form: noted, phone: phone.noted, sector: sector.id, date: date.noted }),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function phoneOf(place: Place, part: Part, draw: () => number): { written: string; noted: string } {
  const national = oneOf(half(place.phones, part), draw()).replace(/d/g, () =>
    String(Math.floor(draw() * 10)),
  )
  const bare = national.replace(/^0/, '')
  const written = [national, national.replaceAll(' ', '.'), `${place.code} ${bare}`, national]
  return { written: oneOf(written, draw()), noted: `${place.code}${bare.replaceAll(' ', '')}` }
}

function dateOf(draw: () => number): { written: string; noted: string } {
  const day = 1 + Math.floor(draw() * 22)
  const month = oneOf(MONTH, draw())
  const sign = /\d\//.test(month) ? '/' : '.'
  const two = String(day).padStart(2, '0')
  const written = month.startsWith('n') ? `${day} ${month}` : `${two}${sign}${month}`
  return { written, noted: `2022-11-${two}` }
}

function numberOf(place: Place, noted: string, seed: number, draw: () => number): [Asked, string] {
  const three = (): string => digits(3, draw)
  switch (place.number) {
    case 'bce':
      return ['bce', `0${three()}.${three()}.${three()}`]
    case 'ide':
      return ['ide', `CHE-${three()}.${three()}.${three()}`]
    case 'ridet':
      return ['ridet', `${digits(1, draw)} ${three()} ${three()}.001`]
    case 'tahiti':
      return ['tahiti', `${oneOf(['A', 'B', 'C', 'D'], draw())}${digits(5, draw)}`]
    default:
      return noted === 'association'
        ? ['rna', `W${1 + Math.floor(draw() * 9)}${digits(8, draw)}`]
        : ['siret', siret(100 + (seed % 900))]
  }
}
