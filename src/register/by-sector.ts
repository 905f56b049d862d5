import type { Call } from '../call/call.ts'
import type { ApplicationSummary } from './views.ts'

export interface SectorGroup {
  readonly id: string | null
  readonly label: string
  readonly members: readonly ApplicationSummary[]
}

/**
 * The applications under each of the call's sectors, gaps shown; those with no sector last. One with two
 * sectors stands under both.
 */
export function bySector(applications: readonly ApplicationSummary[], call: Call): readonly SectorGroup[] {
  const groups: SectorGroup[] = call.sectors.map((sector) => ({
    id: sector.id,
    label: sector.label,
    members: applications.filter((application) => isUnder(application, sector.id)),
  }))
  const without = applications.filter((application) => isUnder(application, null))
  return without.length === 0
    ? groups
    : [...groups, { id: null, label: 'Filière non détectée', members: without }]
}

/** `undefined`: every category; null: those of whom none is known. */
export type Category = string | null | undefined

/** Those of one category, or all. */
export function inCategory<One extends { readonly sectors: readonly string[] }>(
  all: readonly One[],
  category: Category,
): readonly One[] {
  return category === undefined ? all : all.filter((one) => isUnder(one, category))
}

/** Whether something stands under a category; null: it is of those of whom none is known. */
export function isUnder(
  { sectors }: { readonly sectors: readonly string[] },
  sector: string | null,
): boolean {
  return sector === null ? sectors.length === 0 : sectors.includes(sector)
}
