import { expect, it } from 'vitest'
import { application } from '../steps/a-service.ts'
import { aSite, entered, wordsOf } from './a-site.ts'

it('staff decide on the dossier with a reason, change it, take it back; the register and the journal tell it', async () => {
  await using site = await aSite()
  const { number } = await site.service.take(application('Usine Verte'), '2026-03-10T06:00:00.000Z')
  const path = `/candidatures/${number}`
  const { cookie, jeton } = await entered(site, 'administrator')
  const post = (act: string, form: Readonly<Record<string, string>>) =>
    site.post(`${path}/${act}`, { jeton, ...form }, cookie)
  const read = async (where = path) => wordsOf(await (await site.get(where, cookie)).text())

  expect(await read()).toContain('Personne n’a encore décidé.')
  const refused = await post('recevabilite', { motif: 'sans choix' })
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('Choisissez la décision sur la recevabilité.')
  expect((await post('recevabilite', { recevabilite: 'eligible', motif: '' })).status).toBe(409)
  expect((await post('recevabilite/annuler', { motif: 'rien' })).status).toBe(409)

  const done = await post('recevabilite', { recevabilite: 'not_eligible', motif: 'hors du territoire' })
  expect(done.headers.get('location')).toBe(`${path}?fait=recevabilite`)
  expect(await read()).toMatch(/non recevable – administrator@interco\.example, .* : hors du territoire/)
  expect(await read('/registre?recevabilite=not_eligible')).toContain('Usine Verte')
  expect(await read('/registre?recevabilite=undecided')).toContain('0 candidature sur 1')

  await post('recevabilite/annuler', { motif: 'erreur' })
  const page = await read()
  expect(page).toContain('Personne n’a encore décidé.')
  expect(page).toContain('Toutes les décisions sur la recevabilité (2)')
  expect(await read('/journal')).toContain('Recevabilité décidée par un agent')
})

it('whoever only reads sees the decision, and has no form', async () => {
  await using site = await aSite()
  const { number } = await site.service.take(application('Usine Verte'), '2026-03-10T06:00:00.000Z')
  const { cookie } = await entered(site, 'reader')
  const page = await (await site.get(`/candidatures/${number}`, cookie)).text()
  expect(page).toContain('Recevabilité</h2>')
  expect(page).not.toContain('/recevabilite"')
})
