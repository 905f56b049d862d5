import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { SAMPLES, sampleLetter } from '../../src/acknowledgement/samples.ts'
import { composeDigest } from '../../src/digest/compose.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { sampleDocument, sampleInput } from '../acknowledgement/sample-input.ts'
import { BUSY, QUIET } from '../digest/a-digest.ts'
import { accessibilityFaults, isOrdered, outlineOf, SCHEMES, startBrowser, WIDTHS } from './a-browser.ts'

const CALLS = fileURLToPath(new URL('../../config/calls', import.meta.url))
/** To look at them: npm test writes none. */
const PICTURES = process.env['RECEPISSE_TEST_PICTURES']

const calls = (await readdir(CALLS, { recursive: true }))
  .filter((file) => file.endsWith('.yaml'))
  .toSorted()
  .map((file) => readCall(join(CALLS, file)).call)
const LETTERS: readonly (readonly [name: string, html: string, language: string])[] = [
  ...calls.flatMap((call, index) =>
    // What differs from call to call is their texts: two letters show them all.
    (index === 0 ? SAMPLES : (['incomplete', 'rectification'] as const)).map(
      (name) => [`${call.id} ${name}`, sampleLetter(call, name).html, call.speech.letters.id] as const,
    ),
  ),
  ['names of files that no line holds', hostileNames(), 'fr'],
  ['digest', composeDigest(BUSY).html, 'fr'],
  ['digest with links', composeDigest({ ...BUSY, consoleUrl: 'https://ami.interco.example' }).html, 'fr'],
  ['digest with nothing new', composeDigest(QUIET).html, 'fr'],
]

function hostileNames(): string {
  const names = ['W'.repeat(250), `${'lettre_de_manifestation_'.repeat(6)}.pdf`, 'a"<b>&\u202Efdp.exe']
  const { submission } = sampleInput()
  const documents = names.map((name) => sampleDocument(name))
  return composeAcknowledgement(sampleInput({ submission: { ...submission, documents } })).html
}

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

it.each(LETTERS)(
  '%s reads well: light and dark, on a telephone and on a desk',
  async (name, html, spoken) => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.setContent(html)
    for (const colorScheme of SCHEMES)
      for (const width of WIDTHS) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        const { language, headings, overflowing } = await outlineOf(page)
        expect(language).toBe(spoken)
        expect(isOrdered(headings), headings.join()).toBe(true)
        expect(overflowing, `${colorScheme}, ${width} px`).toEqual([])
        expect(await accessibilityFaults(page), `${colorScheme}, ${width} px`).toEqual([])
        if (PICTURES !== undefined)
          await page.screenshot({
            path: join(PICTURES, `${name.replace(/\W+/g, '-')}-${colorScheme}-${width}.png`),
            fullPage: true,
          })
      }
    expect(asked, 'nothing is fetched from anywhere').toEqual([])
    await page.close()
  },
)
