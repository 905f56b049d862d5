import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateInWords,
  dayInWords,
  momentInWords,
  octets,
  typographic,
} from '../../src/acknowledgement/french.ts'
import { Day } from '../../src/base/day.ts'
import { type Instant, instantFromEpoch } from '../../src/base/instant.ts'
import { dateIn, dayIn, hourIn, momentIn, zoneNameIn } from '../../src/language/moments.ts'
import { bytesIn, counted, countIn, listedIn } from '../../src/language/speaking.ts'
import { typeset } from '../../src/language/typography.ts'
import { languageNamed } from '../../src/settings/language-files.ts'

const [fr, en, de, es, nl] = ['fr', 'en', 'de', 'es', 'nl'].map(languageNamed) as [
  ReturnType<typeof languageNamed>,
  ReturnType<typeof languageNamed>,
  ReturnType<typeof languageNamed>,
  ReturnType<typeof languageNamed>,
  ReturnType<typeof languageNamed>,
]
const AT = '2022-12-01T13:05:09.000Z' as Instant
const REUNION = { zone: 'Indian/Reunion', zoneLabel: 'heure de La Réunion' }
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ')
const instants = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) })
  .map((milliseconds) => instantFromEpoch(milliseconds))
const zones = fc.constantFrom('Indian/Reunion', 'Europe/Paris', 'America/Cayenne', 'Pacific/Marquesas', 'UTC')

describe('a moment', () => {
  it.each([
    [fr, 'jeudi 1er décembre 2022 à 17 h 05 min 09 s, heure de La Réunion (UTC+4)'],
    [en, 'Thursday 1 December 2022 at 17:05:09, heure de La Réunion (UTC+4)'],
    [de, 'Donnerstag, 1. Dezember 2022, 17:05:09 Uhr, heure de La Réunion (UTC+4)'],
    [es, 'jueves 1 de diciembre de 2022 a las 17:05:09 h, heure de La Réunion (UTC+4)'],
    [nl, 'donderdag 1 december 2022 om 17:05:09 uur, heure de La Réunion (UTC+4)'],
  ])('is written as its language writes it', (language, words) => {
    expect(plain(momentIn(language, AT, REUNION))).toBe(words)
  })

  it('in French is as staff’s pages write it, whenever and wherever it is', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const deadline = { zone, zoneLabel: 'heure locale' }
        expect(momentIn(fr, instant, deadline)).toBe(momentInWords(instant, deadline))
        expect(dayIn(fr, instant, zone)).toBe(dayInWords(instant, zone))
        const day = Day.parse(instant.slice(0, 10))
        expect(dateIn(fr, day)).toBe(dateInWords(day))
      }),
    )
  })

  it('has hours of two figures, and of the halves of the day where a language wants them', () => {
    const early = '2022-12-01T04:05:09.000Z' as Instant
    const british = { ...en, time: { ...en.time, hour: '{hour12}' as typeof en.time.hour } }
    expect(hourIn(en, early, 'UTC')).toBe('04:05')
    expect(plain(hourIn(british, AT, REUNION.zone))).toBe('5 pm')
    expect(plain(hourIn(fr, early, 'UTC'))).toBe('4 h 05')
  })

  it('names a zone by no hour of summer or winter', () => {
    expect(zoneNameIn(de, 'Europe/Paris')).toBe('Mitteleuropäische Zeit')
    expect(zoneNameIn(en, 'Europe/Paris')).toBe('Central European Time')
  })
})

describe('signs and numbers', () => {
  it('in French are set as staff’s pages set them, whatever was typed', () => {
    const typed = fc.array(fc.constantFrom('l', "'", ' ', '«', '»', ':', ';', '?', '!', '\u00A0', 'é'))
    fc.assert(
      fc.property(typed, (signs) => {
        expect(typeset(signs.join(''), fr)).toBe(typographic(signs.join('')))
      }),
    )
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(bytesIn(fr, count)).toBe(octets(count))
      }),
    )
  })

  it('in other languages are left as they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', ':', ';', '«', '»') }), (text) => {
        for (const language of [en, de, es, nl]) expect(typeset(text, language)).toBe(text)
      }),
    )
  })

  it('have the plurals of their language', () => {
    const more = (language: typeof fr, count: number): string =>
      plain(counted(language, language.letters.files.more, count, {}))
    expect(more(fr, 1)).toBe('… et 1 autre fichier, conservé de même.')
    expect(more(en, 2)).toBe('… and 2 other files, kept likewise.')
    expect(plain(bytesIn(en, 312_004))).toBe('312,004 bytes')
    expect(plain(bytesIn(de, 1))).toBe('1 Byte')
    expect(counted(de, de.letters.law.silence.months, 1, { number: countIn(de, 1) })).toBe('einen Monat')
    expect(countIn(fr, 16)).toBe('seize')
    expect(countIn(fr, 17)).toBe('17')
    expect(listedIn(es, ['a', 'b', 'c'])).toBe('a, b y c')
  })
})
