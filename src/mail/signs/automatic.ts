import { fold } from '../../base/folding.ts'
import { headerValues, type Mail } from '../mail.ts'

/** What an automatic answer is about. */
export type AutomaticWording = 'absence' | 'read-receipt' | 'challenge' | 'responder'

/**
 * Beginnings of subjects, folded. Only at the very beginning: « RE: Réponse automatique : … » is a person
 * who answers a robot.
 */
const SURE: readonly (readonly [AutomaticWording, RegExp])[] = [
  ['responder', /^\[?(auto|automatic|automatique)\]? ?: /],
  [
    'responder',
    /^\W{0,3}(reponse|message|courriel|e-?mail|notification) auto(matique)?( ?[:(|-]| d'absence| de reponse|$)/,
  ],
  ['responder', /^\W{0,3}(auto(matic|mated)?|vacation)[- ]?(reply|response|responder|answer)\b/],
  ['responder', /^\W{0,3}auto[- ]?respon(s|d|ce)/],
  ['responder', /^\W{0,3}automatisch(e|es)? (antwort|nachricht|antwoord|svar)/],
  ['responder', /^\W{0,3}(respuesta|risposta|resposta|mensaje|messaggio) automatic[ao]/],
  [
    'responder',
    /^\W{0,3}(automatyczna odpowied|automatisk(t)? svar|autosvar|automaattinen|automaticka odpoved|avtomatsk|otomatik)/,
  ],
  [
    'absence',
    /^\W{0,3}(out of (the )?office|ooo\b|away from (the |my )?(office|desk)|away until|i am (currently )?(out|away))/,
  ],
  [
    'absence',
    /^\W{0,3}((avis|message|notification|notice|reponse) d'absence|absent(e|\(e\))? (du|de mon) bureau|absence du bureau)/,
  ],
  ['absence', /^\W{0,3}(abwesenheit|ich bin (derzeit )?(abwesend|nicht im)|bin (im urlaub|abwesend))/],
  [
    'absence',
    /^\W{0,3}(fuera de (la )?oficina|ausencia|fuori (sede|ufficio)|assenza|fora do escritorio|afwezig)/,
  ],
  [
    'read-receipt',
    /^\W{0,3}(lu|non lu|read|not read|gelesen|nicht gelesen|ungelesen|leido|no leido|letto|non letto|lido|gelezen|przeczytano) ?:/,
  ],
  [
    'read-receipt',
    /^\W{0,3}((accuse|confirmation|avis|recu) de lecture|(return|read) receipt|lesebestatigung|(confirmacion|acuse) de lectura|conferma di lettura)/,
  ],
  [
    'challenge',
    /\b(mailinblack|boxbe|spam ?arrest|bluebottle|sender (address )?verification|challenge[- ]response)\b/,
  ],
  [
    'challenge',
    /\bdemande d'authentification\b|\bauthentifi(ez|cation).{0,20}(mail|message|courriel|expediteur)/,
  ],
  [
    'challenge',
    /\b(verif|valid|confirm)(iez|ez|y|ication) .{0,25}(adresse|address|expediteur|sender|humain|human)\b/,
  ],
  [
    'challenge',
    /\bbestatig(en|e|ung) .{0,15}(ihrer?|deiner?)? ?(absender|e-?mail-?)?adresse\b|\babsenderbestatigung\b|\b(confirm|verifi)(e|que|ar|cacion) .{0,15}(su |tu |de )?(direccion|remitente)\b/,
  ],
]
/** Beginnings that people write too: they count for nothing beside an attachment. */
const UNSURE =
  /^\W{0,3}(absence|absente?|en conges?|conges?|vacances|urlaub|ferien|vacaciones|ferie|vacation|holiday|on (leave|holiday))\s*($|[:;,.!(-]|du\b|au\b|jusqu|pour\b|le\b|until\b|bis\b|vom\b|from\b|hasta\b|fino\b|annuel)/

/** Sentences of responders without a word in the subject. */
const SENTENCES: readonly (readonly [AutomaticWording, RegExp])[] = [
  [
    'absence',
    /\bje (suis|serai) (actuellement |presentement )?(absente?|en conges?|en vacances|en deplacement|indisponible|hors du bureau)\b/,
  ],
  [
    'absence',
    /\b(currently|presently)? ?(out of (the )?office|on (annual |maternity |parental )?leave|on vacation|away from my desk)\b/,
  ],
  ['absence', /\b(nicht im (buro|hause)|im urlaub|bis .{0,25} abwesend|derzeit abwesend)\b/],
  ['absence', /\b(estare|estoy) (ausente|fuera|de vacaciones)\b|\bsono (assente|fuori ufficio|in ferie)\b/],
  [
    'responder',
    /\b(ceci|ce (message|courriel|mail)) est (un message |une reponse |envoye |genere )?automatique(ment)?\b/,
  ],
  [
    'responder',
    /\b(message|reponse|courriel) (genere|envoye|emis)e? automatiquement\b|\breponse automatique\b/,
  ],
  [
    'responder',
    /\bthis is an? (auto(mated|matic)|automatically generated) (reply|response|message|e-?mail)\b|\bautomatically generated (reply|response|message)\b/,
  ],
  [
    'responder',
    /\bautomatisch (generierte|erstellte|erzeugte)\b|\bmensaje (generado )?automatic|\bmessaggio (generato )?automatic/,
  ],
  [
    'challenge',
    /\bmailinblack\b|\bboxbe\b|\bspamarrest\b|\bpour (que votre|liberer votre|debloquer votre).{0,60}(cliqu|valid|authentifi|captcha)/,
  ],
  [
    'challenge',
    /\b(click|cliquez).{0,80}(to (prove|confirm|verify)|pour (prouver|confirmer|valider|vous authentifier))/,
  ],
  [
    'challenge',
    /\b(damit|um) ihre? (nachricht|e-?mail|mail) .{0,100}(klicken|bestatigen)\b|\bpara que su (mensaje|correo) .{0,60}(haga clic|pulse|confirm)/,
  ],
]
const BODY_AT_MOST = 1500

/** What a subject alone shows beyond doubt; null for a subject that a person may have written. */
export function automaticSubject(subject: string): AutomaticWording | null {
  const folded = fold(subject)
  return SURE.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/**
 * What subject and words show of a mail that carries no header of RFC 3834. Doubtful words only count in a
 * short answer to another mail, without attachment and without question: a person on leave may apply too.
 */
export function automaticWording(mail: Mail): AutomaticWording | null {
  const sure = automaticSubject(mail.subject)
  if (sure !== null) return sure
  if (mail.attachments.some((attachment) => !attachment.inline)) return null
  if (UNSURE.test(fold(mail.subject)) && !mail.ownText.includes('?')) return 'absence'
  const words = fold(mail.ownText === '' ? mail.text.slice(0, BODY_AT_MOST) : mail.ownText)
  const isAnswer =
    mail.inReplyTo.length > 0 ||
    mail.references.length > 0 ||
    /^(re|aw|sv|tr|fwd?)\s?:/.test(fold(mail.subject))
  if (words.length > BODY_AT_MOST || words.includes('?') || !isAnswer) return null
  return SENTENCES.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** A notification of reading or processing (RFC 8098). */
export function isReadReceipt(mail: Mail): boolean {
  if (
    mail.attachments.some((attachment) =>
      /^message\/(global-)?disposition-notification$/.test(attachment.declaredType),
    )
  )
    return true
  return headerValues(mail, 'content-type').some((value) => /disposition-notification/i.test(value))
}

/** An invitation or its answer (RFC 5546): calendars send and answer these by themselves. */
export function isCalendarRequest(mail: Mail): boolean {
  if (headerValues(mail, 'content-type').some((value) => /^text\/calendar\b.*\bmethod=/i.test(value)))
    return true
  return mail.attachments.some(
    (attachment) => attachment.declaredType === 'text/calendar' && attachment.name === null,
  )
}
