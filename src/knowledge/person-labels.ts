import { E, type Label, OF, OR } from './label.ts'

const NAMES = `(noms?((${OR}| )prenoms?)?|prenoms?(${OR}| )noms?|identite|civilite)`
const LEADER =
  '(representant|responsable|signataire|dirigeant|gerant|president|directeur|directrice|porte-parole' +
  `|mandataire|chef(fe)? d'entreprise|administrateur|administratrice|candidat)${E}`
const WHICH =
  '( (legal(e|es|\\(e\\))?|legaux|habilite(e|\\(e\\))?|general(e)?|juridique|statutaire' +
  "|de la structure|de la societe|de l'entreprise|de l'association|de l'organisme))*"
const CONTACT =
  '(contact|interlocut(eur|rice)|referente?|correspondant|personne (a contacter|contact|ressource|referente)' +
  `|(chef(fe)?|responsable|referente?) (de|du) projet|chargee? (du|de) (dossier|projet)|technicien)${E}`
const WHOSE_CONTACT = '( principale?)?( (du|de|pour le|sur le|de ce|pour ce) (projet|dossier|suivi))?'
const MORE = `(,? ?(et |ou |, )?(la |sa )?(qualite|fonction|titre))*`

/** Labels that ask for a person, and what they are. */
export const PERSON_LABELS = {
  representative: {
    says: [
      `(${NAMES}${MORE},? ?)?(${OF})${LEADER}${WHICH}(${OR}(du |de la |de l')?${LEADER}${WHICH})*`,
      `(noms?|prenoms?)(${OR}| )(prenoms?|noms?)`,
      'represente(e|\\(e\\))? par|je soussigne(e|\\(e\\)|\\.e|·e)?',
      `(${NAMES}${OF})?personne habilitee( a engager (la structure|l'entreprise))?`,
    ],
    example: 'NOM PRENOM RESPONSABLE',
    unlike: 'Personne à contacter',
  },
  contact: {
    says: [
      `(${NAMES}${OF})?${CONTACT}${WHOSE_CONTACT}`,
      `(dossier |projet )?suivi par`,
      'vos contacts?|contacts? utiles?',
    ],
    example: 'Interlocutrice pour le projet',
    unlike: 'Contact téléphonique',
  },
  role: {
    says: [
      '(en )?(sa )?qualite( du signataire| du representant( legal)?| de la personne)?( \\(fonction\\))?',
      `fonctions?( du signataire| du representant( legal)?| exercee| occupee)?`,
      "fonctions? (dans|au sein de) (la |l')?(structure|entreprise|organisme|association|societe)",
      'titre( et fonction| ou fonction)?|poste( occupe)?|(agissant )?en( sa)? qualite de',
      '(qualite|fonction|titre) ?(/|et|ou) ?(qualite|fonction|titre)|qualite \\(.{0,40}\\)',
    ],
    example: 'Agissant en qualité de',
    unlike: 'Qualifications',
  },
  last_name: {
    says: ["nom( de famille| de naissance| d'usage)?", '(nom )(m\\.|mme)'],
    example: 'Nom',
    unlike: 'Non',
  },
  first_name: {
    says: [`prenoms?( (du|de la|de l'|de) ${LEADER}( legal(e|\\(e\\))?)?)?`],
    example: 'Prénom de la dirigeante',
    unlike: 'Prestations',
  },
  any_name: { says: ['m\\.|mme|monsieur|madame'], example: 'Madame', unlike: 'Mademoiselle' },
} as const satisfies Record<string, Label>
