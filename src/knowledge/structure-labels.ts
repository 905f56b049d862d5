import { E, type Label, NUMBER, OF, OR } from './label.ts'

/** Whoever may apply, as forms call them. */
const BODY =
  '(structure|entreprise|organisme|association|societe|etablissement|organisation|entite|cooperative' +
  '|collectivite|candidat|demandeu(r|se)|groupement|personne morale|beneficiaire|operateur|institution' +
  '|firme|maison|exploitation|employeur|adherent|soumissionnaire|postulant|porteur( de| du)? projet|porteur|commerce|raison sociale|club)' +
  E
/** What stands behind it: « candidate », « porteuse du projet ». */
const WHICH =
  '(( |, )(candidat|demandeu(r|se)|postulant|deposant|concerne|soumissionnaire|beneficiaire|juridique' +
  `|industriel(le)?|porteu(r|se)( (de|du) projet)?)${E})*`
const HOW = '( (complete?|officiel(le)?|legale?|exacte?|usuel(le)?|sociale?|commerciale?|juridique))*'
const HEAD = '(noms?|denomination|appellation|intitule|designation|identite|identification)'
const WHOSE = `(${OF}${BODY}${WHICH})`
const WHOSE_OR = `${WHOSE}(${OR}${WHOSE})*`
const BESIDE = `(${OR}(sigle|enseigne|acronyme|forme juridique|raison sociale|denomination( sociale)?|nom))*`

const REGISTERS = 'ridet|tahiti|t\\.a\\.h\\.i\\.t\\.i\\.?|bce|kbo|bce/kbo|ide|uid|nif'

/** Labels of forms that ask who applies: name, form, numbers. */
export const STRUCTURE_LABELS = {
  name: {
    says: [
      `${HEAD}${HOW}${WHOSE_OR}${BESIDE}`,
      `(denomination|raison sociale|designation|appellation)${HOW}(${WHOSE_OR})?${BESIDE}`,
      `noms?${OR}(raison sociale|denomination( sociale)?|enseigne)`,
      'nom commercial',
      `enseigne( commerciale)?|sigle|ets`,
      `(la |l')?${BODY}${WHICH}`,
      `(representant|agissant pour( le compte de)?|pour( le compte de)?|au nom de) (la |l')?${BODY}( suivante?)?`,
    ],
    example: "Nom de l'entreprise ou de l'organisme",
    unlike: 'Nom et prénom du représentant',
  },
  legal_form: {
    says: [
      `(formes?|statuts?|natures?|categorie|type)( (juridique|legale?|sociale?))+(${WHOSE})?`,
      `(type|nature|categorie) (de |d')${BODY}`,
      `statut(${OF}${BODY})?|forme`,
    ],
    example: 'Forme sociale',
    unlike: 'Formation suivie',
  },
  siret: {
    says: [
      `${NUMBER}siret( (du |de la |de l')?(siege( social)?|etablissement|${BODY}))?( \\(14 chiffres\\))?`,
      `${NUMBER}siren ?(/|ou|-) ?siret`,
      `${NUMBER}siret ?(/|ou|-) ?(n?o? ?)?(siren|rna|ridet)`,
      "numero d'identification( au repertoire des entreprises)?",
      "numero d'immatriculation",
      'identifiant( siret| siren| legal)?',
      'immatriculation( \\(?siret\\)?)?',
    ],
    example: 'N° SIRET du siège',
    unlike: 'N° SIREN',
  },
  siren: {
    says: [
      `${NUMBER}siren`,
      `${NUMBER}r\\.?c\\.?s\\.?( (de )?\\p{L}+([ -]\\p{L}+){0,3})?`,
      'immatriculation( au)? rcs',
      `${NUMBER}tva et siren`,
    ],
    example: 'RCS Nanterre',
    unlike: 'N° SIRET',
  },
  rna: {
    says: [
      `${NUMBER}rna( de l'association)?`,
      'repertoire national des associations',
      `${NUMBER}w`,
      `${NUMBER}(recepisse|declaration|enregistrement)( (de declaration )?(en |a la )?prefecture)?`,
      "numero d'association",
      "numero d'inscription au repertoire national des associations",
    ],
    example: 'N° de récépissé en préfecture',
    unlike: 'N° RCS',
  },
  /** Registers of the Pacific and of the neighbours: who is in one is known by name and address. */
  other_number: {
    says: [
      `${NUMBER}(${REGISTERS})( ?(/|ou|-) ?(${REGISTERS}))*`,
      `${NUMBER}(unique )?d'(identification des )?entreprises?( \\((${REGISTERS})\\))?`,
      `identification des entreprises( \\((${REGISTERS})\\))?`,
      'banque[- ]carrefour( des entreprises)?',
    ],
    example: 'Numéro d’entreprise (BCE)',
    unlike: 'Nom de l’entreprise',
  },
} as const satisfies Record<string, Label>
