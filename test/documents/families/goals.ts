import { byLayout, type Figure, scores, scoresByField } from '../corpus/figures.ts'
import type { Measured } from '../corpus/measure.ts'

/** The share of values told that are right, and of values there that are read, on the part that is only scored. */
export const GOALS = { born: 0.995, scan: 0.97 } as const

/** A figure, and what is asked of it. */
export type Aimed = Figure & { readonly goal: number }
/** What is reached where a goal is not, by the name of its figure. */
export type Reached = Readonly<Record<string, { readonly precision: number; readonly recall: number }>>

/** The figures that are below their goal, rounded down. */
export function belowGoal(figures: ReadonlyMap<string, Aimed>): Reached {
  const down = (share: number): number => Math.floor(1000 * share) / 1000
  const below = [...figures].filter(([, { precision, recall, goal }]) => Math.min(precision, recall) < goal)
  return Object.fromEntries(
    below.map(([name, { precision, recall }]) => [
      name,
      { precision: down(precision), recall: down(recall) },
    ]),
  )
}

/** Whether a figure is below its goal, and below what was reached. */
export function hasFallen({ precision, recall, goal }: Aimed, reached: Reached[string] | undefined): boolean {
  const least = reached ?? { precision: goal, recall: goal }
  return precision < Math.min(goal, least.precision) || recall < Math.min(goal, least.recall)
}

/**
 * Figures by field and by kind of layout. Of scans there are too few for both at once: by field, and by layout.
 */
export function figuresOf(measured: readonly Measured[]): Map<string, Aimed> {
  const figures = new Map<string, Aimed>()
  for (const [kind, goal] of Object.entries(GOALS)) {
    const of = measured.filter((one) => one.golden.kind === kind)
    figures.set(`${kind}, all`, { ...scores(of), goal })
    for (const [field, figure] of scoresByField(of)) figures.set(`${kind}, ${field}`, { ...figure, goal })
    for (const [layout, documents] of byLayout(of)) {
      figures.set(`${kind}, ${layout}`, { ...scores(documents), goal })
      if (kind !== 'born') continue
      for (const [field, figure] of scoresByField(documents))
        figures.set(`${kind}, ${layout}, ${field}`, { ...figure, goal })
    }
  }
  return figures
}
