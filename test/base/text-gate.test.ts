import { expect, it } from 'vitest'
import { plainText } from '../../src/base/text-gate.ts'

it.each<[what: string, written: string, read: string]>([
  ['a soft hyphen', 'manifes\u00ADtation', 'manifestation'],
  ['one at the end of a line', 'notre inté\u00AD\nrêt pour\nl’appel', 'notre intérêt\npour\nl’appel'],
  ['the last word of a line split', 'un inté\u00AD\r\nrêt', 'un intérêt\n'],
  ['zero-width signs and a byte order mark', '\uFEFFcandi\u200Bda\u2060ture', 'candidature'],
  ['marks of direction', '\u202Aéligible\u202C\u200E', 'éligible'],
  ['ligatures of letters', 'ﬁlière, oﬀre, aﬃche, ﬆatut', 'filière, offre, affiche, statut'],
  ['wide letters and digits', 'ＳＩＲＥＴ：７３２', 'SIRET:732'],
  ['bold letters of mathematics', '𝐀𝐌𝐈 𝟐𝟎𝟐𝟔', 'AMI 2026'],
  ['accents beside their letters', 'e\u0301nergie', 'énergie'],
  ['spaces that do not break', '10\u202F000\u00A0€', '10 000 €'],
  ['hyphens that do not break', 'Bras\u2011Panon', 'Bras-Panon'],
  ['line ends of all kinds', 'a\r\nb\rc\u2028d\ve', 'a\nb\nc\nd\ne'],
  ['a box with a selector of its look', '☑\uFE0F Énergie', '☑ Énergie'],
])('%s is put aside', (_, written, read) => {
  expect(plainText(written)).toBe(read)
})

it.each(['m²', '1 ½', '№ 4', '1ª', 'n° 12', '☐ ☒ ✓', 'L’Œuvre – « été » — 5 €', 'a\tb\nc', 'ZAC № ①'])(
  '%s keeps its meaning',
  (text) => {
    expect(plainText(text)).toBe(text)
  },
)
