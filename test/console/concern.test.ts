import { expect, it } from 'vitest'
import { QUESTION } from '../steps/a-question.ts'
import { application } from '../steps/a-service.ts'
import { aSite, entered, wordsOf } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'

it('a mail that names a dossier shows in its thread, and a person says whether it is of it', async () => {
  await using site = await aSite()
  const { number } = await site.service.take(application('Usine Verte'), RECEIVED)
  const raw = QUESTION.replace('Une question sur l’appel', `Dossier ${number}`)
  const { fingerprint } = await site.service.take(raw, '2026-03-11T06:00:00.000Z')
  const { cookie, jeton } = await entered(site, 'staff')
  const page = async (path: string) => (await site.get(path, cookie)).text()
  const dossier = `/candidatures/${number}`
  const own = `/courriels/${fingerprint}`
  const perhaps = 'Peut-être de ce dossier'
  expect(await page(dossier)).toContain(`href="${own}"`)
  expect(wordsOf(await page(dossier))).toContain(perhaps)
  expect(await page('/')).toContain(own)
  expect(wordsOf(await page('/'))).toContain(`peut-être du dossier ${number}`)
  expect(wordsOf(await page(own))).not.toContain(perhaps)
  expect(wordsOf(await page(own))).toContain('Peut-être d’un dossier déjà déposé')

  const say = (path: string, motif: string) =>
    site.post(`${own}/${path}`, { jeton, numero: String(number), motif }, cookie)
  expect((await say('rattacher', '')).status).toBe(409)
  await say('rattacher', 'vu au téléphone')
  expect(await page(dossier)).toContain(`href="${own}"`)
  expect(wordsOf(await page(dossier))).not.toContain(perhaps)
  expect(wordsOf(await page(dossier))).toContain('Courriel rattaché par un agent')
  expect(await page(own)).toContain(`href="${dossier}"`)
  await say('detacher', 'erreur')
  expect(await page(dossier)).not.toContain(`href="${own}"`)
  expect(
    (await site.post(`${own}/rattacher`, { jeton, numero: 'TD26-22222', motif: 'x' }, cookie)).status,
  ).toBe(409)

  const reader = await entered(site, 'reader')
  const form = { jeton: reader.jeton, numero: String(number), motif: 'x' }
  expect((await site.post(`${own}/rattacher`, form, reader.cookie)).status).toBe(403)
})
