import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { linesOfText } from '../../src/documents/text/page.ts'
import { WEIGHTS } from '../../src/knowledge/weights.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

const numbers = (text: string, recognised?: number) => {
  const page = { number: 1, lines: linesOfText(text), ...(recognised === undefined ? {} : { recognised }) }
  return fieldsOf('pièce', aReading('', { pages: [page] }), theCall).filter(({ kind }) =>
    /^(siret|siren|rna)$/.test(kind),
  )
}

describe('a number of another register, where ours is asked for', () => {
  it.each([
    ['Numéro d’entreprise (BCE) : 0541.787.321', '0541.787.321'],
    ['N° SIRET : BE 0403.019.261', 'BE 0403.019.261'],
    ['SIRET : CHE-116.281.710', 'CHE-116.281.710'],
    ['IDE/UID : CHE-102.879.920', 'CHE-102.879.920'],
    ['N° RIDET : 1 077 991.001', '1 077 991.001'],
    ['SIRET : 1 077 991.001', '1 077 991.001'],
    ['N° TAHITI : B57445', 'B57445'],
    ['SIRET : D32587', 'D32587'],
    ['Notre société est inscrite au RIDET sous le numéro 1 077 991.001 depuis 2014.', '1 077 991.001'],
    ['Toile – SRL – BCE 0403.019.261 – Rue de Fer 24, 5000 Namur', '0403.019.261'],
  ])('« %s »', (text, value) => {
    const found = numbers(text)
    expect(found).toMatchObject([{ kind: 'siret', value, elsewhere: true }])
    expect(found[0]?.confidence).toBeLessThan(WEIGHTS.usable)
  })

  it.each([
    'N° SIRET : 732 829 320 00074',
    'Tél. : 0692.123.456',
    'Capital social : 1 077 991 euros',
    'N° RIDET : en cours d’attribution',
    'Identifiant : toile@example.example',
  ])('« %s » is none', (text) => {
    expect(numbers(text).filter(({ elsewhere }) => elsewhere === true)).toEqual([])
  })

  it('makes nothing else of its page doubtful', () => {
    const text = 'Immatriculation au RIDET : 3909 102.001\nNom de la structure : La Fabrique à Bocaux'
    const page = { number: 1, lines: linesOfText(text), recognised: 0.93 }
    const name = fieldsOf('pièce', aReading('', { pages: [page] }), theCall).find(
      ({ kind }) => kind === 'name',
    )
    expect(name?.confidence).toBeGreaterThan(WEIGHTS.fields.likely)
  })
})
