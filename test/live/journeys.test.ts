import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstrationCall, sampleMails, untilSettled } from '../../demo/demonstration.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import { application } from '../steps/a-service.ts'
import { startBrowser } from './a-browser.ts'
import { aConsole, type RunningConsole, until } from './a-console.ts'

/** What an agent does in a morning, in a real browser, with every click counted; typing apart. */
const call = demonstrationCall()
let browser: Browser
let running: RunningConsole
let page: Page
let clicks = 0

beforeAll(async () => {
  browser = await startBrowser()
  running = await aConsole(call, await mkdtemp(join(tmpdir(), 'recepisse-journeys-')))
  const { demonstration } = running
  const samples = await sampleMails(call)
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  const machine = { headers: 'Auto-Submitted: auto-generated\n' }
  const more = ['Atelier des Hauts', 'Fret du Volcan', 'Moulin Rouge'].map((name) =>
    application(name, machine),
  )
  const at = samples.at(-1)?.at ?? demonstration.world.clock.now()
  for (const raw of more) await demonstration.dovecot.deliver(Buffer.from(raw), at)
  await untilSettled(demonstration.world, samples.length + more.length, 120_000, () => undefined)
  page = await running.enter(browser, 'staff')
  await page.setViewportSize({ width: 1280, height: 800 })
}, 240_000)

afterAll(async () => {
  await browser.close()
  await running[Symbol.asyncDispose]()
})

async function click(what: Locator): Promise<void> {
  clicks += 1
  await what.click()
}

/** Tasks of the morning that are about one mail or dossier. */
const tasks = () => page.locator('.tasks a[href^="/candidatures/"], .tasks a[href^="/courriels/"]')

/** Decides what is due on the page that is open. */
async function decide(): Promise<void> {
  const answer = page.getByRole('link', { name: 'Répondre à ce message' })
  if ((await answer.count()) > 0) return answerQuestion(answer)
  const compare = page.getByText('Comparer, puis décider')
  if ((await compare.count()) > 0) return tellApart(compare.first())
  const due = page.locator((await page.locator('.due').count()) > 0 ? '.due' : 'main')
  const inTime = due.getByLabel('dans les délais', { exact: true })
  if ((await inTime.count()) > 0) {
    await click(inTime)
    await due.getByLabel('Motif').first().fill('le doute profite au candidat')
    await click(due.getByRole('button', { name: 'Enregistrer la décision' }).first())
    await page.getByText('Votre décision est enregistrée').waitFor()
    return
  }
  const address = due.getByLabel('Adresse du candidat').first()
  if (!/@/.test(await address.inputValue())) await address.fill('direction@structure.example')
  await due.getByLabel('Motif').first().fill('adresse lue dans le formulaire')
  await click(due.getByRole('button', { name: 'Envoyer l’accusé de réception' }).first())
  await page.getByText('part dans la minute').waitFor()
}

async function tellApart(compare: Locator): Promise<void> {
  await click(compare)
  const form = page.locator('form[action$="/distinguer"]').first()
  await form.getByLabel('Motif').fill('deux structures, un même cabinet')
  await click(form.getByRole('button'))
  await page.getByRole('status').waitFor()
}

async function answerQuestion(answer: Locator): Promise<void> {
  await click(answer)
  await page.getByLabel('Votre texte').fill('Oui : une association peut répondre à cet appel.')
  await click(page.getByRole('button', { name: /^Envoyer/ }))
  await page.getByRole('status').waitFor()
}

it('eight tasks are decided with 25 clicks at most', async () => {
  await page.goto(`${running.url}/`)
  const waiting = await tasks().count()
  expect(waiting).toBeGreaterThanOrEqual(8)
  clicks = 0
  for (let done = 0; done < 8; done += 1) {
    await page.goto(`${running.url}/`)
    await click(tasks().first())
    await decide()
  }
  await page.goto(`${running.url}/`)
  expect(await tasks().count()).toBe(waiting - 8)
  expect(clicks).toBeLessThanOrEqual(25)
}, 240_000)

