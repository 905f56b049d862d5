import { siret } from '../../demo/pieces.ts'
import type { Applicant } from './applicant.ts'
import { digits, drawer, oneOf } from './draw.ts'
import type { Asked } from './labels.ts'
import type { Place } from './places.ts'
import type { Nature, ThirdPlace } from './third-pools.ts'
import { truthOf } from './truth.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What sentences need beside the rows of a form. */
export interface Prose {
  readonly the: string
  readonly of: string
  readonly structureGender: 'm' | 'f'
  readonly gender: 'm' | 'f'
  readonly nature: Nature
  readonly sectorOf: string
  readonly sectorBare: string
  /** The address after a preposition. */
  readonly at: string
  readonly street: string
  readonly fullTown: string
  /** First and last name, where the pool tells them apart. */
  readonly named?: readonly [first: string, last: string]
}

const NATURES: readonly (readonly [Nature, number])[] = [
  ['company', 0.42],
  ['association', 0.22],
  ['cooperative', 0.12],
  ['sole', 0.08],
  ['commune', 0.06],
  ['farm', 0.05],
  ['group', 0.03],
  ['foundation', 0.02],
]

function natureOf(words: Vocabulary, place: ThirdPlace, id: string, at: number): Nature {
  let rest = at
  for (const [nature, share] of NATURES) {
    rest -= share
    if (rest >= 0) continue
    if (nature === 'farm' || nature === 'group') return isFrench(id) ? nature : 'company'
    const named = nature === 'sole' || namesOf(words, nature, id).length > 0
    return named && (place.forms[nature]?.length ?? 0) > 0 ? nature : 'company'
  }
  return 'company'
}

const isFrench = (id: string): boolean => id !== 'belgique' && id !== 'suisse'

function namesOf(words: Vocabulary, nature: Nature, id: string): readonly string[] {
  const pool = words.names[nature] ?? {}
  const own = pool[id] ?? []
  // What is of the place is as frequent as the rest.
  return [...(pool['any'] ?? []).filter((name) => isFrench(id) || !/^SCOP/.test(name)), ...own, ...own]
}

/** The applicant of a number in a vocabulary: the same whenever it is asked for. */
export function wordedApplicant(
  words: Vocabulary,
  place: Place,
  seed: number,
): Applicant & { readonly prose: Prose } {
  const draw = drawer(seed)
  const here = words.places[place.id]
  if (here === undefined) throw new Error(place.id)
  const nature = natureOf(words, here, place.id, draw())
  const sole = oneOf(words.sole, draw())
  const bare = nature === 'sole' ? sole[0] : oneOf(namesOf(words, nature, place.id), draw())
  const first = bare.split(' ')[0] ?? ''
  const forms = words.inName[first] ?? here.forms[nature] ?? []
  const [form, noted] = oneOf(forms, draw())
  const name = withForm(words, bare, form, noted, nature, first, draw())
  const [person, gender, named = halved(person)] =
    nature === 'sole' ? ([sole[1], sole[2]] as const) : oneOf(words.people, draw())
  const [contact] = oneOf(words.people, draw())
  const roles = oneOf(
    words.roles[nature].filter(([role]) => fits(role, noted, nature)),
    draw(),
  )
  const role = gender === 'm' ? roles[0] : roles[1]
  const house = String(1 + Math.floor(draw() * 98))
  const street =
    nature === 'commune' ? `${house} place de la Mairie` : oneOf(here.streets, draw()).replace('#', house)
  const [town, code, phones] = oneOf(
    here.towns.filter(
      ([, code]) => nature !== 'commune' || code === (GUADELOUPE.test(bare) ? '+590' : here.towns[0]?.[1]),
    ),
    draw(),
  )
  const fullTown = words.communes[bare] ?? town
  const phone = phoneOf(code, oneOf(phones, draw()), draw)
  const date = dateOf(draw)
  const [sector, answers, sectorOf, sectorBare] = oneOf(words.sectors, draw())
  const number = numberOf(place, here, noted, seed, draw)
  const email = emailOf(bare, person, draw)
  const address = `${street}, ${fullTown}`
  const at = /^\d/.test(street) ? `au ${address}` : `à l’adresse suivante : ${address}`
  const said = { name, number, person, role, address, email }
  return {
    ...{ ...said, form, contact, phone: phone.written },
    ...{ town: townOf(fullTown), sector: oneOf(answers, draw()), date: date.written },
    prose: {
      ...called(name, first, nature, noted, draw()),
      gender,
      nature,
      sectorOf,
      sectorBare,
      at,
      street,
      fullTown,
      named,
    },
    truth: truthOf({ ...said, form: noted, phone: phone.noted, sector, date: date.noted }),
  }
}

