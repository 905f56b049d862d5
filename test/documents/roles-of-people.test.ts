import { expect, it } from 'vitest'
import { bareRole } from '../../src/documents/fields/persons.ts'

it.each([
  ['présidente de l’association Industrie Est Formation', 'présidente'],
  ["gérant de l'entreprise individuelle", 'gérant'],
  ['directeur général de la coopérative', 'directeur général'],
  ['trésorière du groupement', 'trésorière'],
  ['cheffe de projet', 'cheffe de projet'],
  ['directrice de la communication', 'directrice de la communication'],
  ['Directeur général adjoint', 'Directeur général adjoint'],
  ['Exploitante agricole', 'Exploitante agricole'],
  ['Responsable administrative et financière', 'Responsable administrative et financière'],
  ['Gérante de la société Alpha', 'Gérante'],
  ['Présidente depuis 2019', 'Présidente'],
  ['présidente et je certifie', 'présidente'],
  ['Directrice à Lyon', 'Directrice'],
])('« %s » is « %s »', (written, role) => {
  expect(bareRole(written)).toBe(role)
})
