import { setTimeout as delay } from 'node:timers/promises'
import { TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { type Demonstration, startDemonstration } from '../../demo/demonstration.ts'
import { freePort } from '../../demo/ports.ts'
import type { Call } from '../../src/call/call.ts'
import { recepisse } from './command.ts'

/** The whole service with its console, and people who may use it. */
export interface RunningConsole extends AsyncDisposable {
  readonly url: string
  readonly demonstration: Demonstration
  /** A page of somebody who took up an invitation and signed in. */
  enter(browser: Browser, role: 'reader' | 'staff' | 'administrator'): Promise<Page>
}

const PASSWORD = 'une phrase assez longue'

export async function aConsole(
  call: Call,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningConsole> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const demonstration = await startDemonstration(call, folder, {
    service: true,
    environment: { RECEPISSE_CONSOLE_PORT: String(port), RECEPISSE_CONSOLE_URL: url, ...environment },
  })
  return {
    url,
    demonstration,
    async enter(browser, role) {
      const email = `${role}@collectivite.example`
      const { said } = await recepisse(
        demonstration.environment,
        'account',
        'add',
        '--email',
        email,
        '--role',
        role,
      )
      const link = said.split('\n').find((line) => line.startsWith('http')) ?? ''
      const page = await browser.newPage({ locale: 'fr-FR' })
      await page.goto(link)
      await takeUp(page)
      await page.goto(`${url}/connexion`)
      await signIn(page, email, secrets.get(page) ?? '')
      return page
    },
    [Symbol.asyncDispose]: () => demonstration[Symbol.asyncDispose](),
  }
}

const secrets = new WeakMap<Page, string>()

async function takeUp(page: Page): Promise<void> {
  const secret = (await page.locator('code.key').innerText()).replace(/\s/g, '')
  secrets.set(page, secret)
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Mot de passe, encore une fois').fill(PASSWORD)
  await page.getByLabel('Code à six chiffres').fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await page.getByRole('link', { name: 'Se connecter' }).waitFor()
}

export async function signIn(page: Page, email: string, secret: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByLabel('Code à six chiffres').fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForLoadState()
}

/** Loads a page again until it says something: decisions are judged by another process. */
export async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 60_000
  const url = page.url()
  while (performance.now() < giveUpAt) {
    if ((await page.locator('main').count()) > 0 && (await holds())) return
    await delay(200)
    // A process that starts again does not answer meanwhile.
    await page.goto(url).catch(() => null)
  }
  throw new Error(`it never came: ${await page.locator('body').innerText()}`)
}
