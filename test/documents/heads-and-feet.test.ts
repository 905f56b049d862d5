import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { aReading } from './a-reading.ts'
import { theCall } from './the-call.ts'

const BODY = 'Madame,\n\nNous souhaitons prendre part à la démarche.'
const france = { ...theCall, territory: { countries: ['FR'], places: [] } }
function best(text: string): Record<string, string> {
  const told: Record<string, string> = {}
  for (const { kind, value, confidence } of fieldsOf('p', aReading('', { pages: pagesOfText(text) }), france))
    if (confidence >= 0.5) told[kind] ??= value
  return told
}

describe('the head of a letter', () => {
  it('names who writes where it comes again in a sentence, or as the house of an e-mail address', () => {
    const other = 'Les devis ont été demandés à la société Murs Neufs.'
    expect(best(`Rive & Dune\n\n${BODY} ${other} Rive & Dune emploie six personnes.`)['name']).toBe(
      'Rive & Dune',
    )
    expect(best(`Rive & Dune\ncontact@rivedune.example\n\n${BODY} ${other}`)['name']).toBe('Rive & Dune')
  })

  it('is no name where it is the town of a date', () => {
    const dated = `Brest, le 9 novembre 2022\n\n${BODY} Notre siège est au 3 rue Haute, 29200 Brest.\nFait à Brest`
    expect(best(dated)['name']).toBeUndefined()
    expect(best(dated.replace(', le 9 novembre 2022', ''))['name']).toBeUndefined()
  })

  it('is no name where it says what the letter is, and whoever signs is a person', () => {
    expect(best(`Lettre de candidature\n\n${BODY}\nLettre de candidature`)['name']).toBeUndefined()
    const signed = `Ana Petit\n\n${BODY} L’association Rive et Dune est née en 2010.\n\nAna Petit\nPrésidente`
    expect(best(signed)).toMatchObject({ name: 'Rive et Dune', representative: 'Ana Petit' })
  })

  it('gives a legal form that is a part of it, and a way over its town, whatever the way is called', () => {
    const head = 'Rive & Dune\nSociété par actions simplifiée unipersonnelle\nLe Bourg\n29200 Brest'
    expect(best(`${head}\n\n${BODY}`)).toMatchObject({
      legal_form: 'SASU',
      postal_address: 'Le Bourg, 29200 Brest',
    })
  })

  it('gives neither of an addressee, nor of a list of forms', () => {
    expect(best(`Madame la Présidente\nLe Bourg\n29200 Brest\n\n${BODY}`)['postal_address']).toBeUndefined()
    expect(best(`SARL | SAS | SCIC\n\n${BODY}`)['legal_form']).toBeUndefined()
  })

  it('bears whatever stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (lines) => {
        best(`${lines.join('\n')}\n29200 Brest`)
      }),
    )
  })
})
