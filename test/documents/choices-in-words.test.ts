import { expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { WEIGHTS } from '../../src/knowledge/weights.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

/** The sectors that a form chooses in these lines, those that a person has to verify with « ? ». */
function chosen(lines: string): string {
  const text = `Formulaire de candidature\nNom de la structure : SARL Bois Rouge\n${lines}\nFait à Saint-André`
  const found = fieldsOf('form', aReading(text), theCall).filter(({ kind }) => kind === 'sector')
  const told = found.map(({ value, confidence }) => (confidence < WEIGHTS.usable ? `${value}?` : value))
  return told.toSorted().join(' ')
}

const LETTERED = 'a) le numérique\nb) l’énergie\nc) la logistique\nd) l’agroalimentaire\ne) l’environnement'
const BARE = 'A numérique  B énergie  C logistique  D agroalimentaire  E environnement'
const COMMAS = 'numérique, énergie, logistique, agroalimentaire, environnement'

it.each([
  [`Secteur retenu\n${LETTERED}\nMa réponse : e)`, 'environnement'],
  [`Secteur retenu\n${LETTERED}\nLettre retenue … b`, 'energie'],
  [`Filière (une lettre) : ${BARE}\nLettre : C`, 'logistique'],
  ['Filière\n1 - Le numérique\n2 - L’énergie\n3 - La logistique\nNuméro choisi : 2', 'energie'],
  ['Au titre de quelle filière candidatez-vous ?\nLa logistique', 'logistique'],
])('%s', (lines, sector) => expect(chosen(lines)).toBe(sector))

it.each([
  [`Secteur retenu\n${LETTERED}`, ''],
  [`Secteur retenu\n${LETTERED}\nMa réponse : ……`, ''],
  [`Filière : ${COMMAS}`, ''],
  ['Filière : numérique - énergie - logistique - agroalimentaire - environnement', ''],
  ['Filière :\nI numérique\nII énergie\nIII logistique\nIV agroalimentaire\nV environnement', ''],
])('a list without a choice chooses nothing: %s', (lines) => expect(chosen(lines)).toBe(''))

it.each([
  [`Filière : ${COMMAS.replace('logistique', 'logistique ✓')}`, 'logistique'],
  [`Filière : ${COMMAS.replace('logistique', '✗ logistique')}`, 'logistique'],
  [`Filière : ✓ ${COMMAS}`, 'numerique'],
  [`Filière : ${COMMAS.replace('énergie, logistique', 'énergie ✓ logistique')}`, 'energie? logistique?'],
])('a mark between commas is of the word it touches: %s', (lines, sector) =>
  expect(chosen(lines)).toBe(sector),
)

it.each([
  ['Filière :\n( ) numérique   (V) énergie\n( ) logistique', 'energie'],
  ['Filière : [ ] numérique [v] énergie [ ] logistique', 'energie'],
  ['Filière :\nnumérique\nénergie\nv logistique', 'logistique'],
])('a V is typed for a tick: %s', (lines, sector) => expect(chosen(lines)).toBe(sector))

it.each([
  ['Filière : *numérique* énergie logistique environnement', 'numerique?'],
  ['Filière : -numérique- énergie -logistique- -environnement-', 'energie?'],
  [`Filière : ${COMMAS.replace('logistique', 'LOGISTIQUE')}`, 'logistique?'],
])('what is written otherwise than the others may be chosen: %s', (lines, sector) =>
  expect(chosen(lines)).toBe(sector),
)

it('an answer that says nothing here leaves all in doubt', () => {
  expect(chosen(`Filière\n${LETTERED}\nRéponse : la troisième`)).toContain('logistique?')
})
