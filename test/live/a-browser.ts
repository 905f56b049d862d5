import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { z } from 'zod'

/** Debian's own; Playwright's would be a download. */
const PROGRAM = '/usr/bin/chromium'
/** It speaks to nobody but the page: no update, no sync, no first run. */
const ALONE = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const WIDTHS = [320, 1280] as const
export const SCHEMES = ['light', 'dark'] as const

/** A real browser without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: ALONE })
}

const Violations = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
)
/** WCAG 2.2 A and AA with the contrast of AAA, and the structure that assistive programs go by. */
/** A letter in its frame is looked at as a page of its own (letters.test.ts): nothing runs in that frame. */
const AXE = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // The stricter of the two contains the other.
  rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true },
    'frame-tested': { enabled: false } },
  resultTypes: ['violations', 'incomplete'],
}).then(({ violations, incomplete }) => [...violations, ...incomplete].map(({ id, nodes }) => ({
  id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })) })))`

/** What axe-core finds wrong in the page as it stands, or could not decide; [] is a good page. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source)
  const found = Violations.parse(await page.evaluate(AXE))
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)}: ${node.failureSummary}`),
  )
}

const Outline = z.object({
  language: z.string(),
  headings: z.array(z.number()),
  overflowing: z.array(z.string()),
})
/** Off-screen text for screen readers is not seen, so it does not overflow. */
const OUTLINE = `({
  language: document.documentElement.lang,
  headings: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.tagName.slice(1))),
  overflowing: [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .map((one) => one.outerHTML.slice(0, 120)),
})`

/** Language, heading levels, and the elements that reach over the right edge of the window. */
export async function outlineOf(page: Page): Promise<z.infer<typeof Outline>> {
  return Outline.parse(await page.evaluate(OUTLINE))
}

/** No heading is missing between two levels, and there is one of the first. */
export function isOrdered(headings: readonly number[]): boolean {
  const first = headings.filter((level) => level === 1).length === 1 && headings[0] === 1
  return first && headings.every((level, index) => index === 0 || level <= (headings[index - 1] ?? 0) + 1)
}
