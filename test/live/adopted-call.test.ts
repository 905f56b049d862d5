import { copyFile, mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { demonstrationCall } from '../../demo/demonstration.ts'
import { startBrowser } from './a-browser.ts'
import { aConsole, until } from './a-console.ts'
import { fillPage } from './make-a-call.ts'

const FILE = resolve(import.meta.dirname, '../../demo/call.yaml')

it('the running service takes up a changed call, and a moved deadline with it, once a second person adopts it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-adopted-'))
  const calls = join(folder, 'calls')
  await mkdir(calls)
  await copyFile(FILE, join(calls, 'appel.yaml'))
  await using browser = await startBrowser()
  await using running = await aConsole(demonstrationCall(), folder, { RECEPISSE_CALL: calls })
  const page = await running.enter(browser, 'administrator')
  const second = await running.enter(browser, 'staff')
  const said = async (on = page) => (await on.locator('main').innerText()).replace(/[\u00A0\u202F\s]+/g, ' ')
  await page.goto(`${running.url}/appels`)
  await page.getByRole('button', { name: /^Modifier/ }).click()
  await page.getByRole('link', { name: 'La date limite' }).click()
  await fillPage(page, {
    'deadline.wallClock': '2022-11-23T17:00',
    'deadline.asWritten': 'avant le 23 novembre 2022 à 17h00',
  })
  await page.getByRole('link', { name: 'Retour au brouillon' }).click()
  await page.getByLabel('Motif').fill('rectificatif')
  await page.getByRole('button', { name: 'Écrire le fichier' }).click()
  await page.waitForURL(/versions\/1/)
  await second.goto(page.url())
  await until(second, async () => !(await said(second)).includes('Actualiser'))
  await second.getByLabel('Motif').fill('relu')
  await second.getByRole('button', { name: 'Adopter cette version' }).click()
  await second.waitForLoadState()
  await until(second, async () => (await said(second)).includes('Le service travaille avec cette version'))
  expect(await readFile(join(calls, 'appel.yaml'), 'utf8')).toContain('wallClock: "2022-11-23T17:00"')
  await second.goto(`${running.url}/date-limite`)
  await until(second, async () => (await said(second)).includes('17 h 00'))
  expect(await said(second)).toMatch(/relu \(version \d\)/)
}, 120_000)
