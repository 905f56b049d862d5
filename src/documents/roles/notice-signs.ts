import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'

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

const A_CALL = /\b(appels? a (manifestation d'interet|projets?|candidatures?)|ami|aap)\b/g
/** Who else publishes calls, or how another call is named right behind the word. */
const OTHER_AUTHORITY =
  /\b(region (?!reunion|la reunion)[a-z]+|(le|du|au) departement\b|(la|de la|a la) region\b(?! reunion)|departement (de|du|des) (?!la reunion)|cinor|civis|casud|tco\b|territoire de la cote ouest|ademe|bpifrance|fse|feder|leader|prefecture|anr|france 2030|ville de|commune de|metropole|conseil (regional|departemental))\b/
/** The Region is a partner that many name; its own calls are « appels à projets », and this one is none. */
const REGIONS_CALL = /\b(appels? a projets?|aap|demande de subvention)\b/
const REGION = /\bregion (de )?(la )?reunion\b/
const NEAR = 90

/**
 * True when a text answers another call: it says a phrase that only another call uses, or names a call next
 * to another authority, and says nothing of ours. A letter that just says « l'AMI » may well be ours.
 */
export function answersOtherCall(folded: string, call: Call): boolean {
  const ours = [...call.recognition.strong, call.authority.name].some((words) => folded.includes(fold(words)))
  if (ours) return false
  if (call.recognition.otherCalls.some((words) => folded.includes(fold(words)))) return true
  return [...folded.matchAll(A_CALL)].some((mention) => {
    const around = folded.slice(Math.max(0, mention.index - NEAR), mention.index + NEAR)
    return OTHER_AUTHORITY.test(around) || (REGION.test(around) && REGIONS_CALL.test(around))
  })
}