/** Of one who trades in a name of their own the first word is the first name. */
const halved = (name: string): readonly [first: string, last: string] => [
  name.split(' ')[0] ?? '',
  name.replace(/^\S+ /, ''),
]

const GUADELOUPE = /Gosier|Trois-Rivières/

/** Who heads what: a limited company has no board, a joint-stock one no manager. */
function fits(role: string, noted: string, nature: Nature): boolean {
  if (nature !== 'company') return true
  const limited = ['SARL', 'EURL', 'SNC', 'SRL'].includes(noted)
  if (/[Gg]érant/.test(role)) return limited
  return !limited || !/^Président|^PDG/.test(role)
}

const townOf = (town: string): string => town.replace(/^(?:[A-Z]+-)?\d+ /, '')

/** Some say their form in their name: « SAS Terre d’Ici », « Studio 47 SARL ». */
function withForm(
  words: Vocabulary,
  bare: string,
  form: string,
  noted: string,
  nature: Nature,
  first: string,
  at: number,
): string {
  if (nature !== 'company' || first in words.inName || form.length > 8 || form.includes('.')) return bare
  if (/^(?:SOCIÉTÉ|Groupe|Ets)/.test(bare)) return bare
  return at < 0.2 ? `${noted} ${bare}` : at < 0.3 ? `${bare} ${noted}` : bare
}

function called(name: string, first: string, nature: Nature, noted: string, at: number) {
  const by = (article: string, rest: string, structureGender: 'm' | 'f') => {
    const the = article + rest
    const of = article === 'le ' ? `du ${rest}` : article === '' ? `${elided(rest)}${rest}` : `de ${the}`
    return { the, of, structureGender }
  }
  if (['GAEC', 'GIE', 'GIP'].includes(first)) return by('le ', name, 'm')
  if (first === 'EARL') return by('l’', name, 'f')
  if (['Commune', 'Fondation', 'Ville', 'CUMA', 'SCOP', 'SOCIÉTÉ'].includes(first))
    return by('la ', name, 'f')
  if (first === 'Groupe') return by('le ', name, 'm')
  if (name !== '' && name.startsWith(`${noted} `)) return by(/^[AE]/.test(noted) ? 'l’' : 'la ', name, 'f')
  const articled = /^(?:Les|Le|La|L’)/.test(name)
  if (nature === 'association')
    return articled || at < 0.6
      ? by(noted === 'ASBL' ? 'l’ASBL ' : 'l’association ', name, 'f')
      : by('', name, 'f')
  if (nature === 'cooperative') return by('la coopérative ', name, 'f')
  if (nature === 'sole') return by('l’entreprise ', name, 'f')
  if (articled || at < 0.45) return by('la société ', name, 'f')
  return at < 0.6 ? by('l’entreprise ', name, 'f') : by('', name, 'f')
}

export const elided = (text: string): string => (/^[aeiouhéèêâîôAEIOUÉÈÊ]/.test(text) ? 'd’' : 'de ')

