import type { Applicant } from './applicant.ts'
import { oneOf } from './draw.ts'
import type { Layout } from './layouts.ts'
import { type Block, GAP, line } from './sheet.ts'
import { elided, type Prose } from './third-applicant.ts'
import { THIRD_BODIES, THIRD_CLOSINGS, THIRD_LABELS, THIRD_OPENINGS } from './third-pools.ts'

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

function filled(template: string, one: One): string {
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
    ...{ the: prose.the, The: capital(prose.the), of: prose.of, at: prose.at, sectorOf: prose.sectorOf },
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

const numberLine = (one: One, draw: Draw): string =>
  `${oneOf(THIRD_LABELS[one.number[0]], draw())} : ${one.number[1]}`

function dated(one: One, draw: Draw): Block {
  return line(
    oneOf(
      [
        `À ${one.town}, le ${one.date}`,
        `Fait à ${one.town}, le ${one.date}`,
        `${one.town}, ce ${one.date}`,
        `Le ${one.date}, à ${one.town}`,
        `${one.town}, le ${one.date}`,
      ],
      draw(),
    ),
  )
}

function addressed(draw: Draw): Block[] {
  const whole = [
    ['Monsieur le Président de la CIREST', '28 rue des Tamarins', '97470 Saint-Benoît'],
    ['CIREST', 'Service Développement économique', '28 rue des Tamarins', '97470 SAINT-BENOÎT'],
    ['À Madame Sheila Dayal', 'CIREST', '28, rue des Tamarins', '97470 Saint-Benoît', 'La Réunion'],
  ]
  return oneOf(whole, draw()).map((text) => line(text))
}

function subject(draw: Draw): Block {
  return line(
    oneOf(
      [
        'Objet : candidature à l’appel à manifestation d’intérêt « polynôme industriel »',
        'Concerne : appel à manifestation d’intérêt Territoires d’industrie – lettre d’intention',
        'OBJET : Manifestation d’intérêt – projet Territoires d’industrie',
        'Objet : notre candidature',
      ],
      draw(),
    ),
  )
}

const greeting = (draw: Draw): Block =>
  line(
    oneOf(
      ['Monsieur le Président,', 'Mesdames, Messieurs,', 'Bonjour,', 'Madame,', 'Madame, Monsieur,'],
      draw(),
    ),
  )

function signed(one: One, draw: Draw): Block[] {
  const ways = [
    [one.person, one.role],
    [`${capital(articled(one))},`, one.person],
    [`Pour ${one.prose.the},`, one.person, one.role],
    [`${one.person}, ${lower(one.role)}`],
    [`${capital(articled(one))}`, '', one.person],
  ]
  return oneOf(ways, draw()).map((text) => (text === '' ? GAP : line(text)))
}

function head(one: One, draw: Draw): Block[] {
  const number = numberLine(one, draw)
  const ways = [
    [one.name, `${one.form} – ${number}`, one.address, `Téléphone : ${one.phone} – E-mail : ${one.email}`],
    [
      one.name,
      one.prose.street,
      one.prose.fullTown,
      `Tél. ${one.phone}`,
      one.email,
      `${one.form}, ${number}`,
    ],
    [one.name, one.form, `Siège social : ${one.address}`, `Tél : ${one.phone} / Mail : ${one.email}`, number],
    [`${one.name} - ${one.form}`, one.address, number, one.phone, one.email],
  ]
  return oneOf(ways, draw()).map((text) => line(text))
}

function texts(one: One, draw: Draw): readonly string[] {
  // Who works alone has nobody of theirs, and an associate is one of several.
  const alone = one.prose.nature === 'sole' || one.prose.nature === 'farm'
  return [
    filled(
      oneOf(
        THIRD_OPENINGS.filter((said) => !alone || !/Notre \{role|sonRole/.test(said)),
        draw(),
      ),
      one,
    ),
    oneOf(THIRD_BODIES, draw()),
    oneOf(THIRD_CLOSINGS, draw()),
  ]
}

const justifiedLetter: Layout = ({ one: made, draw }) => {
  const one = withProse(made)
  const paragraph = (text: string): Block[] => [{ kind: 'paragraph', text, justified: true }, GAP]
  return [
    ...[...head(one, draw), GAP, ...addressed(draw), GAP, dated(one, draw), GAP, subject(draw), GAP],
    ...[greeting(draw), GAP, ...texts(one, draw).flatMap(paragraph), ...signed(one, draw)],
  ]
}

const letterhead: Layout = ({ one: made, draw }) => {
  const one = withProse(made)
  const number = numberLine(one, draw)
  const sign = oneOf([' | ', ' • ', ' - '], draw())
  const feet = [
    [`${one.name}, ${one.form}`, `Siège social : ${one.address}`, `Tél. ${one.phone}`, one.email, number],
    [one.name, one.address, `T : ${one.phone}`, `E : ${one.email}`, one.form, number],
    [`${one.form} ${one.name}`, number, one.address, one.phone, one.email],
  ].filter((_, index) => index < 2 || (one.form.length < 9 && !one.name.includes(one.form)))
  return [
    ...[line(one.name, true), GAP, ...addressed(draw), GAP, dated(one, draw), GAP, subject(draw), GAP],
    ...[
      greeting(draw),
      GAP,
      ...texts(one, draw).flatMap((text): Block[] => [{ kind: 'paragraph', text }, GAP]),
    ],
    ...signed(one, draw),
    { kind: 'foot', text: oneOf(feet, draw()).join(sign) },
  ]
}

function withProse(one: Applicant): One {
  if (one.prose === undefined) throw new Error('an applicant of the third part has prose')
  return { ...one, prose: one.prose }
}

export const THIRD_LETTERS: Readonly<Record<string, Layout>> = {
  'justified letter': justifiedLetter,
  letterhead,
}
