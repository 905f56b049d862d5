import type { Eligibility } from '../dossier/eligibility.ts'
import type { Completeness, Timeliness } from '../verdict/finding.ts'

/** How many applications stand alike. */
export interface StateCount {
  readonly sectors: readonly string[]
  readonly timeliness: Timeliness
  readonly completeness: Completeness
  /** Null: nobody decided. */
  readonly eligibility: Eligibility | null
  readonly count: number
}

/** How many applications stand where: for the head of the register and the morning page. */
export interface LineCounts {
  readonly all: number
  readonly sectors: Readonly<Record<string, number>>
  readonly timeliness: Readonly<Partial<Record<Timeliness, number>>>
  readonly completeness: Readonly<Partial<Record<Completeness, number>>>
  readonly eligibility: Readonly<Partial<Record<Eligibility | 'undecided', number>>>
}

/** The same counted by each thing alone; an application of two sectors counts under both. */
export function countsOf(states: readonly StateCount[]): LineCounts {
  const counts = {
    all: 0,
    sectors: {} as Record<string, number>,
    timeliness: {} as Record<string, number>,
    completeness: {} as Record<string, number>,
    eligibility: {} as Record<string, number>,
  }
  const add = (to: Record<string, number>, key: string, count: number) => {
    to[key] = (to[key] ?? 0) + count
  }
  for (const { sectors, timeliness, completeness, eligibility, count } of states) {
    counts.all += count
    for (const sector of sectors.length === 0 ? [''] : sectors) add(counts.sectors, sector, count)
    add(counts.timeliness, timeliness, count)
    add(counts.completeness, completeness, count)
    add(counts.eligibility, eligibility ?? 'undecided', count)
  }
  return counts
}