function emailOf(bare: string, person: string, draw: () => number): string {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/[^A-Za-z0-9 -]/g, '')
      .toLowerCase()
  const words = plain(bare.replaceAll('’', '')).split(/[ -]+/).filter(Boolean)
  const joint = oneOf(['', '-'], draw())
  const host = words
    .filter((word) => word.length > 1 && !['de', 'du', 'des', 'la', 'le', 'les'].includes(word))
    .slice(0, 2)
    .reduce(
      (before, word) =>
        before.length + word.length > 17 && before !== ''
          ? before
          : before === ''
            ? word
            : before + joint + word,
      '',
    )
  const names = plain(person.replaceAll('’', '')).split(' ')
  const initial = `${names[0]?.charAt(0)}.${names.at(-1)}`
  const before = oneOf(['direction', 'accueil', 'bonjour', 'secretariat', 'admin', initial], draw())
  return `${before}@${host}.example`
}

function phoneOf(code: string, pattern: string, draw: () => number): { written: string; noted: string } {
  const national = pattern.replace(/d/g, () => String(Math.floor(draw() * 10)))
  const bare = national.replace(/^0/, '')
  const zero = national.startsWith('0')
  const usual = [
    national,
    national,
    national.replaceAll(' ', ''),
    national.replaceAll(' ', '-'),
    `${code} ${bare}`,
    zero ? `${code} (0)${bare}` : `(${code}) ${bare}`,
    `${code.replace('+', '00')} ${bare}`,
    `(${code}) ${bare.replaceAll(' ', '.')}`,
  ]
  const slashed = national.replace(' ', '/').replaceAll(' ', '.')
  const own = code === '+32' ? [slashed, slashed, national.replace(' ', '/')] : []
  // A local number of six digits is no date: dots and dashes would make it one.
  const safe = code === '+687' ? usual.filter((one) => !/-/.test(one) && !/^\d{6}$/.test(one)) : usual
  return { written: oneOf([...safe, ...own], draw()), noted: `${code}${bare.replaceAll(' ', '')}` }
}

const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const

function dateOf(draw: () => number): { written: string; noted: string } {
  const day = 1 + Math.floor(draw() * 22)
  const two = String(day).padStart(2, '0')
  const first = day === 1 ? '1er' : String(day)
  const weekday = DAYS[(day + 1) % 7] ?? ''
  const written = [
    `${weekday} ${first} novembre 2022`,
    `${first} novembre 2022`,
    `${first} nov. 2022`,
    `${two}-11-2022`,
    `${day}/11/2022`,
    `${two}/11/22`,
    `${day}.11.2022`,
    `${two} novembre 2022`,
  ]
  return { written: oneOf(written, draw()), noted: `2022-11-${two}` }
}

function numberOf(
  place: Place,
  here: ThirdPlace,
  noted: string,
  seed: number,
  draw: () => number,
): [Asked, string] {
  const three = (): string => digits(3, draw)
  switch (place.number) {
    case 'bce': {
      const start = `0${4 + Math.floor(draw() * 4)}${digits(6, draw)}`
      const whole = start + String(97 - (Number(start) % 97)).padStart(2, '0')
      const dotted = whole.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3')
      return ['bce', oneOf([dotted, `BE ${dotted}`, `BE${whole}`], draw())]
    }
    case 'ide': {
      const dotted = `CHE-${1 + Math.floor(draw() * 4)}${digits(2, draw)}.${three()}.${three()}`
      return ['ide', oneOf([dotted, `${dotted} TVA`], draw())]
    }
    case 'ridet':
      return [
        'ridet',
        oneOf([`${digits(1, draw)} ${three()} ${three()}.002`, `${digits(7, draw)}.001`], draw()),
      ]
    case 'tahiti':
      return ['tahiti', `${oneOf(['A', 'B', 'C', 'D', 'E'], draw())}${digits(5, draw)}`]
    default: {
      if (noted === 'association' && draw() < 0.7) {
        const start = here.rna ?? 'W'
        return ['rna', start + (start === 'W' ? digits(9, draw).replace(/^0/, '3') : `1${digits(6, draw)}`)]
      }
      const spaced = siret(100 + ((seed * 7) % 900))
      const bare = spaced.replaceAll(' ', '')
      return ['siret', oneOf([spaced, bare, bare.replace(/^(\d{3})(\d{3})(\d{3})/, '$1.$2.$3.')], draw())]
    }
  }
}
