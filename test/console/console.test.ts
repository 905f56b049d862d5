import { expect, it } from 'vitest'
import { type Instant, later } from '../../src/base/instant.ts'
import { ROUTES } from '../../src/console/routes.ts'
import { summaryOf } from '../../src/register/application-of.ts'
import type { MailView } from '../../src/register/views.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application } from '../steps/a-service.ts'
import { aSite, codeAt, entered, PASSWORD, wordsOf } from './a-site.ts'

const EMAIL = 'agent@interco.example'
const RECEIVED = '2026-03-10T06:00:00.000Z'

const held = () => application('Usine Verte', { headers: 'Auto-Submitted: auto-generated\n' })

it('nobody without a session sees or does anything', async () => {
  await using site = await aSite()
  for (const route of ROUTES.filter(({ may }) => may !== 'anyone')) {
    const path = route.path.replaceAll(/:\w+/g, 'x')
    const response = route.method === 'GET' ? await site.get(path) : await site.post(path, {})
    expect(response.status, path).toBe(303)
    expect(response.headers.get('location'), path).toMatch(/^\/connexion/)
  }
})

it('files of somebody unknown are not taken in', async () => {
  await using site = await aSite()
  const body = new FormData()
  body.append('pages', new Blob(['x'.repeat(100_000)]), 'page.pdf')
  const response = await fetch(`${site.url}/papier`, { method: 'POST', body, redirect: 'manual' })
  expect(response.headers.get('location')).toMatch(/^\/connexion/)
})

it('every answer forbids frames, foreign sources and guessing of types', async () => {
  await using site = await aSite()
  for (const path of ['/connexion', '/nulle-part']) {
    const { headers } = await site.get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  }
})

it('signs in with password and code; a code opens once; the cookie is for this site alone', async () => {
  await using site = await aSite()
  const secret = await site.account(EMAIL, 'staff')
  const code = codeAt(secret, site.service.clock.at)
  const response = await site.post('/connexion', {
    adresse: EMAIL,
    motdepasse: PASSWORD,
    code,
    suite: '//ailleurs.example',
  })
  expect(response.headers.get('location')).toBe('/')
  expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/)
  expect(await site.signIn(EMAIL, PASSWORD, code)).toBe('')
  site.service.clock.at = later(site.service.clock.at, 60_000)
  expect(await site.signIn(EMAIL, PASSWORD, codeAt(secret, site.service.clock.at))).not.toBe('')
})

it('after five wrong words nobody enters from there for a quarter of an hour, with the right ones neither', async () => {
  await using site = await aSite()
  const secret = await site.account(EMAIL, 'staff')
  const { clock } = site.service
  for (let tries = 0; tries < 5; tries += 1) expect(await site.signIn(EMAIL, 'faux', '000000')).toBe('')
  expect(await site.signIn(EMAIL, PASSWORD, codeAt(secret, clock.at))).toBe('')
  clock.at = later(clock.at, 16 * 60_000)
  expect(await site.signIn(EMAIL, PASSWORD, codeAt(secret, clock.at))).not.toBe('')
  const trail = await site.service.register.trail(100)
  expect(trail.map(({ type }) => type)).toContain('account.locked')
})

it('a session ends after an idle hour, ten hours, a sign-out, and with its account', async () => {
  await using site = await aSite()
  const { clock } = site.service
  const { cookie, jeton } = await entered(site, 'staff')
  clock.at = later(clock.at, 59 * 60_000)
  expect((await site.get('/', cookie)).status).toBe(200)
  clock.at = later(clock.at, 61 * 60_000)
  expect((await site.get('/', cookie)).status).toBe(303)
  expect((await site.post('/deconnexion', { jeton }, cookie)).headers.get('location')).toBe('/connexion')
  const again = await entered(site, 'administrator')
  await site.service.register.disableAccount('administrator@interco.example', 'X', clock.at)
  expect((await site.get('/', again.cookie)).status).toBe(303)
})

it('an invitation opens once, within three days, for a long password and a right code', async () => {
  await using site = await aSite()
  const { invite } = await import('../../src/steps/sign-in.ts')
  const token = await invite(site.desk, EMAIL, 'reader')
  const weak = await site.post(`/invitation/${token}`, {
    motdepasse: 'court',
    encore: 'court',
    secret: 'JBSWY3DPEHPK3PXP',
    code: '1',
  })
  expect(weak.status).toBe(400)
  site.service.clock.at = later(site.service.clock.at, 73 * 3_600_000)
  expect((await site.get(`/invitation/${token}`)).status).toBe(404)
})

