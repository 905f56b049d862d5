import { fold } from '../base/folding.ts'

/** A text as the name of a call: « Quartiers vivants » is quartiers-vivants. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '')
}

/** What begins registration numbers: of the words that matter, two to four letters. */
export function initials(text: string): string {
  const words =
    fold(text)
      .toUpperCase()
      .match(/[A-Z0-9]{3,}/g) ?? []
  return words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 4)
    .padEnd(2, 'X')
}

/** A label without its article: « le numérique » is numérique. */
export function withoutArticle(label: string): string {
  return label.replace(/^(?:une?|les?|la|des|l['’]|the|an?) ?(?<=[ '’])/i, '')
}

/** The same, folded: « Le Numérique » is numerique. */
export function bareLabel(label: string): string {
  return withoutArticle(fold(label))
}

/** The same as an id of the file. */
export function wordId(label: string): string {
  return bareLabel(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}

/** Names that differ: what is there already gets a number. */
export function eachOnce(names: readonly string[]): readonly string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((one) => one === name).length
    return before === 0 ? name : `${name}_${before + 1}`
  })
}
