import type { Call } from '../call/call.ts'
import type { DataProtection } from '../call/data-protection.ts'
import type { Retention } from '../call/retention.ts'
import { counted, countInWords, typographic } from './french.ts'

type Basis = DataProtection['basis']

const ACCESS = 'demander l’accès à ces données, leur rectification'
const LIMITATION = 'ou la limitation de leur traitement'

/** The provision (RGPD 6, 1), and what one may do (RGPD 7, 15 to 18, 20, 21). */
const BASES: Readonly<Record<Basis, { readonly lawful: string; readonly rights: string }>> = {
  consent: {
    lawful: 'avec votre consentement (article 6, 1, a',
    rights: `${ACCESS}, leur effacement, leur portabilité ${LIMITATION}, et retirer votre consentement à tout moment`,
  },
  contract: {
    lawful: 'en vue d’un contrat (article 6, 1, b',
    rights: `${ACCESS}, leur effacement, leur portabilité ${LIMITATION}`,
  },
  legal_obligation: {
    lawful: 'en exécution d’une obligation légale (article 6, 1, c',
    rights: `${ACCESS} ${LIMITATION}`,
  },
  public_task: {
    lawful: 'dans l’exercice d’une mission d’intérêt public (article 6, 1, e',
    rights: `${ACCESS} ${LIMITATION}, ou vous y opposer`,
  },
}

/**
 * The notice of RGPD 13 and 14, in letters and in the call's publication: the file's own text, or one made of
 * `dataProtection` and `retention`.
 */
export function dataNotice({ acknowledgement, dataProtection, retention, service }: Call): string {
  if (dataProtection === undefined) return acknowledgement.dataProtection ?? ''
  const { controller, officer, purpose, basis, recipients, source, automated } = dataProtection
  const { lawful, rights } = BASES[basis]
  const sentences = [
    `Les données de votre dossier sont traitées par ${controller}, responsable du traitement, pour ${purpose}, ${lawful}, du règlement général sur la protection des données).`,
    'Elles sont nécessaires à l’examen de votre demande.',
    ...(source === undefined ? [] : [`Celles qui concernent d’autres personnes proviennent ${source}.`]),
    `Elles sont destinées ${enumerated(recipients)}.`,
    ...(retention === undefined ? [] : [keptFor(retention)]),
    ...(automated
      ? ['Un programme lit les pièces reçues pour en indiquer la présence ; il ne prend aucune décision.']
      : []),
    `Vous pouvez ${rights}, en écrivant au service chargé du dossier (${service.email}) ou à la personne déléguée à la protection des données (${officer}).`,
    'Vous pouvez aussi saisir la Commission nationale de l’informatique et des libertés (www.cnil.fr).',
  ]
  return typographic(sentences.join(' '))
}

/**
 * RGPD 13, 2, a. They are public archives: at the end they are sorted, and destroyed or handed over (C. patr.
 * R212-14).
 */
function keptFor({ years, yearsSelected, from }: Retention): string {
  const other = years === yearsSelected ? '' : ` (${inYears(yearsSelected)} si votre candidature est retenue)`
  return `Elles sont conservées pendant ${inYears(years)} à compter de ${from === 'decision' ? 'la décision prise sur votre candidature' : 'la clôture de l’appel'}${other}, puis détruites ou versées aux archives publiques.`
}

function inYears(years: number): string {
  return years <= 16 ? `${countInWords(years)} ${years < 2 ? 'an' : 'ans'}` : counted(years, 'an', 'ans')
}

function enumerated(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`
}
