import type { Call } from '../../src/call/call.ts'
import { PROJECT_IDEAS } from '../../src/knowledge/project-ideas.ts'
import { siret } from '../demo/pieces.ts'
import type { Paper, Written } from './a-mail.ts'

/** So many words and more are a text, whatever they say. */
const PADDING =
  'Le reste de cette page se lit comme une page ordinaire, sans autre idée que celle-là. '.repeat(4)

/** Papers that show weights which no mail of `probes` touches, or touches only from one side. */
export function probesOfPapers(call: Call): readonly (readonly [id: string, written: Written])[] {
  const paper = (text: string, parts: Partial<Paper> = {}): Written => ({
    subject: 'Dossier',
    text: 'Bonjour',
    papers: [{ name: 'piece.pdf', text, ...parts }],
  })
  const [sector] = call.sectors
  const [strong = ''] = call.recognition.strong
  const signed = (value: string): NonNullable<Paper['formValues']> => [
    { name: 'Signature', label: 'Signature', type: 'signature', value, page: 1 },
  ]
  return [
    [
      'few small words',
      paper('The kiln of Ash Hill bakes tiles, bricks, pots, bowls, jugs, cups, plates. '.repeat(8)),
    ],
    [
      'no language',
      paper('Koru bano tesk limo vandu perst the olak smire fanto gild rusk pern tolmi. '.repeat(8)),
    ],
    ['three candidates', paper('Candidat\tSIRET\tNote\nAlpha\t1\t11\nBeta\t2\t12\nGamma\t3\t9')],
    [
      'two numbers in a table',
      { ...paper(`Alpha\t${siret(7)}\nBeta\t${siret(8)}`), subject: `Candidature ${strong}` },
    ],
    [
      'applies in prose',
      {
        subject: `Candidature ${strong}`,
        text: `Nous manifestons notre intérêt. Je soussignée, Camille Perrin, présidente de l’association Les Ruches, sise 4 rue des Tilleuls, 63000 Clermont. Nous joindre : 04 73 11 22 33, contact@ruches.example. SIRET 732 829 320 00074.`,
      },
    ],
    ['title of a memo', paper(`Mémo projet\nLe calendrier suit. Le budget aussi. ${PADDING}`)],
    [
      'title of a memo with every idea',
      paper(
        `Mémo projet\n${PROJECT_IDEAS.entries.map(({ example }) => example).join(' ')} ${PADDING.repeat(3)}`,
      ),
    ],
    [
      'ticked boxes',
      paper(`☒ SARL ☐ SAS\n☒ ${sector?.label ?? ''} ☐ autre\nFait à Lens, le 3 novembre 2022`),
    ],
    [
      'likely',
      paper(
        `Lens, le 3 novembre 2022\nNous rejoignons la filière ${sector?.synonyms[0] ?? ''} avec joie.\nQualité : cheville ouvrière`,
      ),
    ],
    ['second name', paper('Sigle : RDP\nN° SIRET : 732 829 320 00074')],
    ['signed control', paper('Une page.', { formValues: signed('verified') })],
    ['drawn signature', paper('Une page.', { formValues: signed('drawn') })],
    ['signature that does not hold', paper('Une page.', { formValues: signed('unverified') })],
    [
      'misread number of a scan',
      paper('Nom de la structure : Les Ruches\nN° SIRET : 732 829 320 00075', { recognised: 0.8 }),
    ],
    ['number to come', paper('Nom de la structure : Les Ruches\nN° SIRET : en cours d’immatriculation')],
    ['half a name', paper('Nom du dirigeant : PERRIN\nNom de la structure : Les Ruches')],
  ]
}
