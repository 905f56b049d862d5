import type { Call } from './call.ts'
import { choicesAmong, piecesToJoin, questionsOf } from './form-questions.ts'

/** Printed where the form is signed. */
export const HOW_TO_SIGN = 'À l’écran, tapez votre nom au lieu de signer ; sur papier, signez à la main.'

/** Where to, until when, and under which subject it is found again. */
export function sending({ mailbox, deadline, post, shortTitle }: Call): readonly string[] {
  return [
    `À envoyer par courriel à ${mailbox.address}, ${deadline.asWritten} (${deadline.zoneLabel}).`,
    `Objet du courriel : Candidature – ${shortTitle} – nom de votre structure.`,
    ...(post === undefined ? [] : [`Ou par voie postale, à ${post.address}.`]),
  ]
}

/** All that the form of a call prints by itself, but for its notice on data: none of it is an answer. */
export function printedOnForm(call: Call): readonly string[] {
  const questions = questionsOf(call)
  return [
    ...sending(call),
    ...choicesAmong(call, questions),
    ...questions.map(({ label, hint }) => `${label} ${hint ?? ''}`),
    ...piecesToJoin(call),
    HOW_TO_SIGN,
  ]
}
