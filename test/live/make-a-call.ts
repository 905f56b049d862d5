import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { callFilesOf } from '../../src/app/call-files.ts'
import type { Calls } from '../../src/call/calls.ts'
import { SESSION_COOKIE } from '../../src/console/route.ts'
import { loadCalls } from '../../src/settings/call-file.ts'
import { aSite, entered, type Site } from '../console/a-site.ts'

const OTHER = resolve(import.meta.dirname, '../../config/calls/exemple-val-de-louvre-2026.yaml')

/** A site whose calls’ files are in a folder of its own, where there is one of another call. */
export interface CallSite {
  readonly site: Site
  readonly folder: string
  /** A page of somebody of that role, signed in. */
  enter(browser: Browser, role: 'staff' | 'administrator'): Promise<Page>
}

export async function aCallSite(): Promise<CallSite> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-calls-'))
  await copyFile(OTHER, join(folder, 'autre.yaml'))
  const now = (): Calls => {
    const [first, ...others] = loadCalls(folder)
    return [first.call, ...others.map(({ call }) => call)]
  }
  const site = await aSite(null, {
    calls: now(),
    callsNow: now,
    callFiles: callFilesOf({ RECEPISSE_CALL: folder }),
  })
  return {
    site,
    folder,
    async enter(browser, role) {
      const { cookie } = await entered(site, role)
      const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
      await context.addCookies([{ name: SESSION_COOKIE, value: cookie.split('=')[1] ?? '', url: site.url }])
      return context.newPage()
    },
  }
}

/** What a person types on a page, by the names of its fields. */
export type Typed = Readonly<Record<string, string>>

/** Fills a page’s fields and saves it; fields of things to be added are opened first. */
export async function fillPage(page: Page, typed: Typed, button = 'Enregistrer et continuer'): Promise<void> {
  const closed = page.locator('main form details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(`[name="${name}"]`)
    const isChoice = (await page.locator(`select[name="${name}"]`).count()) > 0
    if (isChoice) await field.selectOption(value)
    else await field.fill(value)
  }
  await page.getByRole('button', { name: button }).click()
  await page.waitForLoadState()
}
