import type { Call } from '../call/call.ts'
import type { Eligibility } from '../dossier/eligibility.ts'
import type { StateCount } from '../register/states.ts'
import type { Completeness, Timeliness } from '../verdict/finding.ts'

/** A column of the table, and what it counts: lists can be narrowed to the same. */
export interface State {
  readonly label: string
  readonly completeness?: Completeness
  readonly timeliness?: Timeliness
  readonly eligibility?: Eligibility | 'undecided'
}

export const STATES: readonly State[] = [
  { label: 'Reçues' },
  { label: 'Complètes', completeness: 'complete' },
  { label: 'Incomplètes', completeness: 'incomplete' },
  { label: 'À vérifier', completeness: 'review' },
  { label: 'Hors délai', timeliness: 'late' },
  { label: 'Date à arbitrer', timeliness: 'contested' },
  { label: 'Recevables', eligibility: 'eligible' },
  { label: 'À compléter', eligibility: 'to_complete' },
  { label: 'Non recevables', eligibility: 'not_eligible' },
  { label: 'Sans décision', eligibility: 'undecided' },
]

export interface StateRow {
  readonly label: string
  /** Null: those of whom no category is known; absent: all, each once. */
  readonly sector?: string | null
  /** In the order of STATES. */
  readonly counts: readonly number[]
}

/**
 * How many applications stand where, by category: the empty ones too, those of whom none is known, and all of
 * them. One of two categories counts under both, and once in the last row.
 */
export function stateTable(states: readonly StateCount[], { sectors }: Call): readonly StateRow[] {
  const counts = (of: (one: StateCount) => boolean) => {
    const members = states.filter(of)
    return STATES.map((state) => sumOf(members, state))
  }
  return [
    ...sectors.map(({ id, label }) => ({
      label,
      sector: id,
      counts: counts((one) => one.sectors.includes(id)),
    })),
    { label: 'Non détectée', sector: null, counts: counts((one) => one.sectors.length === 0) },
    { label: 'Toutes', counts: counts(() => true) },
  ]
}

function sumOf(members: readonly StateCount[], { completeness, timeliness, eligibility }: State): number {
  return members
    .filter(
      (one) =>
        (completeness === undefined || one.completeness === completeness) &&
        (timeliness === undefined || one.timeliness === timeliness) &&
        (eligibility === undefined || (one.eligibility ?? 'undecided') === eligibility),
    )
    .reduce((sum, { count }) => sum + count, 0)
}
