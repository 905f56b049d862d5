/** An application’s number as letters print it, whole. */
const NUMBER = /<span class="whole">([A-Z0-9]{2,8}-[2-9A-HJKMNP-TV-Z]{5})<\/span>/g

/** What a sentence of the digest calls the list of mails put aside, and the morning's. */
export const SET_ASIDE = '« Écartés »'
export const TO_DO = '« À faire »'
const LISTS = [
  [/«\u00A0Écartés\u00A0»/g, '/ecartes'],
  [/«\u00A0À faire\u00A0»/g, '/'],
] as const

/**
 * Each application that a digest names leads to its page, and each list to itself, where staff have pages.
 */
export function withLinks(html: string, consoleUrl: string): string {
  const numbered = html.replace(NUMBER, `<a class="whole" href="${consoleUrl}/candidatures/$1">$1</a>`)
  return LISTS.reduce(
    (linked, [list, path]) => linked.replace(list, `<a href="${consoleUrl}${path}">$&</a>`),
    numbered,
  )
}
