/**
 * A number in which a recognition took a digit for the letter that looks like it: « O475 26 2l 11 ». Letters
 * that touch a digit, or a sign between two digits, are meant; words are left as they are.
 */
export function withDigits(text: string): string {
  return text
    .replace(/(?<![\p{L}])[OoQ](?=[ .]?\d)|(?<=\d)[OoQ](?!\p{L})/gu, '0')
    .replace(/(?<![\p{L}])[lI|](?=er\b|[\d/.-])|(?<=[\d/.-])[lI|](?!\p{L})/gu, '1')
}

/**
 * The letters for which recognition took signs and digits that look like them: « 0livier », « Michel|e », «
 * PAU1 ».
 */
export function withLetters(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])0(?=\p{L}{2})|(?<=\p{Lu})0(?!\d)/gu, 'O')
    .replace(/(?<=\p{Ll})0(?!\d)/gu, 'o')
    .replace(/(?<![\p{L}\d])[1|!](?=\p{Ll}{2})|(?<=\p{Lu})[1|!](?=\p{Lu})/gu, 'I')
    .replace(/(?<=\p{Ll})[1|!](?=\p{Ll}|$)/gu, 'l')
}

/**
 * A telephone whose first sign was taken for a letter, whichever: « N475 26 21 11 ». Only the nought that
 * national numbers begin with can stand there; the plan of numbers has to say that it is one.
 */
export function withNought(text: string): string {
  return text.replace(/^\W{0,3}\p{Lu}(?=\d)/u, '0')
}
