import type { Applicant } from './applicant.ts'
import { oneOf } from './draw.ts'
import type { Layout } from './layouts.ts'
import { type Block, GAP, line } from './sheet.ts'
import type { Vocabulary } from './vocabulary.ts'
import { elided, type Prose } from './worded-applicant.ts'

type One = Applicant & { readonly prose: Prose }
type Draw = () => number

const lower = (text: string): string =>
  /^[A-ZÉ]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const vowel = (text: string): boolean => /^[aeiouéèê]/i.test(text)

function articled(one: One): string {
  const role = lower(one.role)
  return vowel(role) ? `l’${role}` : `${one.prose.gender === 'm' ? 'le' : 'la'} ${role}`
}

/** A sentence or line with what it says of one applicant; `known` is the number behind its label. */
function filled(template: string, one: One, known = ''): string {
  const { prose } = one
  const role = lower(one.role)
  const values: Readonly<Record<string, string>> = {
    ...{
      person: one.person,
      role,
      name: one.name,
      form: one.form,
      address: one.address,
      number: one.number[1],
    },
    ...{ street: prose.street, fullTown: prose.fullTown, town: one.town, phone: one.phone },
    ...{ email: one.email, date: one.date, Role: one.role, LeRole: capital(articled(one)) },
    ...{ the: prose.the, The: capital(prose.the), of: prose.of, at: prose.at, sectorOf: prose.sectorOf },
    known,
    sector: prose.sectorBare,
    civ: prose.gender === 'm' ? 'M.' : 'Mme',
    deRole: elided(role) + role,
    leRole: articled(one),
    sonRole: `${prose.gender === 'm' || vowel(role) ? 'son' : 'sa'} ${role}`,
  }
  return template
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, prose.gender === 'm' ? '$1' : '$2')
    .replace(/<([^|>]*)\|([^>]*)>/g, prose.structureGender === 'm' ? '$1' : '$2')
    .replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
}

const numberLine = (words: Vocabulary, one: One, draw: Draw): string =>
  `${oneOf(words.labels[one.number[0]], draw())} : ${one.number[1]}`

const lines = (texts: readonly string[], one: One, known?: string): Block[] =>
  texts.map((text) => (text === '' ? GAP : line(filled(text, one, known))))

/** From the addressee to the greeting. */
function above({ letters }: Vocabulary, one: One, draw: Draw): Block[] {
  const to = lines(oneOf(letters.addressees, draw()), one)
  const dated = lines([oneOf(letters.dated, draw())], one)
  const subject = line(oneOf(letters.subjects, draw()))
  return [...to, GAP, ...dated, GAP, subject, GAP, line(oneOf(letters.greetings, draw())), GAP]
}

function texts({ letters }: Vocabulary, one: One, draw: Draw): readonly string[] {
  // Who works alone has nobody of theirs, and an associate is one of several.
  const alone = one.prose.nature === 'sole' || one.prose.nature === 'farm'
  const openings = letters.openings.filter(
    (said) => !alone || !/Notre \{role|sonRole|membres du bureau|L’équipe/.test(said),
  )
  return [
    filled(oneOf(openings, draw()), one),
    oneOf(letters.bodies, draw()),
    oneOf(letters.closings, draw()),
  ]
}

const signed = ({ letters }: Vocabulary, one: One, draw: Draw): Block[] =>
  lines(oneOf(letters.signings, draw()), one)

function justifiedLetter(words: Vocabulary): Layout {
  return ({ one: made, draw }) => {
    const one = withProse(made)
    const paragraph = (text: string): Block[] => [{ kind: 'paragraph', text, justified: true }, GAP]
    const known = numberLine(words, one, draw)
    const head = lines(oneOf(words.letters.heads, draw()), one, known)
    const upper = above(words, one, draw)
    const body = texts(words, one, draw).flatMap(paragraph)
    return [...head, GAP, ...upper, ...body, ...signed(words, one, draw)]
  }
}

function letterhead(words: Vocabulary): Layout {
  return ({ one: made, draw }) => {
    const one = withProse(made)
    const known = numberLine(words, one, draw)
    const sign = oneOf(words.letters.signs, draw())
    const feet = words.letters.feet.filter(([first]) => first !== '{form} {name}' || isShort(one))
    const upper = above(words, one, draw)
    const body = texts(words, one, draw).flatMap((text): Block[] => [{ kind: 'paragraph', text }, GAP])
    const end = signed(words, one, draw)
    const foot = oneOf(feet, draw()).map((text) => filled(text, one, known))
    return [line(one.name, true), GAP, ...upper, ...body, ...end, { kind: 'foot', text: foot.join(sign) }]
  }
}

/** A form that may stand before a name that does not have it yet. */
const isShort = (one: One): boolean => one.form.length < 9 && !one.name.includes(one.form)

function withProse(one: Applicant): One {
  if (one.prose === undefined) throw new Error('an applicant of such a part has prose')
  return { ...one, prose: one.prose }
}

export const lettersIn = (words: Vocabulary): Readonly<Record<string, Layout>> => ({
  'justified letter': justifiedLetter(words),
  letterhead: letterhead(words),
})
