import { counted } from '../acknowledgement/french.ts'
import type { DigestBalance } from './digest.ts'

/** The mails of an account by what became of them; `unknown`: still in hand, or lost sight of. */
export function balanceOf({ unknown = 0, ...fates }: Readonly<Record<string, number>>): DigestBalance {
  const known = Object.values(fates).reduce((sum, count) => sum + count, 0)
  return { mails: known + unknown, fates, unexplained: unknown }
}

/** « 12 courriels reçus, le sort de chacun est connu »: what staff read of invariant 1 of the design. */
export function balanceInWords({ mails, unexplained }: DigestBalance): string {
  const received = counted(mails, 'courriel reçu', 'courriels reçus')
  if (mails === 0) return 'aucun courriel reçu'
  return unexplained === 0
    ? `${received}, le sort de chacun est connu`
    : `${received}, le sort de ${unexplained} n’est pas connu`
}

/** « (candidatures 10, questions 2) »; nothing before the first. */
export function fatesInWords(fates: Readonly<Record<string, number>>): string {
  const detail = Object.entries(fates).flatMap(([fate, count]) =>
    count === 0 ? [] : [`${FATES[fate] ?? fate} ${count}`],
  )
  return detail.length === 0 ? '' : ` (${detail.join(', ')})`
}

const FATES: Readonly<Record<string, string>> = {
  application: 'candidatures',
  supplement: 'compléments',
  duplicate: 'doublons',
  inquiry: 'questions',
  automatic: 'réponses automatiques',
  bounce: 'avis de non-remise',
  unrelated: 'écartés comme sans rapport',
  quarantined: 'mis à l’écart',
}
