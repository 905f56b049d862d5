import { labelAt } from './labels.ts'

/** A colon may have so many words of label before it. */
const LABEL_WORDS = 7

/**
 * Cuts a line where a second or third label begins: « Tél : 0262… Courriel : a@b.re » is two parts. A part
 * starts at the longest run of words before a colon that is a label as a whole.
 */
export function splitAtLabels(line: string): string[] {
  const cuts = [0]
  for (const colon of line.matchAll(/\s?:(?!\/\/)/g)) {
    const from = cuts.at(-1) ?? 0
    const start = labelStart(line, from, colon.index)
    if (start > from) cuts.push(start)
  }
  return cuts.map((cut, index) => line.slice(cut, cuts[index + 1]).trim()).filter((part) => part !== '')
}

/** Where the label that ends at `colon` starts, or 0 when what stands there is none. */
function labelStart(line: string, from: number, colon: number): number {
  if (isWhole(line.slice(from, colon))) return from
  const before = line.slice(from, colon)
  const starts = [...before.matchAll(/(?:^|[\s,;|/–—-])(?=[\p{L}°])/gu)].map(
    (gap) => from + gap.index + gap[0].length,
  )
  for (const start of starts.slice(-LABEL_WORDS)) {
    const text = line.slice(start, colon)
    if (isWhole(text) && /^\p{L}/u.test(text)) return start - numberBefore(line.slice(from, start))
  }
  return 0
}

/**
 * « … Toile 6. Adresse : »: the number of a question belongs to it. So many signs of it stand before the
 * label.
 */
function numberBefore(text: string): number {
  return /(?:^|\s)(\(?\d{1,2}[.)°] ?)$/.exec(text.slice(-8))?.[1]?.length ?? 0
}

function isWhole(text: string): boolean {
  const label = labelAt(`${text} :`)
  return label !== null && label.rest === '' && label.separated
}
