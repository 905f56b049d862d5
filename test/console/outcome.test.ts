import { expect, it } from 'vitest'
import { type Instant, later } from '../../src/base/instant.ts'
import { lastDeadline } from '../../src/call/deadline.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application } from '../steps/a-service.ts'
import { aSite, entered, wordsOf } from './a-site.ts'

const END = lastDeadline(sampleCall) as Instant
const DAY_MS = 86_400_000

it('staff record the outcome on the dossier, change it and take it back; every word stays to be read', async () => {
  await using site = await aSite()
  const { number } = await site.service.take(application('Usine Verte'), later(END, -5 * DAY_MS))
  const path = `/candidatures/${number}`
  const { cookie, jeton } = await entered(site, 'staff')
  const post = (act: string, form: Readonly<Record<string, string>>) =>
    site.post(`${path}/${act}`, { jeton, ...form }, cookie)
  const read = async () => wordsOf(await (await site.get(path, cookie)).text())

  const early = await read()
  expect(early).toContain('Avant le vendredi 20 mars 2026 à')
  expect(early).not.toContain('sans décision')
  const form = { suite: 'selected', acte: 'délibération n° 12', date: '2026-03-25', motif: 'commission' }
  const refused = await post('suite', form)
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('pourra être enregistrée après le vendredi 20 mars 2026')

  site.service.clock.at = later(END, 10 * DAY_MS)
  const later10 = await entered(site, 'administrator')
  const act = (name: string, over: Readonly<Record<string, string>>) =>
    site.post(`${path}/${name}`, { jeton: later10.jeton, ...over }, later10.cookie)
  expect(wordsOf(await (await act('suite', { ...form, acte: '', date: '' })).text())).toContain(
    'l’acte qui décide',
  )
  expect((await act('suite', { ...form, date: '' })).status).toBe(409)
  expect((await act('suite', { ...form, suite: 'first' })).status).toBe(409)
  expect((await act('suite', { ...form, motif: '' })).status).toBe(409)
  expect((await act('suite', form)).status).toBe(303)
  expect((await act('suite', { ...form, suite: 'not_selected' })).status).toBe(303)
  const shown = wordsOf(await (await site.get(path, later10.cookie)).text())
  expect(shown).toContain('Suite donnée non retenue – délibération n° 12, 25 mars 2026')
  expect(shown).toContain('Toutes les décisions enregistrées (2)')
  expect(shown).toContain('Suite donnée enregistrée par un agent')
  expect((await act('suite/annuler', { motif: 'erreur' })).status).toBe(303)
  expect((await act('suite/annuler', { motif: 'erreur' })).status).toBe(409)
  expect(wordsOf(await (await site.get(path, later10.cookie)).text())).toContain(
    'Aucune suite n’est enregistrée',
  )
})

it('a reader sees what was recorded and records nothing', async () => {
  await using site = await aSite()
  const { number } = await site.service.take(application('Usine Verte'), later(END, -5 * DAY_MS))
  site.service.clock.at = later(END, DAY_MS)
  const { cookie, jeton } = await entered(site, 'reader')
  const page = await (await site.get(`/candidatures/${number}`, cookie)).text()
  expect(page).not.toContain('/suite"')
  const form = { jeton, suite: 'withdrawn', motif: 'm' }
  expect((await site.post(`/candidatures/${number}/suite`, form, cookie)).status).toBe(403)
  expect(await site.service.register.outcomes(number!)).toEqual([])
})
