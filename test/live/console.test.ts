import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstrationCall, sampleMails, untilSettled } from '../../demo/demonstration.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import { accessibilityFaults, startBrowser } from './a-browser.ts'
import { aConsole, type RunningConsole, until } from './a-console.ts'
import { recepisse } from './command.ts'
import { hostileApplication } from './hostile-application.ts'

/** To look at them, and for the guide: npm test writes none. */
const PICTURES = process.env['RECEPISSE_TEST_PICTURES']
const FILE = resolve(import.meta.dirname, '../../demo/call.yaml')

const call = demonstrationCall()
let browser: Browser
let running: RunningConsole
let page: Page
let callFile: string
let mails = 0

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-console-'))
  callFile = join(folder, 'call.yaml')
  await writeFile(callFile, await readFile(FILE))
  browser = await startBrowser()
  running = await aConsole(call, folder, { RECEPISSE_CALL: callFile })
  const { demonstration } = running
  const samples = (await sampleMails(call)).filter(({ file }) => /^(02|04|06|12|18|19|23)/.test(file))
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  await untilSettled(demonstration.world, samples.length, 60_000, () => undefined)
  mails = samples.length
  page = await running.enter(browser, 'staff')
}, 120_000)

afterAll(async () => {
  await browser.close()
  await running[Symbol.asyncDispose]()
})

const bare = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')
const main = async () => bare(await page.locator('main').innerText())
/** What is folded, too. */
const all = async () => bare((await page.locator('main').textContent()) ?? '')
const go = (path: string) => page.goto(`${running.url}${path}`)

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return
  const height = await page.evaluate('document.documentElement.scrollHeight')
  const clip = { x: 0, y: 0, width: 1280, height: Math.min(Number(height), 1300) }
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true, clip })
}

async function numberOf(name: string): Promise<string> {
  const { lines } = await running.demonstration.world.register.lines({ ...EVERYTHING, text: name }, 0, 1)
  return lines[0]?.number ?? ''
}

it('shows in the morning what needs a person, with its legal term, and leads there', async () => {
  await go('/')
  const said = (await main()).replace(/\s+/g, ' ')
  expect(said).toContain('Accusé de réception à envoyer vous-même')
  expect(said).toContain('Date à arbitrer')
  expect(said).toMatch(/avant le \d\d\/\d\d\/2022|sans attendre/)
  expect(said).toMatch(/7 courriels reçus, le sort de chacun est connu/)
  await picture('accueil')
})

it('lets a held acknowledgement go in the name of who is signed in', async () => {
  await go('/registre?accuse=attend')
  await page.locator('tbody a').first().click()
  const due = page.locator('.due')
  await due.getByLabel('Adresse du candidat').first().fill('direction@structure.example')
  await due.getByLabel('Motif').first().fill('adresse lue dans le formulaire')
  await picture('accuse-a-envoyer')
  await page.getByRole('link', { name: 'Voir la lettre avant de l’envoyer' }).first().click()
  await page.getByLabel('Adresse du candidat').fill('direction@structure.example')
  await page
    .getByLabel('Votre texte')
    .fill('Comme convenu au téléphone, nous vous répondons à cette adresse.')
  await page.getByLabel('Motif').fill('adresse lue dans le formulaire')
  await page.getByRole('button', { name: 'Voir la lettre' }).click()
  await page.frameLocator('iframe.letter').getByText('Comme convenu au téléphone').waitFor()
  await picture('lettre')
  await page.getByRole('button', { name: 'Envoyer l’accusé de réception' }).click()
  await page.getByText('part dans la minute').waitFor()
  await until(page, async () => (await all()).includes('partie le'))
  const sent = running.demonstration.sink.letters.filter(({ to }) =>
    to.includes('direction@structure.example'),
  )
  expect(sent.length).toBe(1)
  expect(sent[0]?.raw.toString('latin1')).toContain('t=C3=A9l=C3=A9phone')
  await page.getByText('Tout ce qui s’est passé').click()
  expect(await main()).toContain('staff@collectivite.example')
})

