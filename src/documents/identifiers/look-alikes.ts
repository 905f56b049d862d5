/**
 * A number in which a recognition took a digit for the letter that looks like it: « O475 26 2l 11 ». Letters that touch a
 * digit, or a sign between two digits, are meant; words are left as they are.
 */
export function withDigits(text: string): string {
  return text
    .replace(/(?<![\p{L}])[OoQ](?=[ .]?\d)|(?<=\d)[OoQ](?!\p{L})/gu, '0')
    .replace(/(?<![\p{L}])[lI|](?=er\b|[\d/.-])|(?<=[\d/.-])[lI|](?!\p{L})/gu, '1')
}