it('the next task is one click away, and by the keyboard alone it is decided, too', async () => {
  await page.goto(`${running.url}/`)
  await page.locator('.tasks a[href^="/candidatures/"]').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('h1').waitFor()
  await tabTo(`document.activeElement?.getAttribute('href') === '#a-decider'`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  if ((await page.evaluate(`document.activeElement?.type === 'radio'`)) === true)
    await page.keyboard.press('Space')
  if ((await page.evaluate(`document.activeElement?.name === 'adresse'`)) === true) {
    await page.keyboard.press('Control+A')
    await page.keyboard.type('direction@structure.example')
  }
  await tabTo(AT_REASON)
  await page.keyboard.type('vérifié au téléphone')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('part dans la minute').or(page.getByText('est enregistrée')).first().waitFor()
})

/** In the decision that is due, not in what may be corrected. */
const AT_REASON = `document.activeElement?.name === 'motif' && document.activeElement.closest('.due') !== null`

/** So many tabs at most: more is no way for whoever has no mouse. */
const TABS = 30

async function tabTo(there: string): Promise<void> {
  for (let tabs = 0; tabs < TABS; tabs += 1) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(there)) === true) return
  }
  throw new Error(`${TABS} tabs did not lead there: ${there}`)
}

it('a SIRET that is seen to be wrong on the page is corrected with two clicks', async () => {
  await page.goto(`${running.url}/candidatures/${await numberOf('Saveurs')}`)
  clicks = 0
  await click(page.locator('#fait-siret'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('700 000 136 00015')
  await click(page.locator('form.correct:focus-within button'))
  await page.getByText('La correction est enregistrée').waitFor()
  const shown = async () => (await page.locator('#fait-siret').inputValue()).replace(/\s/g, ' ')
  await until(page, async () => (await shown()) === '700 000 136 00015')
  expect(clicks).toBe(2)
})

it('whoever is on the telephone is found, however the number is said', async () => {
  for (const said of ['0262 50 11 22', '0262501122', '+262 262 50 11 22', '0262.50.11.22']) {
    await page.goto(`${running.url}/`)
    clicks = 0
    await page.locator('#trouver').fill(said)
    await click(page.getByRole('button', { name: 'Chercher' }))
    await page.locator('tbody a').first().waitFor()
    expect(await page.locator('tbody').innerText(), said).toContain('Pile')
    expect(clicks).toBe(1)
  }
})

it('an applicant is written to from a template, and the letter leaves for who applied', async () => {
  const number = await numberOf('Saveurs')
  await page.goto(`${running.url}/candidatures/${number}`)
  const before = running.demonstration.sink.letters.length
  clicks = 0
  await click(page.getByRole('link', { name: 'Écrire au candidat' }).first())
  const template = page.getByLabel('Modèle')
  await template.selectOption({ index: 1 })
  clicks += 1
  await click(page.getByRole('button', { name: 'Insérer le modèle' }))
  expect(await page.getByLabel('Votre texte').inputValue()).not.toBe('')
  await page
    .getByLabel('Votre texte')
    .fill('La page 2 de votre formulaire est illisible : pourriez-vous la renvoyer ?')
  await click(page.getByRole('button', { name: 'Envoyer le message' }))
  await page.getByRole('status').first().waitFor()
  await until(page, async () => running.demonstration.sink.letters.length > before)
  const [letter] = running.demonstration.sink.letters.slice(before)
  expect(letter?.raw.toString('latin1')).toContain(number)
  expect(clicks).toBeLessThanOrEqual(4)
})

async function numberOf(name: string): Promise<string> {
  const found = await running.demonstration.world.register.lines({ ...EVERYTHING, text: name }, 0, 1)
  return found.lines[0]?.number ?? ''
}
