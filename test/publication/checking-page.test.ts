import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPageSources } from '../../src/app/page-sources.ts'
import { CallId } from '../../src/base/ids.ts'
import type { Call } from '../../src/call/call.ts'
import type { Language } from '../../src/language/language.ts'
import { FRENCH_STATEMENT } from '../../src/publication/accessibility.ts'
import { checkingPage, speechIn } from '../../src/publication/checking-page.ts'
import { type Publication, publicationOf } from '../../src/publication/publication.ts'
import { languageNamed, languagesKnown } from '../../src/settings/language-files.ts'
import { textsWithin, wordsIn } from '../language/texts-within.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { earlier, GIVEN, type Given, signer } from './a-check.ts'

interface Line {
  readonly state: string
  readonly title: string
  readonly text: string
  readonly detail?: string
}
interface Result {
  readonly verdict: Line
  readonly lines: readonly Line[]
}
type Check = (given: Given & { published: object; speech: object }) => Promise<Result>

/** A piece of the page’s program, as browsers run it. */
const piece = async (name: string): Promise<Record<string, unknown>> =>
  await import(join(import.meta.dirname, '../../src/publication/page', name))
const check = (await piece('check.js'))['check'] as Check
const impossible = (await piece('reasons.js'))['impossible'] as (reason: string, speech: object) => Result
const sources = await readPageSources()
const before = JSON.parse(readFileSync(resolve(import.meta.dirname, 'french-of-before.json'), 'utf8')) as {
  pages: Record<'published' | 'bare', string>
  results: Record<string, readonly string[]>
  reasons: Record<string, readonly [string, string]>
}

const French = languageNamed('fr')
const ADDRESS = 'https://www.interco.example/ami/verifier.html'
const call: Call = {
  ...sampleCall,
  acknowledgement: { ...sampleCall.acknowledgement, checkingPage: ADDRESS },
}
const speaking = (letters: Language, ...beside: Language[]): Call => ({
  ...call,
  speech: { letters, beside, translates: null },
})
const published = (one: Call): Publication => publicationOf([one], signer, [earlier])
const bare = (one: Call): Publication => ({
  authority: one.authority.name,
  address: null,
  keys: [],
  calls: [one],
})
const keys = published(call).keys.map(({ id, publicPem, isCurrent }) => ({ id, pem: publicPem, isCurrent }))
const resultOf = (name: string, speech: object): Promise<Result> =>
  check({ ...(GIVEN[name] as Given), published: { authority: call.authority.name, keys }, speech })
const speechOf = (language: Language, one = speaking(language)): object => speechIn(language, published(one))

/** What is read on a page, without its program. */
function readOn(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .replace(/[ \n]+/g, ' ')
    .trim()
}
const shown = ({ verdict, lines }: Result): readonly string[] =>
  [verdict, ...lines].map(({ state, title, text, detail }) =>
    [state, title, text, ...(detail === undefined ? [] : [detail])].join(' | '),
  )

const { speech: _, ...ownWords } = call
/** Names of files and of whoever stamps, which no language changes. */
const NAMES = 'pdf interco example cle horodateur'
const OWN = textsWithin(ownWords).join(' ')
/** Words that only French sentences have; what the call says, and what the law is called, are their own. */
function frenchIn(text: string, language: Language): readonly string[] {
  const other = wordsIn([...textsWithin(language), OWN, NAMES].join(' '))
  const french = wordsIn(textsWithin([French.page, French.letters]).join(' '))
  return [...wordsIn(text)].filter((word) => french.has(word) && !other.has(word))
}
const LANGUAGES = languagesKnown().map(languageNamed)
const OTHERS = LANGUAGES.filter(({ id }) => id !== 'fr')

describe('in French', () => {
  const straight = (text: string): string => text.replaceAll('’', "'")

  it('the page says, to the letter, what it said before languages were data', () => {
    expect(readOn(checkingPage(sources, published(call)))).toBe(before.pages.published)
    expect(readOn(checkingPage(sources, bare(call)))).toBe(before.pages.bare)
  })

  it.each(Object.keys(GIVEN))('so does the result: %s', async (name) => {
    const lines = shown(await resultOf(name, speechOf(French)))
    expect(lines.map(straight)).toEqual(before.results[name]?.map(straight))
  })

  it('so does every reason, and no other is there', () => {
    const { again, whichKey, ...reasons } = French.page.reasons
    expect(Object.keys(reasons)).toEqual(Object.keys(before.reasons))
    for (const [name, [title, text]] of Object.entries(before.reasons)) {
      const { verdict } = impossible(name, speechOf(French))
      expect([verdict.title, verdict.text]).toEqual([`Impossible de vérifier\u00A0: ${title}`, text])
    }
  })

  it('the statement of accessibility is the staff’s', () => {
    expect(French.page.accessibility).toMatchObject(FRENCH_STATEMENT)
  })
})

