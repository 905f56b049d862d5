/** The page’s languages: which one it opens in, and how another takes its place. */

/** The one that the address names, else the first of the reader’s that the page has, else the letters’. */
export function languageWanted({ hash, readers, languages }) {
  const wanted = [hash.slice(1), ...readers.map((tag) => tag.slice(0, 2).toLowerCase())]
  const found = wanted.flatMap((id) => languages.find((one) => one.id === id) ?? [])
  return found[0] ?? languages[0]
}

/** What each language’s page is made of, by its id; the first stands in the page already. */
export function bodiesOf(languages) {
  return new Map(
    languages.map(({ id }, index) => {
      const body = document.createDocumentFragment()
      const own = document.querySelector('main').cloneNode(true).childNodes
      body.append(...(index === 0 ? own : document.getElementById(`in-${id}`).content.childNodes))
      return [id, body]
    }),
  )
}

/** The page in another language; what was filled in, chosen or opened stays. */
export function put(body, { id, title }) {
  const main = document.querySelector('main')
  const fresh = body.cloneNode(true)
  for (const field of main.querySelectorAll('input, textarea'))
    fresh.getElementById(field.id).replaceWith(field)
  for (const { id: part, open } of main.querySelectorAll('details')) fresh.getElementById(part).open = open
  main.replaceChildren(fresh)
  document.documentElement.lang = id
  document.title = title
}
