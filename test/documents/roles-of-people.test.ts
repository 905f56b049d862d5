import { expect, it } from 'vitest'
import { bareRole } from '../../src/documents/fields/persons.ts'

it.each([
  ['présidente de l’association Industrie Est Formation', 'présidente'],
  ["gérant de l'entreprise individuelle", 'gérant'],
  ['directeur général de la coopérative', 'directeur général'],
  ['trésorière du groupement', 'trésorière'],
  ['cheffe de projet', 'cheffe de projet'],
  ['directrice de la communication', 'directrice de la communication'],
])('« %s » is « %s »', (written, role) => {
  expect(bareRole(written)).toBe(role)
})
