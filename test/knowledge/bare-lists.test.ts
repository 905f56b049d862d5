import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { postcodesOf } from '../../src/call/territory.ts'
import { nameAtStart } from '../../src/documents/fields/structure-names.ts'
import { phonesIn } from '../../src/documents/identifiers/phones.ts'
import { labelAt } from '../../src/documents/text/labels.ts'
import { languageOf, languageOfMail } from '../../src/documents/text/language.ts'
import { namesAgree } from '../../src/dossier/names.ts'
import { isOfEverybody } from '../../src/knowledge/mail-providers.ts'
import { callWordsIn, vocabularyOf } from '../../src/mail/call-words.ts'
import { sampleCall } from '../mail/sample-call.ts'

/** Lists whose entries are their own examples: what they say is pinned, so that none is dropped unseen. */
const words = z.array(z.string())
const pinned = z
  .object({
    labels: z.record(z.string(), z.record(z.string(), z.string())),
    labelTails: words,
    everywhere: words,
    domains: words,
    smallWords: z.record(z.string(), words),
    mailWords: z.record(z.string(), words),
    nameEnds: words,
    nameJoints: words,
    ofAnyCall: words,
    leftOut: words,
    ofAnyStructure: words,
    structureNouns: words,
    frenchRegions: words,
  })
  .parse(JSON.parse(readFileSync(new URL('examples.json', import.meta.url), 'utf8')))

describe.each(Object.entries(pinned.labels))('%s', (_, examples) => {
  it.each(Object.entries(examples))('a label asks for %s', (kind, example) => {
    expect(labelAt(`${example} :`)).toMatchObject({ kind, rest: '' })
  })
})

it.each(pinned.labelTails)('label-tails.ts LABEL_TAILS: « %s » asks for nothing else', (example) => {
  expect(labelAt(example)?.rest).toBe('')
})

describe.each([
  ['EVERYWHERE', pinned.everywhere.map((label) => `${label}.example`)],
  ['DOMAINS', pinned.domains],
])('mail-providers.ts %s', (_, domains) => {
  it.each(domains)('%s gives addresses to everybody, who is named like it does not', (domain) => {
    expect(isOfEverybody(domain)).toBe(true)
    expect(isOfEverybody(`atelier-${domain}`)).toBe(false)
  })
})

const NO_WORD = 'zxq'
const said = (...some: readonly string[]): string =>
  [...some, ...Array(20).fill(NO_WORD)].slice(0, 20).join(' ')

describe.each(Object.entries(pinned.smallWords))('languages.ts SMALL_WORDS.%s', (code, list) => {
  const own = list.filter(
    (word) =>
      !Object.entries(pinned.smallWords).some(([other, some]) => other !== code && some.includes(word)),
  )

  it.each(list)('%s', (word) => {
    const [companion = ''] = own.filter((one) => one !== word)
    expect(languageOf(said(word, word, companion, companion))).toBe(code)
    expect(languageOf(said(`${word}${NO_WORD}`, `${word}${NO_WORD}`, companion, companion))).toBeNull()
  })
})

describe.each(Object.entries(pinned.mailWords))('languages.ts MAIL_WORDS.%s', (code, list) => {
  const others = Object.entries({ ...pinned.mailWords })
    .filter(([other]) => other !== code)
    .flatMap(([other, some]) => [...some, ...(pinned.smallWords[other] ?? [])])
  const own = list.filter((word) => !others.includes(word))

  it.each(list)('%s', (word) => {
    const [first = '', second = ''] = own.filter((one) => one !== word)
    expect(languageOfMail(`${first} ${word} ${second}`)).toBe(code)
    expect(languageOfMail(`${first} ${word}${NO_WORD} ${second}`)).toBeNull()
  })
})

it.each(pinned.nameEnds)('name-ends.ts NAME_ENDS: a name ends before « %s »', (word) => {
  expect(nameAtStart(`Fil et Toile ${word} Brest`, 'words')).toBe('Fil et Toile')
  expect(nameAtStart(`Fil et Toile ${NO_WORD}${word} Brest`, 'words')).not.toBe('Fil et Toile')
})

