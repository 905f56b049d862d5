import type { Sighting } from '../evidence/evidence.ts'
import type { Fate } from '../mail/triage.ts'
import type { SightingView } from './views.ts'

/**
 * Every mail of the watched folders against its one fate. `vanished`: in the register, no longer in the
 * mailbox.
 */
export interface BalanceSheet {
  readonly mails: number
  readonly explained: number
  readonly unexplained: readonly Sighting[]
  readonly fates: Readonly<Partial<Record<Fate, number>>>
  readonly vanished: number
}

/**
 * Each mail that is in the mailbox now against the register: what became of it, or that nothing did; and how
 * many are in the register alone.
 */
export function balanceOf(live: readonly Sighting[], register: readonly SightingView[]): BalanceSheet {
  const fateOf = new Map(register.map((view) => [keyOf(view.sighting), view.fate]))
  const fates: Partial<Record<Fate, number>> = {}
  const unexplained: Sighting[] = []
  for (const sighting of live) {
    const fate = fateOf.get(keyOf(sighting)) ?? null
    if (fate === null) unexplained.push(sighting)
    else fates[fate] = (fates[fate] ?? 0) + 1
  }
  const present = new Set(live.map(keyOf))
  const vanished = register.filter((view) => !present.has(keyOf(view.sighting))).length
  return { mails: live.length, explained: live.length - unexplained.length, unexplained, fates, vanished }
}

function keyOf({ account, folder, uidValidity, uid }: Sighting): string {
  return JSON.stringify([account, folder, uidValidity, uid])
}
