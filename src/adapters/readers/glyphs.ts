/** Characters of Wingdings and its kin, which Word forms draw boxes with, in the private area F000–F0FF. */
const TICKED = new Set(['FE', 'FD', 'FC', '78', '53', '54', '52', '51'])
const UNTICKED = new Set(['A8', 'A3', '6F', '70', '71', '72', '2A', 'A0'])

/** A symbol given by its code in a symbol font, as the box or bullet that it draws. */
export function glyphOf(code: string): string {
  const low = code.toUpperCase().slice(-2)
  if (TICKED.has(low)) return '☒'
  if (UNTICKED.has(low)) return '☐'
  return '•'
}

/** The same for characters of the private area that stand in the text itself, as PDF writers leave them. */
export function unprivate(text: string): string {
  return text.replace(/[\uF000-\uF0FF]/g, (character) => glyphOf(character.charCodeAt(0).toString(16)))
}
