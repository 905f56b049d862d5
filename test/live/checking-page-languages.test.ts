import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { languageNamed } from '../../src/settings/language-files.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { accessibilityFaults, isOrdered, outlineOf, SCHEMES, startBrowser, WIDTHS } from './a-browser.ts'
import { blockOf, pageFor, signerDrawn } from './a-checking-page.ts'

const [fr, en, de] = ['fr', 'en', 'de'].map(languageNamed) as [Language, Language, Language]
type Language = ReturnType<typeof languageNamed>
const call = { ...sampleCall, speech: { letters: fr, beside: [en, de], translates: null } }
const signer = signerDrawn()
const block = blockOf(call, signer)

let browser: Browser
let address: string
beforeAll(async () => {
  browser = await startBrowser()
  address = await pageFor(call, signer)
})
afterAll(() => browser.close())

/** A page of somebody whose browser is in that language; axe needs the policy aside. */
async function opened(locale: string, at = address): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({ locale, bypassCSP: true, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(at)
  return [page, context]
}
const languageOf = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.lang')
const headingOf = (page: Page): Promise<string> => page.locator('h1').innerText()

it.each([
  ['de-AT', '', 'de'],
  ['it-IT', '', 'fr'],
  ['fr-FR', '', 'fr'],
  ['de-AT', '#en', 'en'],
  ['en-US', '#xx', 'en'],
])('a reader of %s at « %s » finds it in %s', async (locale, hash, id) => {
  const [page, context] = await opened(locale, `${address}${hash}`)
  expect(await languageOf(page)).toBe(id)
  expect(await headingOf(page)).toBe(languageNamed(id).page.heading)
  expect(await page.title()).toBe(`${languageNamed(id).page.heading} – ${call.authority.name}`)
  await context.close()
})

it('a change of language keeps what was given and opened, and says the result again', async () => {
  const [page, context] = await opened('fr-FR')
  await page.locator('#pasted').fill(block)
  await page
    .locator('#files')
    .setInputFiles({ name: 'a.pdf', mimeType: 'text/plain', buffer: Buffer.from('a') })
  await page.locator('#more summary').click()
  await page.locator('#key').fill(signer.publicPem)
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByText('mais un point ne concorde pas').waitFor()
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await page.getByText('aber ein Punkt stimmt nicht überein').waitFor()
  expect(await languageOf(page)).toBe('de')
  expect(await page.locator('#pasted').inputValue()).toBe(block)
  expect(await page.locator('#key').isVisible()).toBe(true)
  expect(await page.evaluate('document.activeElement.id')).toBe('de')
  await page.locator('#key').fill('')
  await page.getByRole('button', { name: 'Überprüfen' }).click()
  await page.getByText('Er wurde von der Behörde').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('result-title')
  await page.goBack()
  await page.getByText('mais un point ne concorde pas').waitFor()
  expect(await headingOf(page)).toBe(fr.page.heading)
  await context.close()
})

it.each(['en', 'de'])('in %s it reads as well as in French', async (id) => {
  const [page, context] = await opened(id)
  await page.locator('#pasted').fill(block)
  await page.getByRole('button', { name: languageNamed(id).page.check }).click()
  await page.locator('#result .verdict').waitFor()
  for (const colorScheme of SCHEMES)
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      const { headings, overflowing, language } = await outlineOf(page)
      expect([language, isOrdered(headings), overflowing]).toEqual([id, true, []])
      expect(await accessibilityFaults(page)).toEqual([])
    }
  await context.close()
})

it('where no program runs, the page says so in each of its languages, and offers none', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address)
  for (const language of [fr, en, de])
    expect(await page.locator('#result').innerText()).toContain(language.page.result.notStarted.slice(0, 20))
  expect(await page.locator('nav').isVisible()).toBe(false)
  await context.close()
})
