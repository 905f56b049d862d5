import { BODY, E, type Label, LEADER, OF, OR, WHICH_BODY, WHICH_LEADER, WHOSE } from './label.ts'

const NAMES = `(noms?((${OR}| )prenoms?)?|prenoms?(${OR}| )noms?|identite|civilite)`
const CONTACT =
  '(contact|interlocut(eur|rice)|referente?|correspondant|' +
  'personne (a contacter|contact|ressource|referente)' +
  '|(chef(fe)?|responsable|referente?) (de|du) projet|(personne )?chargee? (du|de)( (suivi|montage|' +
  `portage) (du|de))? (ce |la |l')?(dossier|projet|candidature|suivi)|technicien)${E}`
const WHOSE_CONTACT = '( principale?)?( (du|de|pour le|sur le|de ce|pour ce) (projet|dossier|suivi))?'
/** Who may sign, by what they were given. */
const ENTITLED =
  'personnes? ((physiques?|morales?|dument|legalement|juridiquement) )*(mandate|habilite|autorise|' +
  'designe|responsable|signataire' +
  `|ayant (la |le |l'|tous )?(qualite|pouvoir|autorite|delegation|capacite)s?)${E}( ((a|pour|de) |` +
  `d')(signer|engager|representer|agir)( (la |l'|le |votre )?${BODY})?)?`
const OFFICE = '(qualite|fonction|titre|role|poste|mandat)s?'
const MORE = `(,? ?(et |ou |, )?(la |sa )?(qualite|fonction|titre))*`

/** Labels that ask for a person, and what they are. */
export const PERSON_LABELS = {
  representative: {
    says: [
      `(${NAMES}${MORE},? ?)?(${OF})${LEADER}${WHICH_LEADER}(${OR}(du |de la |` +
        `de l')?${LEADER}${WHICH_LEADER})*`,
      `(noms?|prenoms?)(${OR}| )(prenoms?|noms?)`,
      'represente(e|\\(e\\))? par|je,? soussigne(e|\\(e\\)|\\.e|·e|-e)?',
      `(${NAMES}${OF})?${ENTITLED}`,
      "(par )?qui (la |le |l'|vous )?(represente|engage|dirige)( [^:=?]{1,40})?(?= ?[?:])",
      `(la |l')?${BODY}${WHICH_BODY},?( valablement| dument| legalement)? representee? par`,
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
      `(en )?(sa |votre )?${OFFICE}(${OR}(sa )?${OFFICE})*( (exercee?|occupee?|` +
        `actuelle?)s?)?( de la personne)?${WHOSE}( \\(fonction\\))?`,
      `${OFFICE} (dans|au sein de) (la |l'|le |votre )?${BODY}`,
      '(a|en) quel(le)? (titre|qualite|fonction)( [^:=?]{1,40})?(?= ?[?:])',
      '(agissant )?(en( sa)? qualite de|en tant que|comme)|qualite \\(.{0,40}\\)',
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
    says: [`prenoms?( (usuels?|d'usage))?( (du|de la|de l'|de) ${LEADER}( legal(e|\\(e\\))?)?)?`],
    example: 'Prénom de la dirigeante',
    unlike: 'Prestations',
  },
  any_name: { says: ['m\\.|mme|monsieur|madame'], example: 'Madame', unlike: 'Mademoiselle' },
} as const satisfies Record<string, Label>
