import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forbiddenExpressions, missingMentions } from '../../src/acknowledgement/mentions.ts'
import { isAcknowledgement, SAMPLES, sampleLetter, sampleOf } from '../../src/acknowledgement/samples.ts'
import type { Call } from '../../src/call/call.ts'
import { translated } from '../../src/call/translated.ts'
import type { Language } from '../../src/language/language.ts'
import { callParagraph } from '../../src/publication/paragraph.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { languageNamed, languagesKnown } from '../../src/settings/language-files.ts'
import { textsWithin, wordsIn } from '../language/texts-within.ts'

const FOLDER = resolve(import.meta.dirname, '../../config/calls')
const CALLS = [FOLDER, join(FOLDER, 'examples')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readCall(join(folder, name)).call] as const),
)
const IN_FRENCH = CALLS.filter(([, { speech }]) => speech.letters.id === 'fr')
const IN_OTHERS = CALLS.filter(([, { speech }]) => speech.letters.id !== 'fr')
const FRENCH = languageNamed('fr')
const OTHERS = languagesKnown().filter((id) => id !== 'fr')

const KEY = { id: 'abcd'.repeat(16), publicPem: '', isCurrent: true }

/** What the law calls itself, and a name of the applicant’s files. */
const TITLES =
  'code des relations entre le public et l’administration, article code de justice administrative Commission nationale de l’informatique et des libertés recours gracieux Notre candidature www cnil fr recepisse premier accuse exemple formulaire lettre presentation projet dossier annexe'

/** Words that only French sentences have, of a text in another language; what the call itself says is its own. */
function frenchIn(text: string, call: Call, language: Language): readonly string[] {
  const { speech: _, ...own } = call
  const other = wordsIn([...textsWithin(language), ...textsWithin(own), TITLES].join(' '))
  const french = wordsIn(textsWithin([FRENCH.letters, FRENCH.paragraph]).join(' '))
  return [...wordsIn(text)].filter((word) => french.has(word) && !other.has(word))
}
const spoken = (call: Call, id: string): Call => ({
  ...call,
  speech: { ...call.speech, beside: [languageNamed(id)] },
})
const ABOVE = '{nothing below}'
/** What stands under a letter, of both its parts. */
const below = (
  call: Call,
  { text, html }: ReturnType<typeof sampleLetter>,
  { letters, locale }: Language,
) => ({
  text: (text.split(letters.beside.title.toLocaleUpperCase(locale))[1] ?? ABOVE).replace(/\s+/g, ' '),
  html: (html.split(`<h2>${letters.beside.title}`)[1] ?? ABOVE).replace(/<[^>]+>/g, ' '),
  call,
})

it('a sentence that is left in French is seen, whatever else is right', () => {
  const call = CALLS[0]?.[1] as Call
  const english = languageNamed('en')
  const careless = { ...english, letters: { ...english.letters, files: FRENCH.letters.files } }
  const letter = sampleLetter({ ...call, speech: { ...call.speech, beside: [careless] } }, 'link', 'en')
  expect(frenchIn(below(call, letter, english).text, call, english)).toContain('empreinte')
})

