import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { NOTICE_PHRASES } from '../../knowledge/notice-phrases.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'

/**
 * How much a folded text is the call itself, sent back: its title, its deadline as written, its standing
 * phrases.
 */
export function callNoticeScore(folded: string, call: Call): number {
  const weights = WEIGHTS.roles.notice
  const phrases = NOTICE_PHRASES.all(folded).reduce((sum, { entry }) => sum + weights[entry.id], 0)
  const titled = folded.includes(fold(call.title)) ? weights.title : 0
  const dated = folded.includes(fold(call.deadline.asWritten)) ? weights.deadline : 0
  const listed = call.sectors.every((sector) => folded.includes(withoutArticle(fold(sector.label))))
  return Math.min(1, phrases + titled + dated + (listed ? weights.sectors : 0))
}

function withoutArticle(label: string): string {
  return label.replace(/^(?:le|la|les|l')\s*/, '')
}