it('who only reads decides nothing, whatever is sent; a form without its token does nothing', async () => {
  await using site = await aSite()
  const mail = await site.service.take(held(), RECEIVED)
  const reader = await entered(site, 'reader')
  for (const { path } of ROUTES.filter(
    ({ method, may }) => method === 'POST' && may !== 'anyone' && may !== 'reader',
  )) {
    const there = path.replace(':fingerprint', mail.fingerprint).replace(':number', mail.number ?? '')
    const form = { jeton: reader.jeton, motif: 'essai' }
    expect((await site.post(there, form, reader.cookie)).status, path).toBe(403)
  }
  const staff = await entered(site, 'staff')
  const send = `/courriels/${mail.fingerprint}/envoyer`
  expect((await site.post(send, { motif: 'essai' }, staff.cookie)).status).toBe(403)
  expect((await site.post(send, { motif: 'essai', jeton: reader.jeton }, staff.cookie)).status).toBe(403)
  expect((await site.service.letters()).length).toBe(0)
  expect((await site.post(send, { motif: '', jeton: staff.jeton }, staff.cookie)).status).toBe(409)
  expect((await site.post(send, { motif: 'vérifié', jeton: staff.jeton }, staff.cookie)).status).toBe(303)
  expect((await site.service.letters()).length).toBe(1)
})

it('corrections count in verdict, lists and letters to come, and are undone', async () => {
  await using site = await aSite()
  const mail = await site.service.take(application('Usine Verte'), RECEIVED)
  const { cookie, jeton } = await entered(site, 'staff')
  const path = `/courriels/${mail.fingerprint}`
  await site.post(
    `${path}/corriger`,
    { jeton, fait: 'name', valeur: 'Usine Bleue', motif: 'statuts' },
    cookie,
  )
  await site.post(
    `${path}/recu-autrement`,
    { jeton, role: 'presentation', comment: 'au guichet', motif: 'vu' },
    cookie,
  )
  await site.service.concludeAll()
  const { register } = site.service
  const application_ = await register.application(mail.number!)
  expect(application_?.applicant.name).toBe('Usine Bleue')
  expect(application_?.verdict.findings).toContainEqual(
    expect.objectContaining({ id: 'presentation', status: 'met' }),
  )
  expect(await (await site.get('/registre?texte=bleue', cookie)).text()).toContain('Usine Bleue')
  const [first] = await register.corrections(mail.number!)
  await site.post(`${path}/retablir`, { jeton, correction: String(first?.seq), motif: 'erreur' }, cookie)
  await site.service.concludeAll()
  expect((await register.application(mail.number!))?.applicant.name).toBe('Usine Verte')
})

it('a person’s word about a contested time goes before every doubt, until they say otherwise', async () => {
  await using site = await aSite()
  const mail = await site.service.take(application('Usine Verte'), RECEIVED)
  const { cookie, jeton } = await entered(site, 'staff')
  for (const decision of ['late', 'on_time'] as const) {
    await site.post(`/courriels/${mail.fingerprint}/arbitrer`, { jeton, decision, motif: 'examiné' }, cookie)
    await site.service.concludeAll()
    expect((await site.service.register.mailView(mail.fingerprint))?.verdict?.timeliness).toBe(decision)
  }
  expect((await site.service.letters()).length).toBe(1)
})

it('a date that the call itself contradicts is told with what contradicts it, one before opening with when it opened', async () => {
  const deadline = {
    ...sampleCall.deadline,
    opensAt: '2026-03-05T08:00',
    contestedUntil: '2026-03-22T00:00',
    contestedBecause: "le titre dit « samedi 21 mars », le règlement s'arrête la veille",
  }
  await using site = await aSite(null, { calls: [{ ...sampleCall, deadline }] })
  const early = await site.service.take(application('Forge'), '2026-03-04T14:00:00.000Z')
  const contested = await site.service.take(application('Usine Verte'), '2026-03-20T14:00:00.000Z')
  const { cookie } = await entered(site, 'reader')
  const shown = async ({ number }: MailView) =>
    (await (await site.get(`/candidatures/${number}`, cookie)).text()).replace(/[\u00A0\u202F]/g, ' ')
  expect(await shown(contested)).toContain(
    'L’appel se contredit sur sa date limite : le titre dit « samedi 21 mars », le règlement',
  )
  expect(await shown(early)).toContain('reçu avant l’ouverture de l’appel (05/03/2026 à 8 h 00)')
  expect(await shown(early)).not.toContain('se contredit')
})

it('the register is narrowed by state and text, and its words stand for themselves', async () => {
  await using site = await aSite()
  for (const [index, name] of ['Usine Verte', 'Atelier Bleu', 'Forge'].entries())
    await site.service.take(application(name), `2026-03-1${index}T06:00:00.000Z`)
  const { cookie } = await entered(site, 'reader')
  const found = async (query: string) => {
    const page = await (await site.get(`/registre?${query}`, cookie)).text()
    return ['Usine Verte', 'Atelier Bleu', 'Forge'].filter((name) => page.includes(name))
  }
  expect(await found('texte=ATELIER')).toEqual(['Atelier Bleu'])
  expect(await found('texte=%25')).toEqual([])
  expect(await found('delai=contested&texte=_')).toEqual([])
  expect(await found('dossier=incomplete')).toEqual(['Usine Verte', 'Atelier Bleu', 'Forge'])
  expect(await found('page=99')).toEqual([])
})

