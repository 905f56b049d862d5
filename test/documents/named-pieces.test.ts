import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../src/call/call.ts'
import { Piece } from '../../src/call/piece.ts'
import { fieldsOf } from '../../src/documents/fields/fields.ts'
import { unreadRoles } from '../../src/documents/roles/name-hints.ts'
import { recognise } from '../../src/documents/roles/recognise.ts'
import type { Page } from '../../src/documents/text/page.ts'
import { linesOfText } from '../../src/documents/text/page.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { aReading } from './a-reading.ts'

const { call } = readCall(
  resolve(import.meta.dirname, '../../config/calls/examples/subvention-locale-vie-associative.yaml'),
)

const FORM =
  'Dossier de demande de subvention\nNom de la structure : Foyer rural\nForme juridique : Association\nN° RNA : W383012345\nReprésentant légal : Mme Jeanne Rivoire\nTéléphone : 04 76 00 11 22\nCourriel : foyer@foyer.example'
const STATUTES =
  'Statuts\nArticle 1 - Dénomination\nArticle 2 - Objet : animer la vie locale par des projets et des actions partagées\nArticle 3 - Membres'
const LETTER =
  'Vallombreuse, le 2 mars 2026\nMadame la Maire,\nJe soussignée Jeanne Rivoire, présidente de l’association Foyer rural, manifeste par la présente notre intérêt pour les initiatives locales.\nVeuillez agréer, Madame, nos salutations.'
const WORDS =
  'Nous réunissons chaque semaine les habitants du quartier autour de repas, de lectures et d’ateliers. '

function pagesOf(texts: readonly string[]): Page[] {
  return texts.map((text, index) => ({ number: index + 1, lines: linesOfText(text) }))
}

function rolesIn(
  texts: readonly string[],
  own: Call = call,
  name = 'document.pdf',
  isBody = false,
): string[] {
  const reading = aReading('', { pages: pagesOf(texts) })
  const fields = fieldsOf(name, reading, own)
  const { roles } = recognise({ name, reading, fields, isBody }, own)
  return roles.filter(({ score }) => score >= 0.5).map(({ role }) => role)
}

/** The same call with one piece of its own. */
function withPiece(given: Partial<Piece> & { role: string }): Call {
  return { ...call, pieces: [Piece.parse(given)] }
}

