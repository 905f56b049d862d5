import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { linesOfText } from '../../src/documents/text/page.ts'
import { WEIGHTS } from '../../src/knowledge/weights.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

/** Who engages the structure, and what they are, as far as it is sure. */
function told(lines: readonly string[]) {
  const pages = [{ number: 1, lines: linesOfText(lines.join('\n')) }]
  const fields = fieldsOf('pièce', aReading('', { pages }), theCall)
  const best = (kind: string) =>
    fields.find((field) => field.kind === kind && field.confidence >= WEIGHTS.usable)?.value ?? null
  return { representative: best('representative'), role: best('role') }
}

const LEADS = ['Représentant légal : Ana Petit', 'Qualité : Présidente']
const CONTACT = ['Personne à contacter : Guy Blin', 'Fonction : Chargé de mission', 'Tél. : 0262 59 77 87']

describe('what a contact is', () => {
  it.each([
    ['after who engages the structure', [...LEADS, ...CONTACT]],
    ['before', [...CONTACT, ...LEADS]],
    [
      'under a heading',
      [
        ...['LE REPRÉSENTANT LÉGAL', 'Nom : Petit', 'Prénom : Ana', 'Fonction : Présidente', ''],
        ...['PERSONNE À CONTACTER', 'Nom : Blin', 'Prénom : Guy', 'Fonction : Chargé de mission'],
      ],
    ],
    [
      'under a heading that comes first',
      [
        ...['CONTACT', 'Nom et prénom : Guy Blin', 'Fonction : Chargé de mission', ''],
        ...['REPRÉSENTANT LÉGAL', 'Nom et prénom : Ana Petit', 'Fonction : Présidente'],
      ],
    ],
    ['though it is a director’s', [...LEADS, 'Contact : Guy Blin', 'Fonction : Directeur général']],
  ])('is not what the representative is: %s', (_, lines) => {
    expect(told(['Nom de la structure : Toile', ...lines])).toEqual({
      representative: 'Ana Petit',
      role: 'Présidente',
    })
  })

  it('is shown in no role where the representative’s own is not told', () => {
    expect(told(['Représentant légal : Ana Petit', ...CONTACT])).toEqual({
      representative: 'Ana Petit',
      role: null,
    })
  })

  it('ends with the question about them: « Fonction du contact » is one', () => {
    const lines = ['Fonction du contact : Assistante', 'Nom : Petit', 'Prénom : Ana', 'Fonction : Trésorière']
    expect(told(lines)).toEqual({ representative: 'Ana Petit', role: 'Trésorière' })
  })
})
