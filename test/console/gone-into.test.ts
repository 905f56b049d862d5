import { expect, it } from 'vitest'
import { join } from '../../src/steps/bind.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application } from '../steps/a-service.ts'
import { aSite, entered, wordsOf } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'

it('a page of a dossier that was joined meanwhile is read there, and acts say where it went', async () => {
  await using site = await aSite()
  const own = await site.service.take(application('Usine Verte'), RECEIVED)
  const other = await site.service.take(application('Usine Bleue'), RECEIVED)
  const third = await site.service.take(application('Usine Grise'), RECEIVED)
  const { cookie, jeton } = await entered(site, 'staff')
  await join(site.service, [sampleCall], [String(own.number), String(other.number)], { by: 'a', reason: 'b' })
  await site.service.concludeAll()
  const now = (await site.service.register.mailView(other.fingerprint))?.number ?? ''
  const gone = now === own.number ? String(other.number) : String(own.number)
  for (const page of ['ecrire', 'fiche.pdf', 'ecrire?x=1'])
    expect((await site.get(`/candidatures/${gone}/${page}`, cookie)).headers.get('location')).toBe(
      `/candidatures/${now}/${page}`,
    )
  const acts = [
    ['recevabilite', { recevabilite: 'eligible', motif: 'm' }],
    ['recevabilite/annuler', { motif: 'm' }],
    ['suite', { suite: 'withdrawn', motif: 'm' }],
    ['reunir', { numero: String(third.number), motif: 'm' }],
    ['ecrire/envoyer', { adresse: 'a@b.example', objet: 'o', texte: 't', vus: '0' }],
  ] as const
  for (const [path, form] of acts) {
    const answer = await site.post(`/candidatures/${gone}/${path}`, { jeton, ...form }, cookie)
    const page = await answer.text()
    expect([path, answer.status]).toEqual([path, 409])
    expect(wordsOf(page)).toContain(`La candidature ${gone} a été réunie à la candidature ${now}`)
    expect(page).toContain(`href="/candidatures/${now}"`)
    expect(page).not.toContain('pas dans le registre')
  }
  expect((await site.service.register.application(now as never))?.eligibility).toBeNull()
  const named = { jeton, numero: gone, motif: 'm' }
  const joining = await site.post(`/candidatures/${third.number}/reunir`, named, cookie)
  expect(wordsOf(await joining.text())).toContain(
    `réunie entre-temps à une autre : indiquez le numéro ${now}`,
  )
})

it('a number that was never given is still none of the register’s', async () => {
  await using site = await aSite()
  const { cookie, jeton } = await entered(site, 'staff')
  expect((await site.get('/candidatures/TD26-22222/ecrire', cookie)).status).toBe(409)
  const form = { jeton, recevabilite: 'eligible', motif: 'm' }
  const answer = await site.post('/candidatures/TD26-22222/recevabilite', form, cookie)
  expect([answer.status, wordsOf(await answer.text()).includes('pas dans le registre')]).toEqual([409, true])
})