it('arbitrates a contested time, and again to undo it', async () => {
  await go('/registre?delai=contested')
  await page.locator('tbody a').first().click()
  await picture('arbitrage')
  const due = page.locator('.due')
  await due.getByLabel('dans les délais').check()
  await due.getByLabel('Motif').first().fill('l’appel se contredit, le doute profite au candidat')
  await page.getByRole('button', { name: 'Enregistrer la décision' }).first().click()
  await page.getByText('Votre décision est enregistrée').waitFor()
  await until(page, async () => (await page.locator('.lead').innerText()).includes('dans les délais'))
  await page.getByText('Revoir la décision sur la date').click()
  const opened = page.locator('details[open]')
  await opened.getByLabel('hors délai').check()
  await opened.getByLabel('Motif').first().fill('après examen')
  await opened.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await until(page, async () => (await page.locator('.lead').innerText()).includes('hors délai'))
})

it('corrects what was read, notes a piece received otherwise, undoes, and rectifies', async () => {
  await go(`/candidatures/${await numberOf('Quai')}`)
  await page.locator('#fait-name').fill('Coopérative du Récif')
  await page.locator('#fait-name-motif').fill('nom lu sur les statuts')
  await picture('correction')
  await page.locator('form.correct:focus-within button').click()
  await until(page, async () => (await page.locator('h1').innerText()) === 'Coopérative du Récif')
  await page.getByText('Noter une pièce').click()
  await page.locator('#autrement-role').selectOption('presentation')
  await page.locator('#autrement-comment').fill('remise au guichet le 21 novembre')
  await page.locator('#autrement-motif').fill('classée au dossier papier')
  await page.getByRole('button', { name: 'Noter la pièce' }).click()
  await until(page, async () => (await all()).includes('saisie par un agent, p. 1 : remise au guichet'))
  await page.getByText('Annuler la correction « Nom').click()
  await page.locator('[id^="annuler-"][id$="-motif"]').first().fill('erreur de saisie')
  await page.getByRole('button', { name: 'Annuler la correction' }).first().click()
  await until(page, async () => (await page.locator('h1').innerText()) !== 'Coopérative du Récif')
  await page.getByText('Corriger l’heure de réception').click()
  await page.locator('#rectifier-heure').fill('2022-11-22T09:00:00')
  await page.locator('#rectifier-motif').fill('journal du serveur de la collectivité')
  await page.getByRole('button', { name: 'Corriger et envoyer' }).click()
  await until(page, async () => /Accusé rectificatif.*partie le/s.test(await all()))
  // A person's word is judged with again, not undone by another reading.
  const replayed = await recepisse(running.demonstration.environment, 'replay', '--register')
  expect(replayed.said).toBe('0 mails would change\n')
})

it('takes a paper application with its scans into the same register', async () => {
  await go('/papier')
  await page.getByLabel('Cachet de la poste').fill('2022-11-22')
  await page.getByLabel('Reçu par').fill('Accueil')
  await page.getByLabel('Nom de la structure').fill('Atelier des Hauts')
  await page.getByLabel('Pages numérisées').setInputFiles({
    name: 'presentation.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Présentation de la structure Atelier des Hauts'),
  })
  await picture('depot-papier')
  await page.getByRole('button', { name: 'Enregistrer le dépôt' }).click()
  await until(page, async () => /à écrire.*TI22-/s.test(await main()))
  await page.getByRole('link', { name: 'Ouvrir le dossier' }).click()
  expect(await all()).toContain('Cachet de la poste')
  for (const [name, path] of [
    ['registre', '/registre'],
    ['candidature', `/candidatures/${await numberOf('Saveurs')}`],
    ['exports', '/exports'],
  ] as const) {
    await go(path)
    await picture(name)
  }
})

