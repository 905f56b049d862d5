import { expect, it } from 'vitest'
import type { RegistrationNumber } from '../../src/base/ids.ts'
import { aClaimant, aMail, applied, formOf, provenFor } from '../steps/a-claimant.ts'
import { aSite, entered } from './a-site.ts'

it('a change that a later mail proposes is a task, accepted or refused with a reason, and undone', async () => {
  await using site = await aSite()
  const { service } = site
  const client = aClaimant(3)
  const own = await service.take(applied(client), '2026-03-10T06:00:00.000Z')
  const number = own.number as RegistrationNumber
  const files = {
    'formulaire.txt': formOf(client, { phone: '0692 12 34 56', representative: 'Marc Grand' }),
  }
  const later = await service.take(
    aMail({ from: client.address, told: provenFor(client.address), files }),
    '2026-03-10T07:00:00.000Z',
  )
  expect(later.number).toBe(number)
  const { cookie, jeton } = await entered(site, 'staff')
  const page = async (path: string) => (await site.get(path, cookie)).text()
  const facts = async () => (await service.register.application(number))?.applicant
  const decide = async (mail: string, path: string, form: Readonly<Record<string, string>>) => {
    const answer = await site.post(
      `/courriels/${mail}/${path}`,
      { jeton, motif: 'au téléphone', ...form },
      cookie,
    )
    await service.concludeAll()
    return answer.status
  }

  expect(await page('/')).toMatch(/2\schangements proposés/)
  const shown = await page(`/candidatures/${number}`)
  for (const said of ['+262262112233', '+262692123456', 'Marc Grand', 'authentifié par notre serveur'])
    expect(shown).toContain(said)
  expect(await facts()).toMatchObject({ phone: '+262262112233', representative: 'Anne Petit' })

  const phone = { fait: 'phone', valeur: '+262692123456' }
  expect(await decide(later.fingerprint, 'refuser', { ...phone, valeur: '+262600000000' })).toBe(409)
  expect(await decide(later.fingerprint, 'refuser', { ...phone, motif: '' })).toBe(409)
  expect(await decide(later.fingerprint, 'refuser', phone)).toBe(303)
  expect(await page('/')).toMatch(/1\schangement proposé/)
  expect(await decide(own.fingerprint, 'corriger', { fait: 'representative', valeur: 'Marc Grand' })).toBe(
    303,
  )
  expect(await facts()).toMatchObject({ phone: '+262262112233', representative: 'Marc Grand' })
  expect(await page('/')).not.toContain('proposé')
  const history = await page(`/candidatures/${number}`)
  expect(history).toContain('Changement proposé, refusé par un agent')
  expect(history).not.toContain('id="propositions"')

  const [refused] = await service.register.corrections(number)
  expect(await decide(later.fingerprint, 'retablir', { correction: String(refused?.seq) })).toBe(303)
  expect(await page('/')).toMatch(/1\schangement proposé/)
})

it('nobody who only reads decides, and what a mail says no otherwise is no proposal', async () => {
  await using site = await aSite()
  const client = aClaimant(4)
  const own = await site.service.take(applied(client), '2026-03-10T06:00:00.000Z')
  const files = { 'formulaire.txt': `${formOf(client)}Fait à Ville-Haute\n` }
  await site.service.take(
    aMail({ from: client.address, told: provenFor(client.address), files }),
    '2026-03-10T07:00:00.000Z',
  )
  const { cookie, jeton } = await entered(site, 'reader')
  expect(await (await site.get(`/candidatures/${own.number}`, cookie)).text()).not.toContain('propositions')
  const form = { jeton, motif: 'x', fait: 'phone', valeur: '+262262112233' }
  expect((await site.post(`/courriels/${own.fingerprint}/refuser`, form, cookie)).status).toBe(403)
})
