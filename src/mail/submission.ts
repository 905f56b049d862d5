import {
  isBulk,
  isForeign,
  isJobApplication,
  isOnlyQuestion,
  recognised,
  type Signs,
  saysNothing,
  something,
} from './signs-of-mail.ts'

/** Grounds to take a mail for something handed in to this call, as codes; none means that it is not. */
export function submissionGrounds(signs: Signs): readonly string[] {
  if (isForeign(signs) || isJobApplication(signs)) return []
  if (signs.wording.withdraws && recognised(signs.pieces) === 0) return []
  return [...groundsInPieces(signs), ...groundsInWords(signs)]
}

/** What came speaks for itself: the form or a letter always, other pieces beside any sign of the call. */
function groundsInPieces(signs: Signs): string[] {
  const { pieces, wording, words, about, mail, known } = signs
  const grounds: string[] = []
  const trade = wording.trade && !about
  if (pieces.forms + pieces.letters > 0 && !trade) grounds.push('form-or-letter')
  const sign = about || words.weak.length > 0 || wording.applies || wording.continues || saysNothing(mail)
  if (pieces.supporting > 0 && sign && !trade && !isBulk(signs)) grounds.push('supporting-piece')
  if (pieces.opaque + pieces.emptyTemplates > 0 && saysNothing(mail) && !isBulk(signs))
    grounds.push('bare-attachment')
  if ((known.answersOurs || known.fromApplicant) && something(pieces) > 0)
    grounds.push('known-applicant-with-attachment')
  return grounds
}

/** What the sender says to be doing, with this call or with something that came. */
function groundsInWords(signs: Signs): string[] {
  const { pieces, wording, words, about } = signs
  const grounds: string[] = []
  if (about && something(pieces) > 0 && !isOnlyQuestion(signs)) grounds.push('call-phrase-and-attachment')
  if (about && wording.handsIn && (wording.applies || something(pieces) > 0)) grounds.push('says-to-apply')
  if (about && wording.applies && pieces.other + pieces.emptyTemplates > 0 && !wording.asks)
    grounds.push('applies-with-attachment')
  if (
    (wording.applies || wording.continues) &&
    something(pieces) > 0 &&
    words.weak.length > 0 &&
    !wording.trade
  )
    grounds.push('weak-phrase-and-attachment')
  return grounds
}
