import { fold } from '../base/folding.ts'
import type { Call } from '../call/call.ts'

/** How much a folded text is the call itself, sent back: its title, its deadline as written, its standing phrases. */
export function callNoticeScore(folded: string, call: Call): number {
  const signs: readonly (readonly [boolean, number])[] = [
    [folded.includes(fold(call.title)), 0.25],
    [folded.includes(fold(call.deadline.asWritten)), 0.3],
    [/\b(toutes )?les candidatures (doivent|sont a|seront|devront)\b/.test(folded), 0.2],
    [/\ba qui s'adresse\b|\bs'adresse a l'ensemble des\b/.test(folded), 0.15],
    [/\b(pieces|documents) a telecharger\b/.test(folded), 0.15],
    [
      /\b(procedure|criteres|modalites) de (selection|candidature|depot)\b|\bdepot des candidatures\b/.test(
        folded,
      ),
      0.15,
    ],
    [/\b(reglement|cahier des charges) (de l'appel|de consultation)\b/.test(folded), 0.15],
    [/\bdu present (ami|appel)\b|\ble present (ami|appel)\b/.test(folded), 0.2],
    [
      call.sectors.every((sector) => folded.includes(fold(sector.label).replace(/^(le|la|les|l')\s*/, ''))),
      0.1,
    ],
  ]
  return Math.min(
    1,
    signs.reduce((sum, [said, weight]) => sum + (said ? weight : 0), 0),
  )
}

const A_CALL = /\bappels? a (manifestation d'interet|projets?|candidatures?)\b|\b(ami|aap)\b/

/** True when a text is about some call and says no phrase of ours, or says a phrase that only another call uses. */
export function otherCallsSaid(folded: string, call: Call): boolean {
  const ours =
    call.recognition.strong.some((words) => folded.includes(fold(words))) ||
    folded.includes(fold(call.authority.name))
  if (ours) return false
  return A_CALL.test(folded) || call.recognition.otherCalls.some((words) => folded.includes(fold(words)))
}
