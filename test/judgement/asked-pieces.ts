import type { Call } from '../../src/call/call.ts'
import { rolesOf } from '../../src/call/requirements.ts'
import type { DocumentRole } from '../../src/call/roles.ts'
import type { Paper } from './a-mail.ts'

const FORM = `Formulaire de candidature
Nom de la structure : Les Ruches du Plateau
Forme juridique : SARL
N° SIRET : 732 829 320 00074
Adresse : 4 rue des Tilleuls, 63000 Clermont
Représentant légal : Camille Perrin
Qualité : gérante
Téléphone : 04 73 11 22 33
Courriel : contact@ruches.example
Fait à Clermont, le 10 novembre 2022`

const LETTER = `Objet : lettre de manifestation d'intérêt
Madame, Monsieur,
Je soussignée, Camille Perrin, agissant en qualité de gérante de la société Les Ruches du Plateau, SARL,
SIRET 732 829 320 00074, manifeste notre intérêt pour votre appel.
Veuillez agréer, Madame, Monsieur, l'expression de nos salutations distinguées.`

const PRESENTATION = `Présentation de la structure
Notre entreprise emploie sept salariés, fabrique des ruches et exploite un atelier depuis 2011. Nos clients sont
des collectivités et des particuliers ; notre chiffre d'affaires est de 410 000 euros. Notre équipe a un savoir-faire
reconnu et nos produits sont labellisés.`

const PROJECT = `Notre projet
Objectif : mutualiser un séchoir. Actions : étude, essais avec trois partenaires, budget de 90 000 euros, calendrier
sur deux ans, indicateurs : emplois créés. Nous souhaitons installer un prototype et accompagner les apiculteurs.`

const COMMON: ReadonlyMap<DocumentRole, string> = new Map([
  ['form', FORM],
  ['letter', LETTER],
  ['presentation', PRESENTATION],
  ['project', PROJECT],
])

/** A paper in each role that a call asks for, as somebody would write it. */
export function askedPieces(call: Call): readonly (readonly [DocumentRole, Paper])[] {
  const asked = new Set(call.requiredDocuments.flatMap(rolesOf))
  const common = [...asked].flatMap((role) => {
    const text = COMMON.get(role)
    return text === undefined ? [] : [[role, { name: 'piece.pdf', text }] as const]
  })
  // A picture has no words: what is told by its look alone is no paper.
  const papers = call.pieces.filter(({ titles, words }) => titles.length + words.length > 0)
  const named = papers.map(({ role, titles, words }) => {
    const text = [titles[0] ?? role, 'Les Ruches du Plateau', ...words].join('\n')
    return [role, { name: 'document.pdf', text }] as const
  })
  return [...common, ...named]
}

/** Pieces that nobody could read: evidence of the same weight whatever they are. */
export const UNREAD: readonly (readonly [string, Paper])[] = [
  ['locked', { name: 'dossier.pdf', problem: 'encrypted' }],
  ['damaged', { name: 'dossier.docx', problem: 'unreadable' }],
  ['scan', { name: 'scan.pdf', text: '' }],
]
