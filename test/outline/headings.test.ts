import { expect, it } from 'vitest'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { outlineOf } from '../../src/outline/outline.ts'

function readIn(text: string, key: string): unknown {
  return outlineOf(pagesOfText(text)).proposed.find(({ path }) => path.join('.') === key)?.value
}

/** What stands above a title, and lines that only look like it. */
it.each([
  ['VILLE DE SABLONVILLE\nDirection de la culture\nUne fresque pour la halle', 'Une fresque pour la halle'],
  ['Communiqué du 3 mars 2026\nAppel à projets Jardins', 'Appel à projets Jardins'],
  ['Communiqué de presse\nSablonville, ville jardin 2026', 'Sablonville, ville jardin 2026'],
  [
    'Mairie de Rivebelle\n12 rue des Lilas, 59998 Rivebelle\nTél. : 01 99 00 11 22\nLes halles revivent',
    'Les halles revivent',
  ],
  ['À Rivebelle, le 3 mars 2026\nUn kiosque à louer', 'Un kiosque à louer'],
  ['Ville de Sablonville : appel à projets Jardins', 'Ville de Sablonville : appel à projets Jardins'],
  ['Budget participatif de la ville de Rivebelle', 'Budget participatif de la ville de Rivebelle'],
  [
    'Commune de Rivebelle recherche projets pour la halle',
    'Commune de Rivebelle recherche projets pour la halle',
  ],
])('of « %s » the title is « %s »', (text, title) => {
  expect(readIn(text, 'title')).toBe(title)
})

it.each([
  [
    'La communauté de communes du Val d’Orne lance un appel à projets.',
    'Communauté de communes du Val d’Orne',
  ],
  ['La ville de L’Isle-Verte lance un appel à projets.', 'Ville de L’Isle-Verte'],
  ['La ville de Rivebelle d’une main ferme lance un appel.', 'Ville de Rivebelle'],
])('in « %s » the authority is « %s »', (text, name) => {
  expect(readIn(`Jardins partagés 2026\n${text}`, 'authority.name')).toBe(name)
})

it.each([
  ['Applications close on Thursday 15 October 2026.', 'Thursday 15 October 2026'],
  ['Dossiers à déposer avant le jeudi 15 octobre 2026.', 'jeudi 15 octobre 2026'],
])('« %s » states « %s », in its own language', (text, stated) => {
  expect(readIn(`Jardins partagés 2026\n${text}`, 'published.statedDates.0')).toMatchObject({ text: stated })
})

it.each([
  [
    'Call for ideas\nThe town of Sablonville invites associations with an idea for the old market hall to send it by mail.',
    'en',
  ],
  [
    'Appel à idées\nLa ville de Sablonville invite les associations qui ont une idée pour la halle à la lui envoyer par courriel.',
    undefined,
  ],
  ['Call for ideas', undefined],
])('letters are in the language of the text, where that is not French: %s', (text, language) => {
  expect(readIn(text, 'languages.letters')).toBe(language)
})
