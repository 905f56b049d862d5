/** An application’s number as letters print it, whole. */
const NUMBER = /<span class="whole">([A-Z0-9]{2,8}-[2-9A-HJKMNP-TV-Z]{5})<\/span>/g

/** What a sentence of the digest calls the list of mails put aside. */
export const SET_ASIDE = '« Écartés »'
const LIST = /«\u00A0Écartés\u00A0»/g

/**
 * Each application that a digest names leads to its page, and each list to itself, where staff have pages.
 */
export function withLinks(html: string, consoleUrl: string): string {
  return html
    .replace(NUMBER, `<a class="whole" href="${consoleUrl}/candidatures/$1">$1</a>`)
    .replace(LIST, `<a href="${consoleUrl}/ecartes">$&</a>`)
}
