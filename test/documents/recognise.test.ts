import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/documents/roles/recognise.ts'
import { aReading, isEmptyTemplate, rolesOf } from './a-reading.ts'
import { theCall } from './the-call.ts'

const FORM = `FORMULAIRE DE CANDIDATURE
Nom de la structure : SARL Bois Rouge
SIRET : 732 829 320 00074
Représentant légal : M. Luc GRONDIN
Qualité : gérant
Téléphone : 0692 12 34 56
Filière : ☒ Énergie ☐ Numérique`

const PRESENTATION = `La SARL Bois Rouge, fondée en 2009 à Bras-Panon, fabrique des palettes et des emballages en bois. Elle emploie vingt-deux salariés et réalise trois millions d'euros de chiffre d'affaires auprès de clients industriels et agricoles de toute l'île.`
const PROJECT = `Nous proposons de créer une plateforme de collecte et de valorisation des déchets de bois. Objectif : huit cents tonnes par an dès 2024. Calendrier : étude en 2023. Budget : 150 000 euros, dont la moitié en investissements.`

describe('roles', () => {
  it('a filled form is a form, and nothing more', () => {
    expect(rolesOf(aReading(FORM))).toEqual(['form'])
  })

  it('a form whose sections are filled serves three', () => {
    const text = `${FORM}\n\nPrésentation de la structure :\n${PRESENTATION}\n\nProjet ou actions proposées :\n${PROJECT}`
    expect(rolesOf(aReading(text))).toEqual(['form', 'presentation', 'project'])
  })

  it('headings with a word under them serve nothing', () => {
    const text = `${FORM}\n\nPrésentation de la structure :\nVoir pièce jointe\n\nProjet :\nIdem`
    expect(rolesOf(aReading(text))).toEqual(['form'])
  })

  it('notes say what they are by what they talk about', () => {
    expect(rolesOf(aReading(`Présentation de l'entreprise\n\n${PRESENTATION}`))).toEqual(['presentation'])
    expect(rolesOf(aReading(`Notre projet\n\n${PROJECT}`))).toEqual(['project'])
  })

  it('a letter is one whoever speaks', () => {
    const text =
      'Objet : lettre de manifestation d’intérêt\n\nJe soussigné, Luc GRONDIN, gérant de la SARL Bois Rouge, manifeste par la présente notre intérêt. Veuillez agréer, Madame, mes salutations distinguées.'
    expect(rolesOf(aReading(text))).toEqual(['letter'])
  })

  it('the call sent back is no piece', () => {
    const text = `Choix du polynôme industriel\nA. Pourquoi cet appel à manifestation d'intérêt ?\nLe présent appel s'adresse à l'ensemble des acteurs industriels.\nF. Procédure de sélection\nToutes les candidatures doivent être remplies sur le formulaire joint, avant le 23 novembre 2022 à 16h00.`
    expect(rolesOf(aReading(text))).toEqual(['call_notice'])
  })

  it("a letter for another authority's call is left to a person", () => {
    const text =
      "Je soussignée Claire MARTIN, présidente de l'association Le Fil, déclare candidater à l'AMI de la région Occitanie. Salutations distinguées."
    expect(rolesOf(aReading(text))).toEqual([])
  })

  it('a cover note in the body is no letter', () => {
    const text = 'Bonjour,\nVeuillez trouver ci-joint notre candidature.\nCordialement,\nLuc GRONDIN\nGérant'
    expect(rolesOf(aReading(text), { isBody: true })).toEqual(['other'])
  })

  it('a scan has no role but what its name hints at', () => {
    expect(rolesOf(aReading(''), { name: 'présentation structure.pdf' })).toEqual(['other'])
  })
})

describe('an empty template', () => {
  const empty = `FORMULAIRE DE CANDIDATURE\nNom de la structure : ……………\nSIRET : |__|__|__|__|\nReprésentant légal :\nQualité :\nTéléphone : ________\nFilière : ☐ Énergie ☐ Numérique\nPrésentation de la structure (historique, activités) :\n…………………`

  it('is recognised as ours and empty', () => {
    expect(isEmptyTemplate(aReading(empty))).toBe(true)
    expect(rolesOf(aReading(empty))).toEqual(['form'])
  })

  it('is so too when its labels stand side by side', () => {
    const text =
      'FORMULAIRE\nNom de la structure\tForme juridique\n\nSIRET\tTéléphone\n\nReprésentant légal\tQualité\n\nFilière\tDate'
    expect(isEmptyTemplate(aReading(text))).toBe(true)
  })

  it('is not one once a name is in it', () => {
    expect(isEmptyTemplate(aReading(empty.replace(': ……………', ': SARL Bois Rouge')))).toBe(false)
  })
})

describe('a letter with blanks to fill', () => {
  const blank = '....................................'
  const letter = (name: string, role: string, structure: string): string =>
    `Lettre de manifestation d'intérêt\n\nJe soussigné(e) (nom, prénom) : ${name}\nAgissant en qualité de : ${role}\nReprésentant la structure : ${structure}\nAdresse : ${blank}\nN° SIRET : ${blank}\nTél. : ........ Mail : ........\n\nManifeste mon intérêt dans la filière suivante (cocher) :\n☐ Numérique\n☐ Énergie\n\nFait à ........ le ........\nSignature et cachet`

  it('is an empty template while its blanks are', () => {
    expect(isEmptyTemplate(aReading(letter(blank, blank, blank)))).toBe(true)
  })

  it('is a letter once they are filled', () => {
    const filled = aReading(letter('Luc GRONDIN', 'gérant', 'SARL Bois Rouge'))
    expect(isEmptyTemplate(filled)).toBe(false)
    expect(rolesOf(filled)).toContain('letter')
  })
})

it.each([
  [
    'EXTRAIT KBIS\nDénomination : BOIS ROUGE\nForme juridique : SARL\nAdresse du siège : 12 chemin des Letchis\nGérant : Luc GRONDIN',
  ],
  ["RELEVÉ D'IDENTITÉ BANCAIRE\nTitulaire : SARL BOIS ROUGE\nIBAN FR76"],
  ['FACTURE N° 12\nSARL Bois Rouge\nClient : mairie'],
])('papers that the call does not ask for serve no role: %s', (text) => {
  expect(rolesOf(aReading(text))).toEqual(['other'])
})

it('a section title of a form is no presentation while nothing is written under it', () => {
  const text = `${FORM}\n1. Présentation de la structure\nEffectif : 12\nActivité principale : menuiserie\nChiffre d'affaires : 300 k€`
  expect(rolesOf(aReading(text))).toEqual(['form'])
})

describe('a sentence that says it', () => {
  it('makes a project or a presentation unclear, never missing', () => {
    const letter = `Madame, Monsieur,\nJe soussignée, Lucette Payet, présidente de l’association Lantouraz, vous fais part de notre intérêt. Elle compte trois salariés et cent adhérents. Notre projet consiste à installer une ressourcerie.`
    const { roles } = recognise(
      { name: 'lettre', reading: aReading(letter), fields: [], isBody: false },
      theCall,
    )
    for (const role of ['presentation', 'project'])
      expect(roles.find((one) => one.role === role)?.score).toBeGreaterThanOrEqual(0.3)
  })

  it('a call for projects of the Region is not ours', () => {
    const text = FORM.replace(
      'FORMULAIRE DE CANDIDATURE',
      'RÉGION RÉUNION – Appel à projets « Économie circulaire »\nDossier de demande de subvention',
    )
    expect(rolesOf(aReading(text))).toEqual([])
  })
})
