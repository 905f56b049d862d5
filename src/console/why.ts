import type { Ground, Place, Sign } from '../mail/signs.ts'
import type { Triage } from '../mail/triage.ts'
import { type Html, html, NOTHING } from './html.ts'
import { table } from './layout.ts'

/** What each sign is called in front of staff. */
export const SIGNS: Readonly<Record<Sign, string>> = {
  form: 'un formulaire rempli',
  letter: 'une lettre de manifestation d’intérêt ou de candidature',
  'typed-application': 'une candidature écrite dans le courriel lui-même',
  'asked-piece': 'une pièce que l’appel demande',
  'further-piece': 'd’autres pièces que l’appel demande',
  'perhaps-asked-piece': 'un document qui est peut-être une pièce demandée',
  'empty-template': 'le modèle de formulaire, sans réponse',
  'opaque-piece': 'un fichier que le programme ne peut pas lire (chiffré, protégé, endommagé ou numérisé)',
  picture: 'une image sans texte lisible',
  'transfer-link': 'un lien de téléchargement',
  'other-file': 'un autre fichier',
  'answers-ours': 'répond à l’une de nos lettres',
  'from-applicant': 'vient d’un candidat connu',
  'names-number': 'cite un numéro d’enregistrement de l’appel',
  'strong-phrase': 'nomme l’appel',
  'about-call': 'emploie plusieurs mots de l’appel',
  'weak-phrase': 'emploie un mot des appels de ce genre',
  'strong-phrase-in-papers': 'une pièce jointe nomme l’appel',
  'about-call-in-papers': 'une pièce jointe emploie plusieurs mots de l’appel',
  'hands-in': 'dit transmettre quelque chose',
  applies: 'dit candidater',
  continues: 'dit compléter ou corriger un envoi',
  'says-nothing': 'un envoi sans un mot',
  withdraws: 'dit retirer une candidature',
  'asks-about-applying': 'pose une question sur la façon de candidater',
  'reads-like-a-question': 'se lit comme une question de candidat',
  'only-asks': 'pose une question et ne transmet rien',
  'other-call': 'parle d’un autre appel',
  'seeks-a-job': 'cherche un emploi ou un stage',
  trade: 'objet commercial (facture, devis, commande)',
  'relays-a-call': 'demande de diffuser une annonce',
  'bulk-mail': 'envoi en nombre',
  'several-candidates': 'un tableau de plusieurs candidats',
}

const PLACES: Readonly<Record<Place, string>> = {
  subject: 'objet',
  text: 'texte',
  headers: 'en-têtes',
  attachments: 'pièces jointes',
  papers: 'texte des pièces',
  register: 'registre',
}

/**
 * « Pourquoi » : what the program weighed before it said what a mail is, with what it looked for and did not
 * see.
 */
export function why({ weighed, missed }: Pick<Triage, 'weighed' | 'missed'>): Html {
  if (weighed.length === 0) return NOTHING
  return html`<h2>Pourquoi</h2>
${table(
  'Ce que le programme a vu, et ce que cela pèse',
  ['Indice', 'Où', 'Poids'],
  weighed.map((ground) => [SIGNS[ground.sign], PLACES[ground.place], weight(ground)]),
)}
<details><summary>Ce qui a été cherché et n’a pas été vu</summary><div>\
<p>${missed.map((sign) => SIGNS[sign]).join(' ; ')}.</p></div></details>`
}

/** « + 0,6 », « − 1,5 »; a sign without weight decides by itself. */
function weight({ weight: value }: Ground): string {
  if (value === 0) return '–'
  return `${value > 0 ? '+' : '−'} ${Math.abs(value).toFixed(2).replace(/0$/, '').replace('.', ',')}`
}