it('who looked at what is kept, and stays out of the application’s own history', async () => {
  await using site = await aSite()
  const mail = await site.service.take(application('Usine Verte'), RECEIVED)
  const { cookie } = await entered(site, 'reader')
  await site.get(`/candidatures/${mail.number}`, cookie)
  const trail = await site.service.register.trail(10)
  expect(trail).toContainEqual(
    expect.objectContaining({
      type: 'record.read',
      subject: mail.number,
      detail: { by: 'reader@interco.example', what: 'candidature' },
    }),
  )
  const history = await site.service.register.history(mail.number!)
  expect(history.map(({ type }) => type)).not.toContain('record.read')
})

it('an invitation is a whole address, and the trail speaks French', async () => {
  await using site = await aSite()
  const { cookie, jeton } = await entered(site, 'administrator')
  const made = await site.post('/comptes', { jeton, adresse: 'b@interco.example', role: 'reader' }, cookie)
  expect(await made.text()).toContain(`<code>${site.url}/invitation/`)
  const trail = await (await site.get('/journal', cookie)).text()
  expect(trail).toContain('mot de passe et code')
  expect(trail).not.toMatch(/password|>reader</)
})

it('a question that waits is told by who asks it, and about what', async () => {
  await using site = await aSite()
  const question = [
    'Return-Path: <guichet@atelier.example>',
    'From: guichet@atelier.example',
    'To: ami@interco.example',
    'Subject: Question sur votre appel',
    'Message-ID: <question@atelier.example>',
    '',
    'Bonjour, une association peut-elle répondre à l’appel Territoires d’industrie ?',
  ].join('\n')
  await site.service.take(question, RECEIVED as Instant)
  const { cookie } = await entered(site, 'reader')
  expect(wordsOf(await (await site.get('/', cookie)).text())).toContain(
    'Question ou désistement – guichet@atelier.example, « Question sur votre appel »',
  )
})

it('of very many tasks the hundred most urgent are shown first, and all on demand', async () => {
  await using site = await aSite()
  const { database } = site.service
  const at = '2026-03-10T06:00:00.000Z'
  await database
    .insertInto('mail')
    .values(
      Array.from({ length: 120 }, (_, index) => ({
        fingerprint: String(index).padStart(64, '0'),
        call_id: sampleCall.id,
        bytes: 1,
        observed_at: at,
        progress: 'quarantined',
        attempts: 1,
        kept: 1,
        fate: 'quarantined',
        received_at: at,
        updated_at: at,
      })),
    )
    .execute()
  const { cookie } = await entered(site, 'reader')
  const tasks = async (path: string) =>
    (await (await site.get(path, cookie)).text()).match(/class="what"/g)?.length
  expect(await tasks('/')).toBe(100)
  expect(await tasks('/?toutes=oui')).toBe(120)
})

it('a hostile name is words on the page', async () => {
  await using site = await aSite()
  await site.service.take(application('Usine <b>"Verte"'), RECEIVED as Instant)
  const { cookie } = await entered(site, 'reader')
  const page = await (await site.get('/registre', cookie)).text()
  expect(page).not.toContain('<b>')
})

it('the register in short says what the whole applications say', async () => {
  await using site = await aSite()
  const { service } = site
  await service.take(application('Usine Verte'), RECEIVED)
  await service.take(
    application('Usine Verte', { id: 'again', body: 'Une pièce de plus.' }),
    '2026-03-11T06:00:00.000Z',
  )
  await service.take(held().replaceAll('Usine', 'Atelier'), '2026-03-12T06:00:00.000Z')
  await service.take(application('Tard'), '2026-04-12T06:00:00.000Z')
  const { register } = service
  const whole = await register.applications(sampleCall.id)
  expect(whole.length).toBeGreaterThan(2)
  expect(await register.summaries(sampleCall.id)).toEqual(whole.map(summaryOf))
  const states = (await register.letters()).map(({ letter, ...state }) => state)
  expect(await register.letterStates()).toEqual(states)
})

it('a number whose mail is still being examined is said to be in hand; one that nobody has is unknown', async () => {
  await using site = await aSite()
  const { cookie } = await entered(site, 'reader')
  const { number } = await site.service.place(application('Usine Verte'), RECEIVED)
  const inHand = await site.get(`/candidatures/${number}`, cookie)
  expect(inHand.status).toBe(200)
  expect(await inHand.text()).toContain('Le dossier est en cours d’examen')
  await site.service.concludeAll()
  expect(await (await site.get(`/candidatures/${number}`, cookie)).text()).toContain('Usine Verte')
  const nobodys = `${number?.slice(0, -5)}ZZZZZ`
  expect((await site.get(`/candidatures/${nobodys}`, cookie)).status).toBe(404)
})