describe.each(OTHERS.map((language) => [language.id, language] as const))('in %s', (id, language) => {
  it('the whole page is, with nothing of another language but what the call itself says', () => {
    for (const make of [published, bare]) {
      const html = checkingPage(sources, make(speaking(language)))
      const text = readOn(html)
      expect(html).toContain(`<html lang="${id}">`)
      expect(frenchIn(text, language)).toEqual([])
      expect(text).not.toMatch(/[{}]|undefined|null\b| [;:!?»]|« /)
      expect(text).toContain('loi n° 2005-102 du 11 février 2005')
      expect(html).not.toContain('<nav')
    }
  })

  it('each result is the one that French has, in its own words', async () => {
    const names = Object.keys(GIVEN)
    for (const name of names) {
      const [french, own] = await Promise.all([
        resultOf(name, speechOf(French)),
        resultOf(name, speechOf(language)),
      ])
      const states = ({ verdict, lines }: Result) => [verdict, ...lines].map(({ state }) => state)
      expect(states(own), name).toEqual(states(french))
      const text = shown(own).join('\n')
      expect(frenchIn(text, language), name).toEqual([])
      expect(text, name).not.toMatch(/[{}]|undefined|null\b|"/)
    }
  })

  it('each reason is, and the browser’s own are', () => {
    for (const reason of Object.keys(before.reasons)) {
      const { verdict } = impossible(reason, speechOf(language))
      expect(frenchIn(`${verdict.title} ${verdict.text}`, language), reason).toEqual([])
      expect(verdict.text, reason).not.toMatch(/[{}]/)
    }
  })

  it('offered beside French it stands whole in the page, and what the call says is marked as French', () => {
    const html = checkingPage(sources, published(speaking(French, language)))
    const [own = '', beside = ''] = html.split(`<template id="in-${id}">`)
    expect(html).toContain('<html lang="fr">')
    expect(own).toContain(
      `<li><a id="${id}" href="#${id}" lang="${id}" hreflang="${id}">${language.name}</a></li>`,
    )
    expect(own).toContain('<a id="fr" href="#fr" lang="fr" hreflang="fr" aria-current="true">')
    expect(own).toContain(`<p lang="${id}">${language.page.result.notStarted}</p>`)
    expect(beside).toContain('<p class="authority" lang="fr">')
    expect(beside).toContain(`aria-label="${language.page.choose}"`)
    const text = readOn(beside.split('</template>')[0] ?? '').replace('français', '')
    expect(frenchIn(text, language)).toEqual([])
  })
})

it('a sentence that is left in French is seen, on the page as in a result', async () => {
  const english = languageNamed('en')
  const careless: Language = {
    ...english,
    page: { ...english.page, results: French.page.results, meaning: French.page.meaning },
  }
  const text = readOn(checkingPage(sources, published(speaking(careless))))
  expect(frenchIn(text, english)).toContain('prouve')
  expect(frenchIn(shown(await resultOf('changed', speechOf(careless))).join(' '), english)).toContain('mal')
})

it('of whichever result in whichever language, every place is filled and no file’s name is taken for one', async () => {
  const language = fc.constantFrom(...LANGUAGES)
  const names = fc.constantFrom('a {count} b.pdf', '{name}', '$&.pdf', 'devis : final ; 2.pdf', '{again}.odt')
  await fc.assert(
    fc.asyncProperty(language, names, fc.constantFrom('un', 'autre'), async (one, name, content) => {
      const given: Given = { ...(GIVEN['right'] as Given), files: [new File([content], name)] }
      const result = await check({
        ...given,
        published: { authority: 'A {text}', keys },
        speech: speechOf(one),
      })
      const line = result.lines.find(({ title }) => title.startsWith(name))
      expect(line?.state).toBe(content === 'un' ? 'right' : 'wrong')
      const left = shown(result).join('\n').replaceAll(name, '').replaceAll('A {text}', '')
      expect(left).not.toMatch(/[{}]|undefined/)
    }),
  )
})

it('calls of several languages share a page: the first one’s opens it, each tells every call', () => {
  const [fr, en, de] = ['fr', 'en', 'de'].map(languageNamed) as [Language, Language, Language]
  const other = { ...speaking(en, de), id: CallId.parse('english-call'), title: 'Public art' }
  const publication = publicationOf([speaking(fr), other], signer, [])
  const html = checkingPage(sources, publication)
  expect(html.match(/<template id="in-\w\w">/g)).toEqual(['<template id="in-en">', '<template id="in-de">'])
  expect(speechIn(de, publication)).toMatchObject({
    calls: [
      { titleIn: 'fr' },
      { title: 'Public art', titleIn: 'en', zoneLabel: expect.stringMatching(/zeit/i) },
    ],
  })
  const own = { ...sampleCall.languages, texts: { en: { title: 'Our call', labels: {} } } }
  expect(speechIn(en, publicationOf([{ ...speaking(fr, en), languages: own }], signer, []))).toMatchObject({
    calls: [expect.not.objectContaining({ titleIn: 'fr' })],
  })
})

it('the hour is said as each language says it, to the second', async () => {
  const at = async (id: string) => (await resultOf('right', speechOf(languageNamed(id)))).lines[1]?.text
  const plain = async (id: string) => (await at(id))?.replace(/[\u00A0\u202F]/g, ' ')
  expect(await plain('en')).toBe('Tuesday 22 November 2022 at 18:03:11 (heure de La Réunion)')
  expect(await plain('de')).toBe('Dienstag, 22. November 2022, 18:03:11 Uhr (heure de La Réunion)')
  expect(await plain('es')).toBe('martes 22 de noviembre de 2022, 18:03:11 (heure de La Réunion)')
  expect(await plain('nl')).toBe('dinsdag 22 november 2022, 18:03:11 (heure de La Réunion)')
  const halves = {
    ...languageNamed('en'),
    page: { ...languageNamed('en').page, moment: '{hour12} {minute} {second} {day} {zone}' },
  }
  const shownAt = (await resultOf('right', speechOf(halves))).lines[1]?.text
  expect(shownAt).toMatch(/^6\u00A0pm 03 11 /)
})

it('the pieces of the program are one, and no two of them have a name for different things', () => {
  const names = sources.scripts.flatMap((text) =>
    [...text.matchAll(/^(?:export )?(?:async )?(?:function|const|let) (\w+)/gm)].map((match) => match[1]),
  )
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
