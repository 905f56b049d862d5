import { expect, it } from 'vitest'
import { bodyDocument } from '../../src/documents/body-document.ts'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { recognise } from '../../src/documents/roles/recognise.ts'
import { WEIGHTS } from '../../src/knowledge/weights.ts'
import { aReading } from './a-reading.ts'
import { aTypedMail } from './a-typed-mail.ts'
import { theCall } from './the-call.ts'

/** What a letter with this sentence is, beside a letter. */
function toldIn(sentence: string): string[] {
  const reading = aReading(
    `Madame,\nPar la présente, Zoé Lin, gérante de la SARL Bois Clair, vous fait connaître sa candidature.\n${sentence}\nVeuillez agréer, Madame, nos salutations.`,
  )
  const fields = fieldsOf('lettre', reading, theCall)
  const { roles } = recognise({ name: 'lettre', reading, fields, isBody: false }, theCall)
  return roles.filter(({ role }) => role === 'project' || role === 'presentation').map(({ role }) => role)
}

it.each([
  'Nous comptions dresser un séchoir pour nos voisins.',
  'Notre entreprise envisagerait de couler du béton bas carbone.',
  'J’ai l’intention d’ouvrir une école de menuiserie.',
  'Ce que nous bâtirons : un séchoir.',
])('means to do something: %s', (sentence) => expect(toldIn(sentence)).toContain('project'))

it.each([
  'Nous souhaitons participer aux échanges et vous adresser nos pièces.',
  'Nous vous transmettrons la suite.',
  'Notre société compte quatre personnes.',
])('means to do nothing but apply: %s', (sentence) => expect(toldIn(sentence)).not.toContain('project'))

it.each(['Qui nous sommes : une scierie de montagne.', 'Qui suis-je ? Un artisan du cuir.'])(
  'a heading that asks who writes presents them: %s',
  (sentence) => expect(toldIn(sentence)).toContain('presentation'),
)

/** The representative that a covering mail gives for sure. */
function representativeIn(text: string): string | undefined {
  const found = bodyDocument(aTypedMail(text), theCall)?.fields ?? []
  return found.find(({ kind, confidence }) => kind === 'representative' && confidence >= WEIGHTS.usable)
    ?.value
}

it('who hands in for others by trade is no representative', () => {
  expect(representativeIn('Je soussigné Luc Faure, notaire, dépose ce dossier.\nLuc Faure')).toBeUndefined()
  expect(representativeIn('Je soussigné Luc Faure, gérant, dépose ce dossier.\nLuc Faure')).toBe('Luc Faure')
})

it('sentences in a language that nobody here reads are told as such', () => {
  const unread =
    'Izahay dia orinasa kely manao mofo any Saint-Benoît nanomboka tamin’ny 2009, miaraka amin’ny mpiasa fito.\n' +
    'Te handray anjara amin’ny polynôme industriel izahay ary hanangana fanamboarana vaovao amin’ny taona 2024 eto.'
  expect(bodyDocument(aTypedMail(unread), theCall)?.otherLanguage).toBe('und')
  const read =
    'Nous sommes une petite boulangerie de Saint-Benoît qui a commencé en 2009 avec une équipe de sept personnes.\n' +
    'Nous voudrions prendre part au polynôme industriel et bâtir un nouvel atelier dans le courant de 2024 ici même.'
  expect(bodyDocument(aTypedMail(read), theCall)?.otherLanguage).toBeUndefined()
})

it('a sector right behind the call’s title is answered, one that is only spoken of is not', () => {
  const sure = (text: string) =>
    fieldsOf('f', aReading(text), theCall).some(
      ({ kind, confidence }) => kind === 'sector' && confidence >= WEIGHTS.usable,
    )
  expect(sure('Mi viny pou lo polynôme industriel, filière logistique.')).toBe(true)
  expect(sure('Nos voisins parlent souvent de la filière logistique.')).toBe(false)
})
