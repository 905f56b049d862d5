import { byLayout, type Figure, scores, scoresByField } from '../corpus/figures.ts'
import type { Measured } from '../corpus/measure.ts'

/** The share of values told that are right, and of values there that are read, on the part that is only scored. */
export const GOALS = { born: 0.995, scan: 0.97 } as const

/**
 * Figures by field and by kind of layout. Of scans there are too few for both at once: by field, and by layout.
 */
export function figuresOf(measured: readonly Measured[]): Map<string, Figure & { readonly goal: number }> {
  const figures = new Map<string, Figure & { goal: number }>()
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
