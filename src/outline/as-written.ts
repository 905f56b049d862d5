import type { Paragraph } from './paragraphs.ts'
import type { Outline, Proposed, Value } from './proposed.ts'

/**
 * Values and quotations in the signs of the published text: it was read with plain apostrophes and dashes, of
 * which each stands for one of its own.
 */
export function asWritten({ proposed, doubts }: Outline, paragraphs: readonly Paragraph[]): Outline {
  const at = new Map(paragraphs.map((one) => [one.line, one]))
  function restored<Item extends Pick<Proposed, 'place'>>(item: Item): Item {
    const paragraph = at.get(item.place.line)
    if (paragraph === undefined) return item
    return { ...item, place: { ...item.place, quote: inSigns(item.place.quote, paragraph) } }
  }
  return {
    proposed: proposed.map((one) => {
      const paragraph = at.get(one.place.line)
      const value = paragraph === undefined ? one.value : valueInSigns(one.value, paragraph)
      return { ...restored(one), value }
    }),
    doubts: doubts.map(restored),
  }
}

function valueInSigns(value: Value, paragraph: Paragraph): Value {
  if (typeof value === 'string') return inSigns(value, paragraph)
  if (Array.isArray(value)) return value.map((one: Value) => valueInSigns(one, paragraph))
  if (typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, valueInSigns(inner as Value, paragraph)]),
  )
}

/** Whatever case its first letter was given. */
function inSigns(text: string, { text: plain, written }: Paragraph): string {
  const rest = text.slice(1)
  for (const first of new Set([text.charAt(0), text.charAt(0).toLowerCase(), text.charAt(0).toUpperCase()])) {
    const index = plain.indexOf(first + rest)
    if (index >= 0) return text.charAt(0) + written.slice(index + 1, index + text.length)
  }
  return text
}
