import { expect, it } from 'vitest'
import { labelAt } from '../../src/documents/text/labels.ts'
import { LABEL_ENTRIES } from '../../src/knowledge/labels.ts'

it.each(LABEL_ENTRIES)('%s: its example is one, what is unlike it is not', (kind, { example, unlike }) => {
  expect(labelAt(`${example} :`)).toMatchObject({ kind, rest: '', separated: true })
  expect(labelAt(`${unlike} :`)?.kind).not.toBe(kind)
})

it.each([
  ['Nom de la société ou de l’association', 'name'],
  ['Dénomination / raison sociale', 'name'],
  ['Raison sociale et sigle', 'name'],
  ['Identité du demandeur', 'name'],
  ['Entité porteuse du projet', 'name'],
  ['Nom, prénom et qualité du signataire', 'representative'],
  ['Nom du responsable légal', 'representative'],
  ['Représentant(e) légal(e)', 'representative'],
  ['Personne à contacter pour le projet', 'contact'],
  ['Nom de la personne à contacter', 'contact'],
  ['Dossier suivi par', 'contact'],
  ['Nature juridique', 'legal_form'],
  ['Forme', 'legal_form'],
  ['N° RCS Lyon', 'siren'],
  ['NPA / Localité', 'town'],
])('%s asks for %s', (label, kind) => {
  expect(labelAt(`${label} :`)).toMatchObject({ kind, rest: '' })
})
