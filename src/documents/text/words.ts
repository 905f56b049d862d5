/** One line of text, for patterns and extracts. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Letters written in boxes, `|G|I|P| |X|`, as the words they make. */
export function unboxed(text: string): string {
  if ((text.match(/\|/g)?.length ?? 0) < 3) return text
  return text
    .split('|')
    .map((box) => box.replace(/_/g, '').trim() || ' ')
    .join('')
    .trim()
}

/** How many words a text has: two letters, or a digit, are one. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\d][\p{L}\d'’-]*/gu)?.filter((word) => /\p{L}{2}|\d/u.test(word)).length ?? 0
}
