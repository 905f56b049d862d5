import { expect, it } from 'vitest'
import { aClaimant, aMail, applied, formOf, provenFor, THEIRS } from '../steps/a-claimant.ts'
import { aSite, entered } from './a-site.ts'

const MALLORY = 'mallory@evil.example'

it('two claimants of one number are shown on both pages, told apart with a reason, and not by readers', async () => {
  await using site = await aSite()
  const victim = aClaimant(1)
  const own = await site.service.take(applied(victim), '2026-03-10T06:00:00.000Z')
  const files = { 'formulaire.txt': formOf(victim, THEIRS) }
  const told = provenFor(MALLORY)
  const stranger = await site.service.take(aMail({ from: MALLORY, told, files }), '2026-03-10T07:00:00.000Z')
  const [one, other] = [String(own.number), String(stranger.number)]

  const { cookie, jeton } = await entered(site, 'staff')
  const page = async (path: string) => (await site.get(path, cookie)).text()
  const asked = 'Peut-être la même candidature'
  expect(await page('/')).toContain(`Peut-être la même candidature que ${one}`)
  for (const [here, there] of [
    [one, other],
    [other, one],
  ]) {
    const shown = await page(`/candidatures/${here}`)
    expect(shown).toContain(asked)
    expect(shown).toContain(`/candidatures/${there}`)
  }
  expect(await page(`/candidatures/${one}`)).not.toContain('Mallory')

  const decide = (motif: string) =>
    site.post(`/candidatures/${one}/distinguer`, { jeton, numero: other, motif }, cookie)
  expect((await decide('')).status).toBe(409)
  expect((await decide('vérifié au téléphone')).headers.get('location')).toContain('fait=distinction')
  expect(await page(`/candidatures/${one}`)).not.toContain(asked)
  expect(await page(`/candidatures/${other}`)).not.toContain(asked)
  expect(await page('/')).not.toContain(asked)
  expect(await page(`/candidatures/${one}`)).toContain('Candidatures jugées distinctes par un agent')

  const reader = await entered(site, 'reader')
  const refused = await site.post(
    `/candidatures/${one}/distinguer`,
    { jeton: reader.jeton, numero: other, motif: 'x' },
    reader.cookie,
  )
  expect(refused.status).toBe(403)
})

it('a click and a reason join them', async () => {
  await using site = await aSite()
  const client = aClaimant(2)
  const own = await site.service.take(applied(client), '2026-03-10T06:00:00.000Z')
  const from = 'cabinet@compta.example'
  const files = { 'formulaire.txt': `${formOf(client)}Fait à Ville-Haute\n` }
  const theirs = await site.service.take(
    aMail({ from, told: provenFor(from), files }),
    '2026-03-10T07:00:00.000Z',
  )
  const { cookie, jeton } = await entered(site, 'staff')
  const motif = 'son comptable, confirmé au téléphone'
  await site.post(
    `/candidatures/${theirs.number}/reunir`,
    { jeton, numero: String(own.number), motif },
    cookie,
  )
  await site.service.concludeAll()
  expect(await site.service.register.mailView(theirs.fingerprint)).toMatchObject({
    number: own.number,
    ground: 'joined-by-staff',
  })
})
