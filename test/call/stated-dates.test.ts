import { expect, it } from 'vitest'
import { weekdayFaults } from '../../src/call/stated-dates.ts'
import { languageNamed } from '../../src/settings/language-files.ts'
import { sampleCall } from '../mail/sample-call.ts'

const faultsOf = (text: string, letters = 'fr'): readonly string[] =>
  weekdayFaults({
    ...sampleCall,
    speech: { ...sampleCall.speech, letters: languageNamed(letters) },
    published: { ...sampleCall.published, statedDates: [{ text, where: 'section 4' }] },
  })

it.each([
  ['vendredi 1er mai 2026', 'fr'],
  ['jeudi 20 août 2026', 'fr'],
  ['Thursday 15 October 2026', 'fr'],
  ['Thursday, 15th October 2026', 'en'],
  ['Donnerstag, 15. Oktober 2026', 'de'],
  ['jueves 15 de octubre de 2026', 'es'],
])('« %s » is a date of a call whose letters are in %s', (text, letters) => {
  expect(faultsOf(text, letters)).toEqual([])
})

it.each([
  ['vendredi 15 octobre 2026', 'fr', 'that day is a jeudi'],
  ['Friday 15 October 2026', 'fr', 'that day is a Thursday'],
  ['Freitag 15 Oktober 2026', 'de', 'that day is a Donnerstag'],
  ['Donnerstag, 15. Oktober 2026', 'fr', 'is not a date'],
  ['15 octobre', 'fr', 'is not a date'],
])('« %s » is told of, where letters are in %s', (text, letters, fault) => {
  expect(faultsOf(text, letters)).toEqual([expect.stringContaining(fault)])
})