describe('a piece that the call names', () => {
  it('is found at the head of any page, and takes nothing from the others, in any order', () => {
    const parts = { statuts: STATUTES, form: FORM, letter: LETTER }
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.keys(parts) as (keyof typeof parts)[], { minLength: 2 }),
        (order) => {
          const found = rolesIn(order.map((one) => parts[one]))
          for (const one of order) expect(found, order.join(', ')).toContain(one)
        },
      ),
    )
  })

  it('is found under a heading within a page, numbered or not', () => {
    for (const heading of ['Statuts', '3. Statuts', 'Annexe 2 – Statuts de l’association', 'IV - Statuts'])
      expect(
        rolesIn([`Dossier\n${WORDS.repeat(3)}\n${'ligne\n'.repeat(14)}${heading}\n${WORDS.repeat(3)}`]),
        heading,
      ).toContain('statuts')
  })

  it('is not what a list of papers names, nor a sentence, nor an amount', () => {
    const list = 'Pièces jointes\nStatuts\nBudget prévisionnel\nRIB\nCordialement'
    expect(rolesIn([`Bonjour,\nVeuillez trouver ci-joint :\n${list}`], call, 'courriel', true)).toEqual([
      'other',
    ])
    expect(
      rolesIn([`Note\n${'ligne\n'.repeat(14)}Statuts déposés en préfecture le 3 mai.\n${WORDS.repeat(3)}`]),
    ).not.toContain('statuts')
    expect(
      rolesIn([`Projet\n${WORDS}\nNous demandons peu.\nBudget prévisionnel : 3 000 euros\n${WORDS}`]),
    ).not.toContain('budget')
  })

  it('does not lend the words of its own pages to a project', () => {
    expect(
      rolesIn([STATUTES, 'Article 4 - Projets, objectifs, actions, calendrier et moyens de l’association']),
    ).toEqual(['statuts'])
  })

  it('is told by fewer words where it looks as the call says', () => {
    const words = ['charges', 'produits', 'autofinancement', 'total']
    const rows = 'charges\t1 200\nproduits\t1 200\ntotal\t2 400'
    const prose = 'Nos charges, nos produits et notre total sont équilibrés cette année.'
    const table = withPiece({ role: 'compte', like: 'table', words })
    expect(rolesIn([rows], table)).toContain('compte')
    expect(rolesIn([prose], table)).not.toContain('compte')
    expect(rolesIn([rows], withPiece({ role: 'compte', words }))).not.toContain('compte')
  })

  it('is told by its words in a short paper too', () => {
    const paper =
      'Greffe du tribunal\nImmatriculation\nSiège social : 3 rue du Lavoir\nCapital : 1 000 euros\nGérance : Mme Rivoire'
    expect(rolesIn([paper])).toContain('kbis')
    expect(rolesIn(['Greffe\nCapital'])).not.toContain('kbis')
  })

  it('is only hinted at by a file’s name where there is a text', () => {
    const own = withPiece({ role: 'kbis', names: ['kbis'], words: ['greffe', 'capital', 'gérance'] })
    const names = fc.constantFrom('kbis.pdf', 'Extrait-KBIS_2026.pdf', 'mon kbis (1).pdf')
    fc.assert(
      fc.property(names, (name) => {
        expect(rolesIn([WORDS.repeat(2)], own, name)).not.toContain('kbis')
        expect(rolesIn([`Greffe du tribunal, capital de 1 000 euros. ${WORDS}`], own, name)).toContain('kbis')
      }),
    )
    expect(unreadRoles('kbis.pdf', 'application/pdf', own)).toContainEqual(
      expect.objectContaining({ role: 'kbis', score: 0.3 }),
    )
  })

  it('that is a picture is the picture, and a name tells which where there are two', () => {
    const two = {
      ...call,
      pieces: ['portrait', 'oeuvre'].map((role) => Piece.parse({ role, like: 'picture', names: [role] })),
    }
    const rolesOf = (name: string, own: Call) =>
      unreadRoles(name, 'image/jpeg', own).flatMap(({ role, score }) => (score >= 0.5 ? [role] : []))
    expect(rolesOf('DSC_1.jpg', { ...two, pieces: two.pieces.slice(0, 1) })).toEqual(['portrait'])
    expect(rolesOf('oeuvre-2.jpg', two)).toEqual(['oeuvre'])
    expect(rolesOf('DSC_1.jpg', two)).toEqual(['other'])
  })

  it('bears the date that it says to be issued on, else its latest', () => {
    const dated = (lines: string) => {
      const reading = aReading('', { pages: pagesOf([`Extrait Kbis\n${lines}`]) })
      return recognise({ name: 'k.pdf', reading, fields: [], isBody: false }, call).roles.find(
        ({ role }) => role === 'kbis',
      )?.dated
    }
    expect(dated('Immatriculation : 03/02/2011\nà jour au 5 septembre 2025\nDurée jusqu’au 31/12/2090')).toBe(
      '2025-09-05',
    )
    expect(dated('Immatriculation : 03/02/2011\nGreffe, 7 octobre 2025')).toBe('2025-10-07')
    expect(dated('Greffe du tribunal')).toBeUndefined()
  })
})

describe('a title in other spelling', () => {
  const minutes = Piece.parse({ role: 'minutes', titles: ['Compte-rendu', 'Biographie'] })
  const own: Call = { ...call, pieces: [minutes] }

  it.each(['Compte rendu de la réunion du 3 mai 2025', 'Biographies', 'COMPTES-RENDUS'])('%s', (title) => {
    expect(rolesIn([`${title}\n${WORDS}`], own)).toContain('minutes')
  })

  it.each(['Comptes annuels', 'Biographe'])('%s is another one', (title) => {
    expect(rolesIn([`${title}\n${WORDS}`], own)).not.toContain('minutes')
  })
})
