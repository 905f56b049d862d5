import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { savedMails } from '../../src/adapters/archive/saved-mails.ts'
import { replay } from '../../src/app/replay.ts'
import type { Call } from '../../src/call/call.ts'
import { SECTIONS } from '../../src/console/call-sections.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { accessibilityFaults, startBrowser } from './a-browser.ts'
import { aCallSite, type CallSite, fillPage } from './make-a-call.ts'
import { FIELDS_TYPED, TYPED } from './what-is-typed.ts'

/** To look at them: npm test writes none. */
const PICTURES = process.env['RECEPISSE_TEST_PICTURES']
const TEXT = resolve(import.meta.dirname, '../fixtures/appel-cirest-2022.txt')
const BY_HAND = resolve(import.meta.dirname, '../../config/calls/cirest-territoires-industrie-2022.yaml')
const MAILS = resolve(import.meta.dirname, '../../demo/mails')

let browser: Browser
let calls: CallSite
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  calls = await aCallSite()
  page = await calls.enter(browser, 'administrator')
})

afterAll(async () => {
  await browser.close()
  await calls.site[Symbol.asyncDispose]()
})

async function picture(name: string, on = page): Promise<void> {
  if (PICTURES === undefined) return
  await on.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
  await on.setViewportSize({ width: 390, height: 800 })
  await on.screenshot({ path: join(PICTURES, `${name}-390.png`), fullPage: true })
  await on.setViewportSize({ width: 1280, height: 800 })
}

const said = async (on = page) => (await on.locator('main').innerText()).replace(/[\u00A0\u202F\s]+/g, ' ')

/** What becomes of each of the demonstration’s mails by a call: fate, states, findings, and whether it is answered. */
async function judged(call: Call): Promise<readonly unknown[]> {
  const replayed = await replay([call], await savedMails([MAILS]), () => undefined)
  return replayed.map(({ file, view, letter, copyOf }) => ({
    file,
    copyOf,
    fate: view.fate,
    receivedAt: view.receipt?.receivedAt,
    timeliness: view.verdict?.timeliness,
    completeness: view.verdict?.completeness,
    sectors: view.verdict?.sectors,
    findings: (view.verdict?.findings ?? []).map((finding) => JSON.stringify(finding)).sort(),
    applicant: view.applicant,
    decision: view.decision,
    isAnswered: letter !== null,
    to: letter?.letter.to,
  }))
}

it('a call is made from its published text, adopted by a second person, and judges as the one written by hand', async () => {
  await page.goto(`${calls.site.url}/appels`)
  await picture('appels-vides')
  await page.getByRole('link', { name: 'Nouvel appel' }).click()
  await page.getByLabel('Texte de l’appel').fill(await readFile(TEXT, 'utf8'))
  await picture('nouvel-appel')
  await page.getByRole('button', { name: 'Lire l’appel' }).click()
  await page.waitForURL(/brouillons/)
  expect(await said()).toContain('ligne')
  await picture('brouillon')
  await page.getByRole('link', { name: 'L’appel', exact: true }).click()
  for (const [name, typed] of TYPED) {
    expect(page.url()).toContain(`/${name}`)
    await picture(`page-${name}`)
    await fillPage(page, typed)
    if (!page.url().includes('/renseignements')) continue
    for (const fields of FIELDS_TYPED) await fillPage(page, fields, 'Enregistrer et voir la lettre')
    await picture('page-renseignements')
    await fillPage(page, {})
  }
  expect(await said()).toContain('Le contrôle ne trouve rien à corriger')
  expect(await accessibilityFaults(page)).toEqual([])
  await picture('brouillon-pret')
  await page.getByLabel('Motif').fill('premier fichier de l’appel')
  await page.getByRole('button', { name: 'Écrire le fichier' }).click()
  await page.waitForURL(/versions\/1/)
  expect(await said()).toContain('une autre personne, agent ou administrateur, doit la relire et l’adopter')
  await picture('version')
  expect((await readdir(calls.folder)).sort()).toEqual(['autre.yaml'])
  const second = await calls.enter(browser, 'staff')
  await second.goto(page.url())
  await second.getByLabel('Motif').fill('relu avec le texte')
  await picture('version-a-adopter', second)
  await second.getByRole('button', { name: 'Adopter cette version' }).click()
  await second.waitForURL(/version-adoptee/)
  expect(await said(second)).toContain('Le fichier est écrit')
  await picture('version-adoptee', second)
  const made = readCall(join(calls.folder, 'cirest-territoires-industrie-2022.yaml')).call
  const [one, other] = [await judged(made), await judged(readCall(BY_HAND).call)]
  expect(one.length).toBeGreaterThan(20)
  expect(one).toEqual(other)
  const stricter = { ...made, deadline: { ...made.deadline, wallClock: '2022-11-23T15:00' } }
  expect(await judged(stricter)).not.toEqual(other)
}, 180_000)

it('a file that is gone through in the browser without a change stays byte for byte', async () => {
  await page.goto(`${calls.site.url}/appels`)
  await page
    .getByRole('button', { name: /^Modifier/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'L’appel', exact: true }).click()
  for (const { id } of SECTIONS) {
    expect(page.url()).toContain(`/${id}`)
    await fillPage(page, {})
  }
  const [draft] = await calls.site.service.register.callDrafts()
  expect(draft?.body).toBe(await readFile(join(calls.folder, 'autre.yaml'), 'utf8'))
})