it('shows documents as text made by us; the original is a download that no browser opens', async () => {
  await go(`/candidatures/${await numberOf('Saveurs')}`)
  await page
    .getByRole('link', { name: /formulaire/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'En grand' }).click()
  await page.waitForURL(/pieces/)
  expect(await main()).toContain('Les Saveurs du Plateau')
  const link = page.getByRole('link', { name: 'Télécharger l’original' })
  const response = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
  expect(response.headers()['content-type']).toBe('application/octet-stream')
  expect(response.headers()['content-disposition']).toMatch(/^attachment/)
  expect(response.headers()['x-content-type-options']).toBe('nosniff')
  const drawn = () => page.evaluate('document.images[0]?.naturalWidth ?? 0')
  await expect.poll(drawn, { timeout: 20_000 }).toBeGreaterThan(500)
  await picture('piece')
})

it('hostile names, subjects and texts never run, load or break a page', async () => {
  const { dovecot, world } = running.demonstration
  await dovecot.deliver(hostileApplication(), world.clock.now())
  await untilSettled(world, mails + 1, 60_000, () => undefined)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('dialog', (dialog) => {
    throw new Error(dialog.message())
  })
  const number = await numberOf('hostile')
  const application = await running.demonstration.world.register.application(number as never)
  const mail = application?.mails[0]
  const pieces = mail?.documents.map((_, position) => `/courriels/${mail.fingerprint}/pieces/${position}`)
  expect(pieces?.length).toBe(5)
  const paths = [`/candidatures/${number}`, `/courriels/${mail?.fingerprint}`, '/registre', '/']
  const FOREIGN = 'main script, main iframe, main object, main embed, main svg, main img:not(.drawn img)'
  for (const path of [...paths, ...(pieces ?? [])]) {
    await page.goto(`${running.url}${path}`, { waitUntil: 'networkidle' })
    expect(await page.evaluate(`document.querySelectorAll("${FOREIGN}").length`), path).toBe(0)
    expect(await page.evaluate('"hacked" in window')).toBe(false)
  }
  expect(asked.filter((url) => !url.startsWith(running.url) && !url.startsWith('data:'))).toEqual([])
})

it('who only reads decides nothing; the administrator sees who did what', async () => {
  const reader = await running.enter(browser, 'reader')
  await reader.goto(`${running.url}/candidatures/${await numberOf('hostile')}`)
  expect(await reader.locator('main form').count()).toBe(0)
  const jeton = await reader.locator('input[name=jeton]').first().getAttribute('value')
  const refused = await reader.request.post(`${running.url}/papier`, { form: { jeton: jeton ?? '' } })
  expect(refused.status()).toBe(403)
  expect((await reader.request.get(`${running.url}/journal`)).status()).toBe(403)
  await reader.close()
  const administrator = await running.enter(browser, 'administrator')
  for (const path of ['/journal', '/comptes']) {
    await administrator.goto(`${running.url}${path}`)
    expect(await accessibilityFaults(administrator), path).toEqual([])
  }
  await administrator.goto(`${running.url}/journal`)
  expect(await administrator.locator('main').innerText()).toContain('staff@collectivite.example')
  await administrator.close()
})

it('a changed deadline shows its difference first, and takes effect when a person adopts it', async () => {
  const text = await readFile(callFile, 'utf8')
  await writeFile(callFile, text.replace('wallClock: "2022-11-23T16:00"', 'wallClock: "2022-11-23T10:00"'))
  await go('/date-limite')
  expect(await main()).toMatch(/Le fichier de l’appel a changé : \d+ courriels? change/)
  expect(await main()).toContain(await numberOf('Saveurs'))
  await picture('date-limite')
  await page.getByLabel('Motif').fill('rectificatif publié')
  await page.getByRole('button', { name: 'Adopter cette date limite' }).click()
  await until(page, async () => (await main()).includes('En vigueur\n23/11/2022 à 10 h 00'))
})
