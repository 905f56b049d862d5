import { expect, it } from 'vitest'
import { languageOfLabels } from '../../src/documents/text/label-languages.ts'
import { pagesOfText } from '../../src/documents/text/page.ts'

it.each([
  [
    'de',
    ['Bezeichnung der Einrichtung: Atelier', 'Anschrift: 1 rue Haute', 'Telefon: 0692', 'Datum: 1.2.2022'],
  ],
  ['en', ['Name of the organisation: Atelier', 'Job title: manager', 'E-mail address: a@b.example']],
  ['es', ['Nombre de la entidad: Atelier', 'Cargo: gerente', 'Fecha: 1/2/2022']],
  ['nl', ['Naam van de organisatie: Atelier', 'Functie: directeur', 'Handtekening: A. B.']],
  [null, ['Nom de la structure : Atelier', 'Qualité : gérante', 'Adresse : 1 rue Haute', 'Date : 1/2/2022']],
  // Two of them are chance, and so are three in a form that asks in French.
  [null, ['Telefon: 0692', 'Datum: 1.2.2022', 'Atelier Bambou']],
  [null, ['Telefon : 1', 'Datum : 2', 'Anschrift : 3', 'Qualité : 4', 'Téléphone : 5', 'Courriel : 6']],
  // What begins like a label and goes on is a sentence.
  [null, ['Cargo ships come here', 'Fecha la puerta', 'Sector elegido por todos los demás']],
])('a form that asks in %s is told by its labels', (language, lines) => {
  expect(languageOfLabels(pagesOfText(lines.join('\n')))).toBe(language)
})
