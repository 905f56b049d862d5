import { expect, it } from 'vitest'
import { application } from '../steps/a-service.ts'
import { aSite, entered, wordsOf } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'

async function aDossier() {
  const site = await aSite()
  const mail = await site.service.take(application('Usine Verte'), RECEIVED)
  const page = `/candidatures/${mail.number}`
  return { site, mail, page, ...(await entered(site, 'staff')) }
}

it('a refused act comes back on its page, opened, with what was typed and where to go on', async () => {
  await using stack = new AsyncDisposableStack()
  const { site, page, cookie, jeton } = await aDossier()
  stack.use(site)
  const typed = { numero: 'TI22-ZZZZZ', motif: 'même structure, <deux> envois' }
  const sent = { jeton, origine: `${page}?fait=correction`, formulaire: 'reunir', ...typed }
  const answer = await site.post(`${page}/reunir`, sent, cookie)
  expect(answer.status).toBe(409)
  const markup = await answer.text()
  expect(markup).toContain('<h1>Usine Verte</h1>')
  expect(markup).toMatch(/role="alert"><p><strong>Cela n’a pas été fait\.<\/strong>/)
  expect(markup).toContain('href="#reunir"')
  expect(markup).toMatch(/<details open><summary>Réunir avec une autre candidature/)
  expect(markup.match(/<details open>/g)).toHaveLength(1)
  expect(markup).toContain('value="TI22-ZZZZZ"')
  expect(markup).toContain('même structure, &#60;deux&#62; envois</textarea>')
  // An earlier act is not told a second time.
  expect(markup).not.toContain('La correction est enregistrée')
})

it('of several forms only the refused one keeps what was typed', async () => {
  await using stack = new AsyncDisposableStack()
  const { site, mail, page, cookie, jeton } = await aDossier()
  stack.use(site)
  const where = { jeton, origine: page, formulaire: 'corriger-role', fait: 'role' }
  const sent = { ...where, valeur: 'Cheffe de projet', motif: ' ' }
  const answer = await site.post(`/courriels/${mail.fingerprint}/corriger`, sent, cookie)
  const markup = await answer.text()
  expect(answer.status).toBe(409)
  expect(markup.match(/value="Cheffe de projet"/g)).toHaveLength(1)
})

it('what was typed into a form that is no longer there is shown all the same', async () => {
  await using stack = new AsyncDisposableStack()
  const { site, mail, page, cookie, jeton } = await aDossier()
  stack.use(site)
  const sent = { jeton, origine: page, formulaire: 'arbitrer-00', decision: '', motif: 'cachet illisible' }
  const answer = await site.post(`/courriels/${mail.fingerprint}/arbitrer`, sent, cookie)
  const words = wordsOf(await answer.text())
  expect(answer.status).toBe(409)
  expect(words).toContain('Ce formulaire n’attend plus rien ici. Vous aviez saisi :')
  expect(words).toContain('cachet illisible')
})

it('a form leads back to no page that its sender may not see, nor to what is none of ours', async () => {
  await using stack = new AsyncDisposableStack()
  const { site, page, cookie, jeton } = await aDossier()
  stack.use(site)
  for (const origine of ['/comptes', '//ailleurs.example', '/nulle-part', '']) {
    const sent = { jeton, origine, formulaire: 'reunir', numero: '', motif: 'essai' }
    const answer = await site.post(`${page}/reunir`, sent, cookie)
    expect(answer.status, origine).toBe(409)
    expect(await answer.text(), origine).toContain('<h1>Cela n’a pas été fait</h1>')
  }
})
