import { BODY, type Label, NUMBER, numberOf, OF, OR, OR_NUMBER, WHICH_BODY, WHOSE } from './label.ts'

const HOW =
  '( (complete?|officiel(le)?|legale?|exacte?|usuel(le)?|sociale?|' +
  "commerciale?|juridique|statutaire|d'usage))*"
const HEAD = '(noms?|denomination|appellation|intitule|designation|identite|identification)'
const OF_BODY = `(${OF}${BODY}${WHICH_BODY})`
const WHOSE_OR = `${OF_BODY}(${OR}${OF_BODY})*`
const BESIDE =
  `(${OR}(de |du |de la |de l'|d')?(sigle|enseigne|acronyme|forme juridique|raison sociale|` +
  `denomination( sociale)?|nom)(${WHOSE_OR})?)*`

/** Registers of neighbours and of the Pacific. */
export const REGISTERS = 'ridet|tahiti|t\\.a\\.h\\.i\\.t\\.i\\.?|bce|kbo|bce/kbo|ide|uid|nif'

/** Labels of forms that ask who applies: name, form, numbers. */
export const STRUCTURE_LABELS = {
  name: {
    says: [
      `${HEAD}${HOW}${WHOSE_OR}${BESIDE}`,
      '(denomination|raison (sociale|de commerce|commerciale)|designation|' +
        `appellation)${HOW}(${WHOSE_OR})?${BESIDE}`,
      `noms?${OR}(raison sociale|denomination( sociale)?|enseigne)`,
      `nom (commercial|legal|officiel|social|statutaire)${BESIDE}`,
      `enseigne( commerciale)?|sigle|ets`,
      `(la |l')?${BODY}${WHICH_BODY}(${OR}(la |l')?${BODY}${WHICH_BODY})*`,
      `(agissant )?(au nom( et pour le compte)?|pour le compte) (de|d')( ?(la |l'|` +
        `le )?${BODY}( suivante?)?)?`,
      '(representant|agissant pour( le compte de)?|pour( le compte de)?|au nom de) (la |' +
        `l')?${BODY}( suivante?)?`,
    ],
    example: "Nom de l'entreprise ou de l'organisme",
    unlike: 'Nom et prénom du représentant',
  },
  legal_form: {
    says: [
      '(formes?|statuts?|natures?|categorie|type|structure|regime)( (juridique|legale?|' +
        `sociale?))+(${OF_BODY})?`,
      `(type|nature|categorie)s?${OF}${BODY}(${OR}(de |d')?${BODY})*( juridique)?`,
      `statut(${OF_BODY})?|forme`,
    ],
    example: 'Forme sociale',
    unlike: 'Formation suivie',
  },
  siret: {
    says: [
      `${NUMBER}siret${WHOSE}( \\(14 chiffres\\))?`,
      `${numberOf('siret')}${OR_NUMBER}`,
      `${NUMBER}siren ?(/|ou|-) ?siret`,
      `${NUMBER}siret ?(/|ou|-) ?(n?o? ?)?(siren|rna|ridet)`,
      "(n|no|numero) {1,2}(unique )?d'identification( siret| insee)?( au repertoire des entreprises)?",
      '(n|no|numero) {1,2}(de )?insee',
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
      `${NUMBER}rna${WHOSE}( delivre( par| en| a) (la |l')?\\p{L}+)?`,
      `${numberOf('rna|repertoire national des associations')}${OR_NUMBER}`,
      'repertoire national des associations',
      `${NUMBER}w`,
      `${NUMBER}(recepisse|declaration|enregistrement)( (de declaration )?(en |a la )?prefecture)?`,
      "numero d'association",
    ],
    example: 'N° de récépissé en préfecture',
    unlike: 'N° RCS',
  },
  /** Registers of the Pacific and of the neighbours: who is in one is known by name and address. */
  other_number: {
    says: [
      `${NUMBER}(ispf )?\\(?((n|no|numero) {1,2})?(${REGISTERS})\\)?( ?(/|ou|-) ?(${REGISTERS}))*${WHOSE}`,
      `${numberOf(`${REGISTERS}|banque[- ]carrefour( des entreprises)?`)}${OR_NUMBER}`,
      `${NUMBER}tva ?(/|ou|-) ?(${REGISTERS})`,
      `${NUMBER}(unique )?d'(identification des )?entreprises?( \\((${REGISTERS})\\))?${OR_NUMBER}`,
      `identification des entreprises( \\((${REGISTERS})\\))?`,
      'banque[- ]carrefour( des entreprises)?',
    ],
    example: 'Numéro d’entreprise (BCE)',
    unlike: 'Nom de l’entreprise',
  },
} as const satisfies Record<string, Label>