describe.each(IN_FRENCH)('the letters of %s', (_, call) => {
  it.each(OTHERS)('say in %s, below, all that they say, and not a word of French', (id) => {
    const language = languageNamed(id)
    const into = translated(spoken(call, id), language)
    for (const name of SAMPLES) {
      const letter = sampleLetter(spoken(call, id), name, id)
      const said = below(call, letter, language)
      expect(frenchIn(said.text, into, language), `${name} in ${id}`).toEqual([])
      expect(said.text, name).not.toMatch(/[{}]|undefined|null\b/)
      expect(said.html, name).not.toMatch(/[{}]|undefined/)
      expect(said.text.replaceAll('“RECEPISSE”', ''), name).not.toMatch(/"/)
      expect(letter.headers['Content-Language']).toBe(`fr, ${id}`)
      expect(letter.html).toContain(`<div lang="${id}">`)
      expect(forbiddenExpressions(letter.text, [FRENCH, language])).toEqual([])
      if (!isAcknowledgement(name)) continue
      const input = sampleOf(call, name)
      expect(missingMentions(letter, input), name).toEqual([])
      expect(missingMentions(letter, { ...input, call: into }), `${name} in ${id}`).toEqual([])
    }
  })

  it('stand alone where the applicant wrote in none of its languages, and begin as they would', () => {
    for (const name of SAMPLES) {
      const alone = sampleLetter(call, name)
      const under = sampleLetter(spoken(call, 'en'), name, 'en')
      expect(sampleLetter(spoken(call, 'en'), name, 'it').text).toBe(alone.text)
      expect(sampleLetter(spoken(call, 'en'), name, 'fr')).toEqual(alone)
      const start = under.text.indexOf(alone.text)
      expect(under.text.slice(0, start).replace(/\s+/g, ' ')).toBe(
        `${languageNamed('en').letters.beside.below} `,
      )
      expect(under.text.slice(start + alone.text.length)).not.toContain('RECEPISSE-----')
      expect({ ...under, text: '', html: '', subject: '', headers: {} }).toEqual({
        ...alone,
        text: '',
        html: '',
        subject: '',
        headers: {},
      })
    }
  })

  it.each(OTHERS)(
    'are announced in %s too, where the call is published, with all that the law wants said',
    (id) => {
      const language = languageNamed(id)
      const into = translated(spoken(call, id), language)
      const { text, html } = callParagraph(spoken(call, id), KEY)
      const said = below(call, { ...sampleLetter(call, 'complete'), text, html }, language).text
      expect(frenchIn(said, into, language)).toEqual([])
      for (const named of [
        call.acknowledgement.from,
        call.mailbox.address,
        call.service.email,
        'R. 112-11-3',
      ])
        expect(said).toContain(named)
      expect(html).toContain(`<div lang="${id}">`)
      const alone = callParagraph(call.speech.beside.length === 0 ? call : spoken(call, 'fr'), KEY).text
      expect(text.startsWith(alone)).toBe(true)
    },
  )

  it.each(OTHERS)('are whole in %s as well, where that is the call’s own', (id) => {
    const language = languageNamed(id)
    const own: Call = { ...call, speech: { letters: language, beside: [FRENCH], translates: null } }
    for (const name of SAMPLES) {
      const letter = sampleLetter(own, name)
      expect(frenchIn(letter.text, own, language), name).toEqual([])
      expect(letter.html).toContain(`<html lang="${id}">`)
      expect(letter.headers['Content-Language']).toBe(id)
      if (isAcknowledgement(name)) expect(missingMentions(letter, sampleOf(own, name)), name).toEqual([])
      const french = sampleLetter(own, name, 'fr')
      expect(french.text).toContain('TRADUCTION EN FRANÇAIS')
      expect(french.text).toContain('fait foi')
    }
  })
})

describe.each(IN_OTHERS)('the letters of %s, whose own language is another', (_, call) => {
  const own = call.speech.letters

  it('are in that language, without a word of French', () => {
    for (const name of SAMPLES) {
      const letter = sampleLetter(call, name)
      expect(frenchIn(letter.text, call, own), name).toEqual([])
      expect(letter.html).toContain(`<html lang="${own.id}">`)
      if (isAcknowledgement(name)) expect(missingMentions(letter, sampleOf(call, name)), name).toEqual([])
    }
  })

  it.each(call.speech.beside.map((language) => [language.id, language] as const))(
    'have a translation into %s below, with all that the law wants said',
    (id, language) => {
      const into = translated(call, language)
      for (const name of SAMPLES) {
        const letter = sampleLetter(call, name, id)
        expect(letter.headers['Content-Language']).toBe(`${own.id}, ${id}`)
        expect(letter.html).toContain(`<div lang="${id}">`)
        const said = below(call, letter, language)
        expect(said.text, name).not.toMatch(/[{}]|undefined|null\b/)
        if (id !== 'fr') expect(frenchIn(said.text, into, language), name).toEqual([])
        if (isAcknowledgement(name))
          expect(missingMentions(letter, { ...sampleOf(call, name), call: into }), name).toEqual([])
      }
    },
  )

  it('are announced in each of them where the call is published', () => {
    const { text, html } = callParagraph(call, KEY)
    expect(text).toContain(own.paragraph.title.toLocaleUpperCase(own.locale))
    for (const { id } of call.speech.beside) expect(html).toContain(`<div lang="${id}">`)
  })
})
