const URL_IN_TEXT = /\bhttps?:\/\/[^\s<>"'\]\\^`{|}]+/gi
const LINKS_AT_MOST = 500

/** Absolute http(s) addresses of a body, in order, each once. HTML is given as its source. */
export function linksOf(text: string, html: string): string[] {
  const found = new Set<string>()
  for (const source of [text, html.replaceAll('&amp;', '&')]) {
    for (const match of source.matchAll(URL_IN_TEXT)) {
      if (found.size >= LINKS_AT_MOST) return [...found]
      const link = withoutTail(match[0])
      if (URL.canParse(link)) found.add(link)
    }
  }
  return [...found]
}

/** Punctuation that ends the sentence, not the address. */
function withoutTail(link: string): string {
  const bare = link.replace(/[.,;:!?»”’*]+$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}