it.each(pinned.nameJoints.map((word) => (word === 'a' ? 'à' : word)))(
  'name-ends.ts NAME_JOINTS: « %s » joins a name',
  (word) => {
    expect(nameAtStart(`Atelier ${word} Ponant`, 'capitals')).toBe(`Atelier ${word} Ponant`)
    expect(nameAtStart(`Atelier ${word}`, 'capitals')).toBe('Atelier')
  },
)

it.each(pinned.structureNouns)(
  'legal-forms.ts STRUCTURE_NOUNS: « %s » takes what tells which one',
  (noun) => {
    const title = noun.charAt(0).toUpperCase() + noun.slice(1)
    expect(nameAtStart(`${title} libre Ponant`, 'capitals')).toBe(`${title} libre Ponant`)
    expect(nameAtStart(`${title}${NO_WORD} libre Ponant`, 'capitals')).toBe(`${title}${NO_WORD}`)
  },
)

it.each(pinned.ofAnyCall)('empty-words.ts OF_ANY_CALL: « %s » tells no call from another', (word) => {
  const vocabulary = vocabularyOf({ ...sampleCall, title: `${word} ${word}${NO_WORD}` })
  expect(vocabulary).toContain(`${word}${NO_WORD}`)
  expect(vocabulary).not.toContain(word)
})

it.each(pinned.leftOut)('empty-words.ts LEFT_OUT: a phrase is found without its « %s »', (word) => {
  const recognition = { ...sampleCall.recognition, strong: [`Chantiers ${word} Ponant`] }
  const found = (text: string): number => callWordsIn(text, { ...sampleCall, recognition }).strong.length
  expect(found('Nos Chantiers Ponant')).toBe(1)
  expect(found(`Nos Chantiers ${NO_WORD} Ponant`)).toBe(0)
})

it.each(pinned.ofAnyStructure)('empty-words.ts OF_ANY_STRUCTURE: « %s » tells none from another', (word) => {
  expect(namesAgree(`Copra ${word}`, 'Copra Ponant')).toBe(true)
  expect(namesAgree(`Copra ${word}${NO_WORD}`, 'Copra Ponant')).toBe(false)
})

function isPostcode(code: string, country: string): boolean {
  const codes = postcodesOf({ territory: { countries: [country], places: [] } })
  return [...`rue de Fer, ${code} Ville`.matchAll(codes)].length > 0
}

it.each([
  ['FR', '29200', '00200'],
  ['BE', '5000', '0500'],
  ['CH', '1004', '0104'],
  ['LU', '1234', '0234'],
  ['DE', '10115', '1011'],
  ['ES', '28001', '78001'],
  ['IT', '00100', '0010'],
  ['MC', '98000', '97000'],
  ['CA', 'H2X 1Y4', '29200'],
])('places-and-streets.ts POSTCODES: in %s %s is one, %s is none', (country, code, other) => {
  expect(isPostcode(code, country)).toBe(true)
  expect(isPostcode(other, country)).toBe(false)
})

it.each(pinned.frenchRegions)(
  'places-and-streets.ts FRENCH_REGIONS: %s has postcodes of France',
  (region) => {
    expect(isPostcode('29200', region)).toBe(true)
    expect(isPostcode('00200', region)).toBe(false)
  },
)

it.each([
  ['FR', '02 98 44 11 22'],
  ['RE', '0262 50 11 22'],
  ['YT', '0269 61 11 22'],
  ['GP', '0590 82 11 22'],
  ['MQ', '0596 60 11 22'],
  ['GF', '0594 30 11 22'],
])(
  'places-and-streets.ts FRENCH_REGIONS: telephones of %s are read where no country is named',
  (_, written) => {
    expect(phonesIn(`Tél. ${written}`)).toHaveLength(1)
  },
)
