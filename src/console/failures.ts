import { typographic } from '../acknowledgement/french.ts'
import type { FailureCode } from '../base/failures/failures.ts'
import type { OF_ACTS } from '../base/failures/of-acts.ts'

/** What a step refused, for staff. Steps speak to operators; their codes are what counts here. */
export function inFrench(failure: { readonly code: FailureCode; readonly message?: string }): string {
  const { code, message = '' } = failure
  const own = (code === 'usage' || code === 'too-early') && /[éèàêç’]|\bLe\b/.test(message) ? message : null
  if (code === 'not-to-say')
    return typographic(`${NOT_TO_SAY} ${/« .* »/s.exec(message)?.[0] ?? 'ces mots'}.`)
  if (code === 'went-into') return typographic(`${WENT_INTO} ${/\S+$/.exec(message)?.[0] ?? 'une autre'}.`)
  return typographic(own ?? SENTENCES[code] ?? 'Cette action n’est pas possible dans cet état.')
}

const WENT_INTO = 'Cette candidature a été réunie entre-temps à une autre : indiquez le numéro'

const NOT_TO_SAY =
  'Une lettre du service ne dit ni qu’un envoi est tardif, ni qu’il est irrecevable : seule une ' +
  'décision le peut. Retirez de votre texte :'

/** Whatever refuses an act of theirs has its own sentence; of the rest, what they may meet as well. */
const SENTENCES: Readonly<
  Record<Exclude<keyof typeof OF_ACTS, 'not-to-say' | 'went-into' | 'call-yaml'>, string> &
    Partial<Record<FailureCode, string>>
> = {
  usage:
    'Une indication manque ou n’est pas utilisable : vérifiez le motif, l’heure et l’adresse, qui doit ' +
    'être celle du candidat.',
  acknowledged:
    'Ce courriel a déjà son accusé de réception. Pour le corriger, envoyez un accusé rectificatif.',
  'colleague-address':
    'Cette adresse est celle d’un agent de la collectivité : la lettre doit aller au candidat. ' +
    'Indiquez son adresse.',
  'robot-address':
    'Cette adresse est celle d’un automate ou d’un service de messagerie : personne ne la lit. ' +
    'Indiquez l’adresse du candidat.',
  'message-meanwhile':
    'Un autre message est parti pour ce candidat depuis que vous avez ouvert cette page : lisez-le ' +
    'dans le fil, puis envoyez le vôtre s’il est encore utile.',
  'nothing-held': 'Aucun accusé de réception n’attend plus ici : quelqu’un l’a peut-être déjà envoyé.',
  'no-such-mail': 'Ce courriel n’est pas dans le registre, ou il est seul dans sa candidature.',
  'no-such-application': 'Cette candidature n’est pas dans le registre.',
  'no-application': 'Ce courriel ne remet rien et ne demande rien : on n’en accuse pas réception.',
  'act-wanted':
    'Indiquez l’acte qui décide et sa date : une candidature n’est retenue, ou non retenue, que par un acte.',
  'too-early': 'Le délai de dépôt n’est pas encore écoulé : la suite donnée pourra être enregistrée ensuite.',
  'act-to-come': 'La date de l’acte est à venir : enregistrez la suite quand l’acte est pris.',
  'act-before-receipt': 'La date de l’acte précède la réception de la candidature : vérifiez-la.',
  'no-outcome': 'Aucune suite n’est enregistrée pour cette candidature.',
  'no-eligibility': 'Aucune décision sur la recevabilité n’est enregistrée pour cette candidature.',
  'no-decision':
    'Aucun acte n’est enregistré qui retienne cette candidature ou ne la retienne pas : enregistrez ' +
    'd’abord la suite donnée.',
  'no-template': 'Le fichier de l’appel n’a pas de modèle de lettre pour cette décision.',
  'decision-sent': 'Cette décision a déjà sa lettre : une seule est envoyée.',
  'decision-changed':
    'La suite enregistrée a changé depuis que vous avez vu la lettre : regardez-la de nouveau.',
  'blank-left': 'Il reste des crochets à remplir : remplacez-les par votre texte.',
  'reasons-wanted':
    'La motivation est obligatoire : indiquez les considérations de ' +
    'droit et de fait qui fondent la décision.',
  'mentions-lacking': 'Il manque à la lettre une mention que la loi exige : prévenez l’exploitant.',
  'evidence-missing': 'L’original n’est plus dans l’archive.',
  'evidence-altered': 'L’original de l’archive a été modifié : prévenez l’exploitant sans attendre.',
  'not-as-sealed':
    'Le registre ne concorde plus avec ce qui y a été scellé : rien n’est exporté. Prévenez ' +
    'l’exploitant sans attendre : son contrôle nomme chaque différence.',
  'call-file': 'Le fichier de l’appel ne peut pas être lu : prévenez l’exploitant.',
  'last-administrator':
    'C’est le dernier compte d’administration : donnez d’abord ce rôle à une autre personne, qui aura ' +
    'créé son mot de passe.',
  'own-version': 'Vous avez écrit dans cette version : une autre personne doit l’adopter.',
  'call-file-moved':
    'Le fichier de l’appel a été modifié sur le disque depuis que cette version a été commencée : ' +
    'reprenez-le par « Modifier », puis écrivez une nouvelle version.',
  'call-file-unwritable':
    'Le service ne peut pas écrire le fichier de l’appel à sa place. Demandez à l’exploitant de lui en ' +
    'donner le droit, ou d’y déposer le fichier téléchargé ici ; puis adoptez de nouveau.',
  'adopted-already': 'Cette version, ou une plus récente, est déjà adoptée.',
  'no-such-draft': 'Ce brouillon n’existe plus : quelqu’un l’a terminé ou supprimé.',
  'no-such-version': 'Cette version n’existe pas.',
  'call-not-ready': 'Le contrôle a encore des points à corriger : ils sont indiqués page par page.',
  'not-compared': 'La comparaison n’est pas terminée : attendez-la, elle montre ce qui changerait.',
  'no-such-note': 'Cette note a déjà été retirée, ou elle est d’un collègue.',
  'assigned-meanwhile':
    'Entre-temps, un collègue a pris ou laissé ce dossier : rechargez la page pour voir qui le suit.',
  'not-clean': 'L’antivirus n’a pas laissé ouvrir ce fichier.',
  'deadline-moved':
    'Le fichier de l’appel a changé depuis que vous avez vu la différence : regardez-la de nouveau.',
}
