import { typographic } from '../acknowledgement/french.ts'
import { type Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlinesOf } from '../call/deadline.ts'
import { deliveryInWords, heldInWords, setAsideInWords, shortMoment } from '../digest/words.ts'
import { onlyInJunk } from '../mail/robots/rows/02-only-in-junk.ts'
import { STAND_IN } from '../mail/signs/stand-in.ts'
import type { Vitals } from '../register/vitals.ts'
import type { Alarm } from './alarm.ts'

/** In the last two days before the deadline what is held or did not arrive cannot wait for the digest. */
const LAST_DAYS_MS = 48 * 3_600_000

/** What staff must do at once for the applicants of a call. */
export function alarmsOfCall(vitals: Vitals, call: Call, now: Instant): readonly Alarm[] {
  const found = [
    ...(isLastDays(call, now) ? [...held(vitals, call), ...lost(vitals, call)] : []),
    ...inJunk(vitals, call),
    ...keptBack(vitals, call),
    ...infected(vitals, call),
  ]
  return found.map((alarm) => ({ ...alarm, reader: 'staff', sentence: typographic(alarm.sentence) }))
}

type Found = Omit<Alarm, 'reader'>

/** And as long after it as the call disputes its own deadline. */
function isLastDays(call: Call, now: Instant): boolean {
  return deadlinesOf(call).some(({ at }) => later(now, LAST_DAYS_MS) >= at && now < later(at, LAST_DAYS_MS))
}

function held({ held: all }: Vitals, call: Call): readonly Found[] {
  return all
    .filter((mail) => mail.callId === call.id && mail.reason !== onlyInJunk.id && mail.code !== STAND_IN)
    .map((mail) => ({
      key: `held-${mail.fingerprint}`,
      about: mail,
      sentence:
        'accusé de réception à envoyer vous-même, pour un envoi reçu le ' +
        `${shortMoment(mail.receivedAt, call)}. Motif : ${reason(mail.reason)}.`,
    }))
}

/** At any time: nobody else would ever see it. Of a question the digest tells soon enough. */
function inJunk({ held: all }: Vitals, call: Call): readonly Found[] {
  return all
    .filter((mail) => mail.callId === call.id && mail.reason === onlyInJunk.id && mail.number !== null)
    .map((mail) => ({
      key: `junk-${mail.fingerprint}`,
      about: mail,
      sentence:
        `candidature probable parmi les indésirables, reçue le ${shortMoment(mail.receivedAt, call)}. ` +
        'Vérifier le courriel, puis le déplacer dans la boîte de réception (l’accusé part alors) ou en ' +
        'accuser réception vous-même.',
    }))
}

/** At any time: the mail that its server keeps back is in nobody’s hands, and its deadline may be today’s. */
function keptBack({ held: all }: Vitals, call: Call): readonly Found[] {
  return all
    .filter((mail) => mail.callId === call.id && mail.code === STAND_IN)
    .map((mail) => ({
      key: `kept-back-${mail.fingerprint}`,
      about: mail,
      sentence:
        `annoncé le ${shortMoment(mail.receivedAt, call)}, ${setAsideInWords(mail.code)}. S’il s’agit ` +
        'd’une candidature, en accuser réception vous-même.',
    }))
}

function reason(row: string): string {
  return row === 'quarantined' ? 'le courriel n’a pas pu être lu' : heldInWords(row)
}

function lost({ lost: all }: Vitals, call: Call): readonly Found[] {
  return all
    .filter((letter) => letter.callId === call.id)
    .map((letter) => ({
      key: `lost-${letter.id}`,
      about: { number: letter.number, fingerprint: null },
      sentence:
        `${deliveryInWords(letter.state, letter.kind)}. ` +
        `${letter.state === 'restored' ? 'Regarder les messages envoyés' : 'Joindre ce candidat'}.`,
    }))
}

/** One whose call is not known is told to each. */
function infected({ infected: all }: Vitals, call: Call): readonly Found[] {
  return all
    .filter(({ callId }) => callId === null || callId === call.id)
    .map(({ fingerprint }) => ({
      key: `infected-${fingerprint}`,
      about: { number: null, fingerprint },
      sentence:
        'l’antivirus y a reconnu un logiciel malveillant. Ne pas ouvrir ses pièces jointes dans la ' +
        'boîte aux lettres.',
    }))
}
