import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentsOf, type ReadAttachment } from '../../src/documents/documents-of.ts'
import { applicantShown } from '../../src/dossier/applicant.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { aSubmission } from '../dossier/a-submission.ts'
import { aReading } from './a-reading.ts'
import { ANY, aTypedMail } from './a-typed-mail.ts'

const example = (name: string) =>
  readCall(resolve(import.meta.dirname, `../../config/calls/examples/${name}.yaml`)).call
const persons = example('recrutement-personne')
const organisations = example('subvention-locale-vie-associative')

const CV = (head: string) =>
  `${head}\nExpériences professionnelles\n2021 : SARL Dupont, gérante : Mme Odile Dupont\nFormation\nBPJEPS, 2019\nCompétences\nBotanique`
const LETTER = (name: string) =>
  `Objet : candidature au poste\nMadame, Monsieur,\nVotre annonce a retenu mon attention et je souhaite rejoindre votre équipe.\nVeuillez agréer, Madame, Monsieur, mes salutations distinguées.\n${name}`

function names(from: string | null, texts: readonly string[], call = persons) {
  const sender = from === null ? [] : [{ name: from, address: 'x@courrier.example' }]
  const mail = aTypedMail('Voici ma candidature.', { from: sender })
  const readings = texts.map((text, index): ReadAttachment => {
    const name = `${index}.pdf`
    const attachment = {
      index,
      name,
      declaredType: 'application/pdf',
      inline: false,
      contentId: null,
      bytes: 9_000,
      sha256: ANY,
    }
    return { attachment, files: [{ name, bytes: 9_000, sha256: ANY, reading: aReading(text) }] }
  })
  const documents = documentsOf(mail, call, readings)
  const found = documents.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'name'))
  const sure = [...new Set(found.filter(({ confidence }) => confidence >= 0.5).map(({ value }) => value))]
  return { sure: sure.toSorted(), shown: applicantShown([aSubmission({ documents })]).name }
}

describe('the name of a person who applies', () => {
  it.each([
    [
      'a form',
      null,
      ['Bulletin\nNom et prénom : Lina Forest\nTéléphone : 06 11 22 33 44'],
      ['Lina Forest'],
      'Lina Forest',
    ],
    ['a curriculum’s head alone', null, [CV('Léa Morin')], [], 'Léa Morin'],
    ['a letter’s end alone', null, [LETTER('Tom Blanc')], [], 'Tom Blanc'],
    ['the sender alone', 'Jules Picard', [CV('Curriculum vitae')], [], 'Jules Picard'],
    [
      'a curriculum and the sender, in another order',
      'MORIN Léa',
      [CV('Léa Morin')],
      ['Léa Morin', 'MORIN Léa'],
      'Léa Morin',
    ],
    [
      'a curriculum and a letter',
      null,
      [CV('Aïcha Benali'), LETTER('Aïcha Benali')],
      ['Aïcha Benali'],
      'Aïcha Benali',
    ],
    ['two that disagree: each is for a person to verify', 'Paul Roux', [CV('Léa Morin')], [], 'Paul Roux'],
    ['no structure over the mail', 'Ressources humaines', [CV('Curriculum vitae')], [], null],
  ])('is told by %s', (_, from, texts, sure, shown) => {
    expect(names(from, texts)).toEqual({ sure, shown })
  })

  it('is not looked for where only organisations apply', () => {
    expect(names('Jules Picard', [CV('Léa Morin')], organisations).shown).not.toBe('Jules Picard')
  })
})
