import { type Html, html, NOTHING } from './html.ts'
import type { Asked } from './route.ts'

const LAST_PAGE = 10_000

/** Which page of a list is asked for, from 1. */
export function pageAsked({ query }: Asked): number {
  return Math.max(1, Math.min(LAST_PAGE, Math.trunc(Number(query['page'] ?? '1')) || 1))
}

/** The way to the pages before and after one of a list. */
export function pager({ query }: Asked, path: string, label: string, number: number, pages: number): Html {
  if (pages < 2) return NOTHING
  const to = (page: number) => `${path}?${new URLSearchParams({ ...query, page: String(page) })}`
  return html`<nav class="pager" aria-label="${label}">
${number > 1 ? html`<a rel="prev" href="${to(number - 1)}">Page précédente</a>` : NOTHING}
<span>Page ${number} sur ${pages}</span>
${number < pages ? html`<a rel="next" href="${to(number + 1)}">Page suivante</a>` : NOTHING}
</nav>`
}
