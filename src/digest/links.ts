/** An application’s number as letters print it, whole. */
const NUMBER = /<span class="whole">([A-Z0-9]{2,8}-[2-9A-HJKMNP-TV-Z]{5})<\/span>/g

/** Each application that a digest names leads to its page, where staff have pages. */
export function withLinks(html: string, consoleUrl: string): string {
  return html.replace(NUMBER, `<a class="whole" href="${consoleUrl}/candidatures/$1">$1</a>`)
}
