import { expect, it } from 'vitest'
import { labelAt } from '../../src/documents/text/labels.ts'
import { LABEL_TAILS } from '../../src/knowledge/label-tails.ts'
import { LABEL_ENTRIES } from '../../src/knowledge/labels.ts'

it.each(LABEL_ENTRIES)('%s: its example is one, what is unlike it is not', (kind, { example, unlike }) => {
  expect(labelAt(`${example} :`)).toMatchObject({ kind, rest: '', separated: true })
  expect(labelAt(`${unlike} :`)?.kind).not.toBe(kind)
})

it.each(LABEL_TAILS)('a tail, $id: it asks for nothing else', ({ example, unlike }) => {
  expect(labelAt(`${example} :`)).toMatchObject({ rest: '', separated: true })
  expect(labelAt(example)?.rest).toBe('')
  // What stands before a value without a sign between them is none.
  expect(labelAt(`${example} Toile`)?.rest).not.toBe('Toile')
  const [head = ''] = unlike.split(' ')
  expect(labelAt(unlike)?.kind === labelAt(head)?.kind && labelAt(unlike)?.rest === '').toBe(false)
})

it.each([
  ['Nom de la société ou de l’association', 'name'],
  ['Dénomination / raison sociale', 'name'],
  ['Raison sociale et sigle', 'name'],
  ['Nom de l’établissement ou de l’enseigne', 'name'],
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
  ['Numéro unique d’identification (SIRET)', 'siret'],
  ['N° d’enregistrement au répertoire national des associations', 'rna'],
  ['N° d’identification (IDE)', 'other_number'],
  ['Nom commercial et dénomination sociale du candidat', 'name'],
  ['Rue, n°, NPA et localité', 'postal_address'],
  ['Domicile ou siège social', 'postal_address'],
  ['Personne physique ayant le pouvoir d’engager le candidat', 'representative'],
  ['Filière sélectionnée', 'sector'],
  ['Titre (1)', 'role'],
  ['Date et signature', 'signature'],
  ['Filière, 2e choix', 'sector'],
  ['Name of the representative', 'representative'],
  ['Representative’s full name', 'representative'],
  ['Name des Vertreters', 'representative'],
  ['Name, Vorname des gesetzlichen Vertreters', 'representative'],
  ['Nombre y apellidos del representante', 'representative'],
  ['Naam van de vertegenwoordiger', 'representative'],
  ['Position of the representative', 'role'],
  ['Position in the organisation', 'role'],
  ['Funktion im Unternehmen', 'role'],
  ['Cargo del representante', 'role'],
  ['En calidad de', 'role'],
  ['Functie van de vertegenwoordiger', 'role'],
  ['Field of activity', 'sector'],
  ['Ausgewählter Bereich', 'sector'],
  ['Sector al que se presenta', 'sector'],
  ['Gekozen sector', 'sector'],
  ['Rechtsverbindliche Unterschrift', 'signature'],
  ['Firma y sello', 'signature'],
  ['Handtekening vertegenwoordiger', 'signature'],
  ['Ort und Datum', 'place_and_date'],
])('%s asks for %s', (label, kind) => {
  expect(labelAt(`${label} :`)).toMatchObject({ kind, rest: '' })
})
