import { expect, it } from 'vitest'
import type { GlanceAnswer } from '../../src/evidence/glance.ts'
import { unrelatedMail } from '../steps/an-unrelated-mail.ts'
import { glanceOf, hostileGlance } from './a-glance.ts'
import { aSite, entered, type Site } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const FILE = [['f.txt', 'text/plain', Buffer.from('rien')]] as const

const text = async (response: Response) => (await response.text()).replace(/[\u00A0\u202F]/g, ' ')

async function asideOn(site: Site) {
  return `/ecartes/${(await site.service.take(unrelatedMail('Facture', FILE), RECEIVED)).fingerprint}`
}

it('a head that a stranger wrote is shown as text, cut, without marks that turn its direction, and not kept', async () => {
  await using site = await aSite(null, { lookAt: hostileGlance })
  const path = await asideOn(site)
  const { cookie } = await entered(site, 'staff')
  const answer = await site.get(path, cookie)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const page = await text(answer)
  expect(page).toContain('&#60;script&#62;hacked=1')
  expect(page).not.toMatch(/<script>hacked|<img|\u202E/)
  expect(page).toContain('voleur@ailleurs.example')
  expect(page).toContain('et 396 autres')
  expect(page).toContain('3,2 Mo')
  expect(page.length).toBeLessThan(12_000)
  const tables = ['mail', 'set_aside', 'entry_detail', 'entry', 'taken_in'] as const
  for (const table of tables) {
    const rows = await site.service.database.selectFrom(table).selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/voleur|hacked|gnp/)
  }
})

it.each([
  ['gone', 'n’est plus dans les dossiers surveillés'],
  ['renumbered', 'a renuméroté ce dossier'],
  ['away', 'ne répond pas en ce moment'],
  ['elsewhere', 'surveillée par une autre machine'],
] as const)('says what to do when nothing can be shown: %s', async (kind, words) => {
  await using site = await aSite(null, { lookAt: async (): Promise<GlanceAnswer> => ({ kind }) })
  const path = await asideOn(site)
  const { cookie } = await entered(site, 'staff')
  expect(await text(await site.get(path, cookie))).toContain(words)
  // What could not be looked at still waits to be; what is gone does not.
  expect((await site.service.register.setAsideCounts()).unseen).toBe(kind === 'gone' ? 0 : 1)
})

it('any living sighting will do', async () => {
  const asked: number[] = []
  await using site = await aSite(null, {
    lookAt: async ({ uid }) => {
      asked.push(uid)
      return uid === 1 ? glanceOf('Subject: Bonjour\r\n\r\n') : { kind: 'gone' }
    },
  })
  const path = await asideOn(site)
  const { register, clock } = site.service
  const mail = (await register.setAside(0, 1)).mails[0]
  if (mail === undefined) throw new Error('it is put aside')
  const sighting = { account: 'a', folder: 'INBOX', uidValidity: '1', uid: 7 }
  const clocks = { internalDate: null, observedAt: clock.at, fileTime: null, postmark: null }
  const { fingerprint, bytes } = mail
  await register.recordSightings([{ sighting, fingerprint, bytes, clocks }], clock.at)
  const { cookie } = await entered(site, 'staff')
  expect(await text(await site.get(path, cookie))).toContain('Bonjour')
  expect(asked).toContain(1)
})

it('who reads sees the list and opens nothing; who decides gives a reason, and decides once', async () => {
  await using site = await aSite(null, { lookAt: async () => glanceOf('Subject: Bonjour\r\n\r\n') })
  const path = await asideOn(site)
  const reader = await entered(site, 'reader')
  const list = await text(await site.get('/ecartes', reader.cookie))
  expect(list).toContain('1 fichier texte')
  expect(list).not.toContain(`href="${path}"`)
  expect((await site.get(path, reader.cookie)).status).toBe(403)
  const { cookie, jeton } = await entered(site, 'staff')
  expect(await text(await site.get('/', cookie))).toContain('1 courriel écarté a des pièces jointes')
  expect((await site.post(`${path}/prendre`, { jeton, motif: '' }, cookie)).status).toBe(409)
  const taken = await site.post(`${path}/prendre`, { jeton, motif: 'c’en est une' }, cookie)
  expect(taken.headers.get('location')).toBe(`${path}?fait=prise`)
  expect((await site.post(`${path}/prendre`, { jeton, motif: 'encore' }, cookie)).status).toBe(409)
  const page = await text(await site.get(path, cookie))
  expect(page).toContain('staff@interco.example a décidé de le prendre en compte')
  expect(page).not.toContain('Bonjour')
  const trail = await site.service.register.trail(50)
  expect(trail.find(({ type }) => type === 'mail.taken-in')?.detail).toEqual({
    by: 'staff@interco.example',
    reason: 'c’en est une',
  })
})

it('a mail that is put aside no more leads to where it stands', async () => {
  await using site = await aSite()
  const path = await asideOn(site)
  await site.service.database.updateTable('mail').set({ fate: 'inquiry' }).execute()
  const { cookie } = await entered(site, 'staff')
  const answer = await site.get(path, cookie)
  expect(answer.headers.get('location')).toBe(path.replace('ecartes', 'courriels'))
})
