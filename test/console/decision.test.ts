import { expect, it } from 'vitest'
import { type Instant, later } from '../../src/base/instant.ts'
import { lastDeadline } from '../../src/call/deadline.ts'
import { Act } from '../../src/dossier/outcome.ts'
import { application } from '../steps/a-service.ts'
import { decidingCall } from '../steps/some-decisions.ts'
import { aSite, entered, type Site, wordsOf } from './a-site.ts'

const END = lastDeadline(decidingCall) as Instant
const CALLS = [decidingCall] as const
const DAY_MS = 86_400_000

async function selected(site: Site) {
  const { number } = await site.service.take(application('Usine Verte'), later(END, -5 * DAY_MS))
  site.service.clock.at = later(END, 10 * DAY_MS)
  const act = Act.parse({ reference: 'délibération n° 12', on: '2026-03-25' })
  const author = { by: 'agent', reason: 'commission' }
  await site.service.register.recordOutcome(number!, { kind: 'selected', act }, author, site.service.clock.at)
  return { number: number!, path: `/candidatures/${number}/decision` }
}

it('the template is shown first, what is refused keeps what was typed, and one letter leaves', async () => {
  await using site = await aSite(null, { calls: CALLS })
  const { number, path } = await selected(site)
  const { cookie, jeton } = await entered(site, 'staff')
  const post = (to: string, form: Readonly<Record<string, string>>) =>
    site.post(to, { jeton, ...form }, cookie)
  expect(await (await site.get(`/candidatures/${number}`, cookie)).text()).toContain(`href="${path}"`)
  const shown = wordsOf(await (await site.get(path, cookie)).text())
  expect(shown).toContain('Le service vous écrira au sujet de [la suite].')
  expect(shown).toContain('Par la décision indiquée ci-dessous, votre candidature a été retenue.')
  const unfilled = await post(`${path}/envoyer`, { texte: 'Bravo & merci [nom]', motif: 'signée' })
  expect(unfilled.status).toBe(409)
  const back = await unfilled.text()
  expect(back).toContain('Bravo &#38; merci [nom]</textarea>')
  expect(wordsOf(back)).toContain('Il reste des crochets à remplir')
  const silent = await post(`${path}/envoyer`, { texte: 'Bravo.', motif: '' })
  expect([silent.status, (await silent.text()).includes('Bravo.</textarea>')]).toEqual([409, true])
  expect((await post(path, { texte: 'Bravo.' })).status).toBe(200)
  const of = async () => (await site.service.letters()).filter(({ kind }) => kind === 'decision')
  expect(await of()).toEqual([])
  expect((await post(`${path}/envoyer`, { texte: 'Bravo.', motif: 'signée' })).status).toBe(303)
  expect((await post(`${path}/envoyer`, { texte: 'Bravo.', motif: 'signée' })).status).toBe(409)
  const letters = await of()
  expect(letters).toHaveLength(1)
  expect(letters[0]?.letter.text).toContain('Bravo.')
  const history = await site.service.register.history(number)
  expect(history.filter(({ type }) => type === 'letter.released').map(({ detail }) => detail)).toEqual([
    { by: 'staff@interco.example', reason: 'signée', what: 'lettre de décision' },
  ])
})

it('a reader writes none', async () => {
  await using site = await aSite(null, { calls: CALLS })
  const { path } = await selected(site)
  const { cookie, jeton } = await entered(site, 'reader')
  expect((await site.get(path, cookie)).status).toBe(403)
  expect((await site.post(`${path}/envoyer`, { jeton, texte: 'x', motif: 'm' }, cookie)).status).toBe(403)
})
