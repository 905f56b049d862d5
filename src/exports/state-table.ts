import type { Call } from '../call/call.ts'
import { type Eligibility, eligibilityInWords, UNDECIDED } from '../dossier/eligibility.ts'
import type { StateCount } from '../register/states.ts'
import type { Completeness, Timeliness } from '../verdict/finding.ts'
import { completenessInWords, timelinessInWords } from '../verdict/words.ts'

/** What a column of the table counts; lists can be narrowed to the same. Empty: all that were received. */
export interface State {
  readonly completeness?: Completeness
  readonly timeliness?: Timeliness
  readonly eligibility?: Eligibility | 'undecided'
}

/** Columns that answer one question: « Dossier », « Délai », « Recevabilité ». */
export interface StateGroup {
  readonly title: string
  readonly states: readonly { readonly label: string; readonly state: State }[]
}

export const STATE_GROUPS: readonly StateGroup[] = [
  { title: 'Reçues', states: [{ label: 'en tout', state: {} }] },
  {
    title: 'Dossier',
    states: (['complete', 'incomplete', 'review'] as const).map((completeness) => ({
      label: completenessInWords(completeness),
      state: { completeness },
    })),
  },
  {
    title: 'Délai',
    states: (['late', 'contested'] as const).map((timeliness) => ({
      label: timelinessInWords(timeliness),
      state: { timeliness },
    })),
  },
  {
    title: 'Recevabilité',
    states: (['eligible', 'to_complete', 'not_eligible', 'undecided'] as const).map((eligibility) => ({
      label: eligibility === 'undecided' ? UNDECIDED : eligibilityInWords(eligibility),
      state: { eligibility },
    })),
  },
]

export interface StateRow {
  readonly label: string
  /** Null: those of whom no category is known; absent: all, each once. */
  readonly sector?: string | null
  /** In the order of the groups’ columns. */
  readonly counts: readonly number[]
}

/**
 * How many applications stand where, by category: the empty ones too, those of whom none is known, and all of
 * them. One of two categories counts under both, and once in the last row.
 */
export function stateTable(states: readonly StateCount[], call: Call): readonly StateRow[] {
  const row = (label: string, members: readonly StateCount[]) => ({
    label,
    counts: STATE_GROUPS.flatMap((group) => group.states).map(({ state }) => sumOf(members, state)),
  })
  return [
    ...call.sectors.map(({ id, label }) => ({
      ...row(
        label,
        states.filter(({ sectors }) => sectors.includes(id)),
      ),
      sector: id,
    })),
    {
      ...row(
        'Non détectée',
        states.filter(({ sectors }) => sectors.length === 0),
      ),
      sector: null,
    },
    row('Toutes', states),
  ]
}

function sumOf(members: readonly StateCount[], wanted: State): number {
  return members.filter((one) => stands(one, wanted)).reduce((sum, { count }) => sum + count, 0)
}

function stands(one: StateCount, { completeness, timeliness, eligibility }: State): boolean {
  return (
    (completeness === undefined || one.completeness === completeness) &&
    (timeliness === undefined || one.timeliness === timeliness) &&
    (eligibility === undefined || (one.eligibility ?? 'undecided') === eligibility)
  )
}
