import { expect, it } from 'vitest'
import { fileSize, typeInWords } from '../../src/console/words.ts'
import { application } from '../steps/a-service.ts'
import { aSite, entered } from './a-site.ts'

it('what the program saw leads to where it saw it; what an agent typed leads nowhere', async () => {
  await using site = await aSite()
  const mail = await site.service.take(application('Usine Verte'), '2026-03-10T06:00:00.000Z')
  const { cookie, jeton } = await entered(site, 'staff')
  const correct = { jeton, fait: 'phone', valeur: '0692 11 22 33', motif: 'au téléphone' }
  await site.post(`/courriels/${mail.fingerprint}/corriger`, correct, cookie)
  await site.service.concludeAll()
  const page = await (await site.get(`/candidatures/${mail.number}`, cookie)).text()
  const seen = [...page.matchAll(/<blockquote>(.*?)<\/blockquote>/gs)].map(([, inside = '']) => inside)
  const named = seen.filter((one) => one.includes('formulaire.txt'))
  expect(named.length).toBeGreaterThan(0)
  for (const one of named) {
    const to = /<a href="([^"]+)">/.exec(one)?.[1]?.replaceAll('&#38;', '&') ?? ''
    expect(to).toMatch(/^\/candidatures\/.*piece=1&page=1/)
    const there = await site.get(to.split('#')[0] ?? '', cookie)
    expect(await there.text()).toContain('Structure : Usine Verte')
  }
  expect(seen.filter((one) => one.includes('agent')).join()).not.toContain('<a ')
})

it('types and sizes of files are said as people say them', () => {
  expect(typeInWords('application/pdf')).toBe('PDF')
  expect(typeInWords('image/jpeg')).toBe('image JPEG')
  expect(typeInWords('application/x-strange')).toBe('application/x-strange')
  expect([fileSize(200), fileSize(12_000), fileSize(3_500_000)]).toEqual([
    '1\u00A0Ko',
    '12\u00A0Ko',
    '3,3\u00A0Mo',
  ])
})
