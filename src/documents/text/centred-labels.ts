import type { Page } from '../document.ts'
import { isPlaceholder, labelAt } from './labels.ts'

const AROUND = /(^|\n)\t([^\t\n]+)\n([^\t\n]+)\n([^\t\n]+)(?=\n|$)/g

/**
 * A row whose label stands at half the height of an answer of two lines is laid out as three: the first line of the
 * answer with nothing before it, the label, the second line. Here it is a row again.
 */
export function withCentredLabels(page: Page): Page {
  const text = page.text.replace(
    AROUND,
    (whole, start: string, above: string, label: string, below: string) => {
      const found = labelAt(label)
      const isLabel = found !== null && found.rest === '' && labelAt(below) === null && !isPlaceholder(above)
      return isLabel ? `${start}${label}\t${above}\u2028${below}` : whole
    },
  )
  return text === page.text ? page : { ...page, text }
}
