import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeMail } from '../../src/adapters/smtp/compose.ts'
import type { Instant } from '../../src/base/instant.ts'
import { SESSION_COOKIE } from '../../src/console/route.ts'
import { ROUTES } from '../../src/console/routes.ts'
import { Act } from '../../src/dossier/outcome.ts'
import { type Paper, paperMail } from '../../src/dossier/paper.ts'
import type { MailView } from '../../src/register/views.ts'
import { enterPaper } from '../../src/steps/post.ts'
import { invite } from '../../src/steps/sign-in.ts'
import { hostileGlance } from '../console/a-glance.ts'
import { aSite, entered, type Site } from '../console/a-site.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aClaimant, aMail, applied, formOf, provenFor, THEIRS } from '../steps/a-claimant.ts'
import { QUESTION } from '../steps/a-question.ts'
import { application, applicationWith } from '../steps/a-service.ts'
import { unrelatedMail } from '../steps/an-unrelated-mail.ts'
import { decidingCall } from '../steps/some-decisions.ts'
import { accessibilityFaults, isOrdered, outlineOf, SCHEMES, startBrowser, WIDTHS } from './a-browser.ts'
import { CALL_FILES, callVisits, type Drafts, someDrafts } from './call-visits.ts'
import { hostileApplication } from './hostile-application.ts'
import { NO_PAGE, type Visit } from './visits.ts'

/** To look at them: npm test writes none. */
const PICTURES = process.env['RECEPISSE_TEST_PICTURES']

let browser: Browser
let site: Site
let page: Page
let staff: { readonly cookie: string; readonly jeton: string }
let mails: Readonly<
  Record<
    | 'paper'
    | 'asking'
    | 'ordinary'
    | 'held'
    | 'contested'
    | 'hostile'
    | 'aside'
    | 'disputed'
    | 'decided'
    | 'perhaps',
    MailView
  >
>
let invitation: string
let drafts: Drafts

const CLAIMANT = aClaimant(7)
const EMAIL = 'administrator@interco.example'
const HELD = { headers: 'Auto-Submitted: auto-generated\n' }
const shorter = { ...sampleCall, deadline: { ...sampleCall.deadline, wallClock: '2026-03-09T12:00' } }

beforeAll(async () => {
  browser = await startBrowser()
  const voucher = {
    begin: async () => ({ to: '/connexion', memory: 'm' }),
    finish: async (url: string) => (url.includes('known') ? EMAIL : null),
  }
  site = await aSite(() => voucher, {
    callsNow: () => [shorter],
    lookAt: hostileGlance,
    calls: [decidingCall],
    callFiles: CALL_FILES,
  })
  const pdf = await aPdf(['Présentation de la structure', 'Projet'], [{ name: 'Nom', value: 'Usine' }])
  mails = {
    ordinary: await site.service.take(
      applicationWith('Usine Verte', 'projet.pdf', 'application/pdf', pdf),
      '2026-03-10T06:00:00.000Z',
    ),
    paper: await onPaper(),
    asking: await site.service.take(QUESTION, '2026-03-12T06:30:00.000Z'),
    perhaps: await named(),
    held: await site.service.take(application('Copieur', HELD), '2026-03-11T06:00:00.000Z'),
    contested: await site.service.take(application('Forge'), '2026-03-31T12:30:00.000Z'),
    disputed: await site.service.take(applied(CLAIMANT), '2026-03-12T05:00:00.000Z'),
    aside: await site.service.take(
      unrelatedMail('Facture', [['f.txt', 'text/plain', Buffer.from('rien')]]),
      '2026-03-12T07:00:00.000Z',
    ),
    decided: await site.service.take(application('Usine Refusée'), '2026-03-12T05:30:00.000Z'),
    hostile: await site.service.take(hostileApplication().toString('latin1'), '2026-03-12T06:00:00.000Z'),
  }
  await dispute()
  await decide()
  staff = await entered(site, 'administrator')
  await talk()
  drafts = await someDrafts(site)
  await site.get(`/candidatures/${mails.ordinary.number}`, staff.cookie)
  invitation = await invite(site.desk, 'nouvelle@interco.example', 'staff')
  const context = await browser.newContext({ locale: 'fr-FR' })
  await context.addCookies([{ name: SESSION_COOKIE, value: staff.cookie.split('=')[1] ?? '', url: site.url }])
  page = await context.newPage()
})

/** Somebody unknown writes the number of an application. */
async function named(): Promise<MailView> {
  const { number } = await site.service.take(application('Usine Nommée'), '2026-03-12T06:40:00.000Z')
  const raw = QUESTION.replace('Une question sur l’appel', `Dossier ${number}`).replace('q1@', 'q2@')
  return site.service.take(raw, '2026-03-12T06:50:00.000Z')
}

/** Entered by a clerk from what the post brought. */
async function onPaper(): Promise<MailView> {
  const paper: Paper = {
    postmark: '2026-03-10',
    arrivedAt: '2026-03-12T05:00:00.000Z' as Instant,
    receivedBy: 'Accueil',
    enteredBy: EMAIL,
    facts: { name: 'Usine Papier', representative: 'Lise Ombrelle' },
  }
  const raw = await composeMail(paperMail(paper, decidingCall, site.service.clock.now(), []))
  return site.service.goOn(await enterPaper(site.desk, paper, raw, '2026-03-12'))
}

/** An act did not select it. */
async function decide(): Promise<void> {
  const act = Act.parse({ reference: 'délibération n° 12', on: '2026-04-02' })
  const author = { by: EMAIL, reason: 'commission' }
  const { register, clock } = site.service
  await register.recordOutcome(mails.decided.number!, { kind: 'not_selected', act }, author, clock.now())
}

/** Colleagues noted something, and one sees to it. */
async function talk(): Promise<void> {
  const { register, clock } = site.service
  const { fingerprint } = mails.ordinary
  await register.writeNote(fingerprint, 'Rappelée : le bilan arrive lundi.', EMAIL, clock.now())
  await register.assign(fingerprint, { assignee: EMAIL, seen: null }, EMAIL, clock.now())
}

/** A stranger claims the number, and the applicant proposes another telephone. */
async function dispute(): Promise<void> {
  for (const from of ['mallory@evil.example', CLAIMANT.address]) {
    const files = { 'formulaire.txt': formOf(CLAIMANT, THEIRS) }
    await site.service.take(aMail({ from, told: provenFor(from), files }), '2026-03-12T08:00:00.000Z')
  }
}

afterAll(async () => {
  await browser.close()
  await site[Symbol.asyncDispose]()
})

/** Every address of the console with what it shows; an address without a line here fails the test. */
function visits(): Readonly<Record<string, readonly Visit[] | typeof NO_PAGE>> {
  const { ordinary, held, contested, hostile, aside, disputed, decided } = mails
  const piece = ordinary.documents.findIndex(({ name }) => name === 'projet.pdf')
  const letter = `acknowledgement-${ordinary.fingerprint}`
  return {
    'GET /connexion': [{ path: '/connexion', stranger: true }],
    'POST /connexion': [
      {
        path: '/connexion',
        form: { adresse: 'x@y.example', motdepasse: 'faux', code: '1' },
        stranger: true,
        status: 401,
      },
    ],
    'POST /deconnexion': NO_PAGE,
    'GET /invitation/:token': [
      { path: `/invitation/${invitation}`, stranger: true },
      { path: '/invitation/perdue', stranger: true, status: 404 },
    ],
    'POST /invitation/:token': [
      {
        path: `/invitation/${invitation}`,
        form: { motdepasse: 'un', encore: 'autre' },
        stranger: true,
        status: 400,
      },
    ],
    'GET /accessibilite': [{ path: '/accessibilite' }, { path: '/accessibilite', stranger: true }],
    'GET /oidc': NO_PAGE,
    'GET /oidc/retour': [
      { path: '/oidc/retour', stranger: true, status: 401 },
      { path: '/oidc/retour?known', stranger: true },
    ],
    'GET /': [{ path: '/' }],
    'GET /tache-suivante': [{ path: '/tache-suivante?apres=rien' }],
    'GET /registre': [{ path: '/registre' }, { path: '/registre?delai=late&texte=zzz' }],
    'GET /tableau': [{ path: '/tableau' }],
    'GET /candidatures/:number': [
      { path: `/candidatures/${ordinary.number}` },
      { path: `/candidatures/${ordinary.number}?courriel=${ordinary.fingerprint}&piece=${piece}&info=siret` },
      { path: `/candidatures/${held.number}` },
      { path: `/candidatures/${mails.paper.number}` },
      { path: `/candidatures/${contested.number}` },
      { path: `/candidatures/${hostile.number}` },
      { path: `/candidatures/${disputed.number}` },
      { path: `/candidatures/${decided.number}` },
      { path: '/candidatures/AMI-22222', status: 404 },
    ],
    'GET /courriels/:fingerprint': [
      { path: `/courriels/${ordinary.fingerprint}` },
      { path: `/courriels/${hostile.fingerprint}` },
      { path: `/courriels/${mails.asking.fingerprint}` },
      { path: `/courriels/${mails.perhaps.fingerprint}` },
    ],
    'GET /courriels/:fingerprint/original': NO_PAGE,
    'GET /courriels/:fingerprint/pieces/:position': [
      { path: `/courriels/${ordinary.fingerprint}/pieces/${piece}` },
      { path: `/courriels/${ordinary.fingerprint}/pieces/${piece}?info=siret&rang=0` },
      { path: `/courriels/${hostile.fingerprint}/pieces/1` },
      { path: `/courriels/${hostile.fingerprint}/pieces/99`, status: 404 },
    ],
    'GET /courriels/:fingerprint/pieces/:position/pages/:page': NO_PAGE,
    'GET /courriels/:fingerprint/pieces/:position/original': NO_PAGE,
    'GET /lettres/:id': [{ path: `/lettres/${letter}` }],
    'GET /lettres/:id/pieces/:position': [{ path: `/lettres/${letter}/pieces/0`, status: 404 }],
    'GET /lettres/:id/imprimer': [{ path: `/lettres/${letter}/imprimer` }],
    'GET /courriels/:fingerprint/accuse': [
      { path: `/courriels/${held.fingerprint}/accuse` },
      { path: `/courriels/${mails.paper.fingerprint}/accuse` },
      { path: `/courriels/${ordinary.fingerprint}/accuse` },
    ],
    'POST /courriels/:fingerprint/accuse': [
      { path: `/courriels/${held.fingerprint}/accuse`, form: { texte: 'Merci.\n- une pièce\n- une autre' } },
      {
        path: `/courriels/${held.fingerprint}/accuse`,
        form: { texte: 'Vous êtes hors délai.' },
        status: 409,
      },
    ],
    'POST /courriels/:fingerprint/envoyer': [
      { path: `/courriels/${held.fingerprint}/envoyer`, form: { motif: '' }, status: 409 },
    ],
    ...Object.fromEntries(
      [
        'rectifier',
        'arbitrer',
        'corriger',
        'refuser',
        'role',
        'recu-autrement',
        'retablir',
        'separer',
        'rattacher',
        'detacher',
        'relire',
        'remis',
        'note',
        'note-retiree',
        'suivi',
      ].map((act) => [`POST /courriels/:fingerprint/${act}`, NO_PAGE]),
    ),
    ...writingVisits(),
    'POST /candidatures/:number/reunir': NO_PAGE,
    'POST /candidatures/:number/distinguer': NO_PAGE,
    'POST /candidatures/:number/suite': [
      {
        path: `/candidatures/${ordinary.number}/suite`,
        form: { suite: 'selected', motif: 'trop tôt' },
        status: 409,
      },
    ],
    'POST /candidatures/:number/suite/annuler': NO_PAGE,
    'POST /candidatures/:number/recevabilite': [
      { path: `/candidatures/${ordinary.number}/recevabilite`, form: { motif: 'sans choix' }, status: 409 },
    ],
    'POST /candidatures/:number/recevabilite/annuler': NO_PAGE,
    'GET /ecartes': [{ path: '/ecartes' }, { path: '/ecartes?page=2' }],
    'GET /ecartes/:fingerprint': [
      { path: `/ecartes/${aside.fingerprint}` },
      { path: '/ecartes/perdu', status: 409 },
    ],
    'POST /ecartes/:fingerprint/prendre': [
      { path: `/ecartes/${aside.fingerprint}/prendre`, form: { motif: '' }, status: 409 },
    ],
    'POST /ecartes/:fingerprint/laisser': [
      { path: `/ecartes/${aside.fingerprint}/laisser`, form: { motif: 'rien' }, status: 409 },
    ],
    'GET /papier': [{ path: '/papier' }],
    'GET /papier/:fingerprint': [{ path: `/papier/${mails.paper.fingerprint}` }],
    'POST /papier': [{ path: '/papier', form: { arrivee: 'demain' }, status: 409 }],
    'GET /date-limite': [{ path: '/date-limite' }],
    'POST /date-limite': NO_PAGE,
    'GET /candidatures/:number/decision': [
      { path: `/candidatures/${decided.number}/decision` },
      { path: `/candidatures/${ordinary.number}/decision`, status: 409 },
    ],
    'POST /candidatures/:number/decision': [
      {
        path: `/candidatures/${decided.number}/decision`,
        form: { texte: 'Merci.\n- une ligne', droit: 'Article 4.', fait: 'Hors du territoire.' },
      },
    ],
    'POST /candidatures/:number/decision/envoyer': [
      {
        path: `/candidatures/${decided.number}/decision/envoyer`,
        form: { texte: 'Merci [nom].', motif: 'signée' },
        status: 409,
      },
    ],
    'GET /comparer': [{ path: '/comparer' }],
    'GET /comparer/:call/:sector': [
      { path: `/comparer/${sampleCall.id}/sans-filiere` },
      { path: `/comparer/${sampleCall.id}/sans-filiere?ordre=reception` },
      { path: `/comparer/${sampleCall.id}/${sampleCall.sectors[0]?.id}` },
    ],
    'GET /comparer/:call/:sector/comparaison.xlsx': NO_PAGE,
    ...callVisits(drafts),
    'GET /exports': [{ path: '/exports' }],
    'GET /exports/:call/:file': NO_PAGE,
    'GET /exports/:call/fiches.pdf': NO_PAGE,
    'GET /exports/:call/dossiers.zip': NO_PAGE,
    'GET /candidatures/:number/fiche.pdf': NO_PAGE,
    'GET /journal': [{ path: '/journal' }],
    'GET /comptes': [{ path: '/comptes' }],
    'POST /comptes': [{ path: '/comptes', form: { adresse: 'autre@interco.example', role: 'reader' } }],
    'POST /comptes/fermer': NO_PAGE,
  }
}

/** Writing to an applicant, and answering a question. */
function writingVisits(): Readonly<Record<string, readonly Visit[]>> {
  const { ordinary, held, asking } = mails
  const message = { adresse: 'contact@usineverte.example', objet: 'Votre dossier', texte: 'Merci.' }
  return Object.fromEntries(
    [
      [
        '/candidatures/:number/ecrire',
        `/candidatures/${ordinary.number}/ecrire`,
        `/candidatures/${held.number}/ecrire`,
      ],
      ['/courriels/:fingerprint/repondre', `/courriels/${asking.fingerprint}/repondre`],
    ].flatMap(([route = '', path = '', ...others]) => [
      [`GET ${route}`, [path, ...others].map((one) => ({ path: one }))],
      [`POST ${route}`, [{ path, form: { texte: 'Bonjour.', modele: 'piece' } }]],
      [`POST ${route}/apercu`, [{ path: `${path}/apercu`, form: message }]],
      [`POST ${route}/envoyer`, [{ path: `${path}/envoyer`, form: { texte: 'Oui.' }, status: 409 }]],
    ]),
  )
}

/** Sends a form as a page of this site does. */
const SEND = `({ path, form }) => {
  const sent = document.createElement('form')
  sent.method = 'post'
  sent.action = path
  for (const [name, value] of Object.entries(form)) {
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    sent.append(field)
  }
  document.body.append(sent)
  sent.submit()
}`

async function arrive(on: Page, { path, form, stranger }: Visit): Promise<number | undefined> {
  if (form === undefined) return (await on.goto(`${site.url}${path}`))?.status()
  await on.goto(`${site.url}/connexion`)
  const sent = { ...(stranger === true ? {} : { jeton: staff.jeton }), ...form }
  const [answer] = await Promise.all([
    on.waitForNavigation(),
    on.evaluate(`(${SEND})(${JSON.stringify({ path, form: sent })})`),
  ])
  return answer?.status()
}

/** What every page must be: French, ordered, within the window, readable by all. */
async function expectWell(on: Page, name: string): Promise<void> {
  // A telephone in the light and a desk in the dark show every rule of the style.
  for (const [index, colorScheme] of SCHEMES.entries()) {
    const width = WIDTHS[index] ?? WIDTHS[0]
    await on.emulateMedia({ colorScheme })
    await on.setViewportSize({ width, height: 900 })
    const { language, headings, overflowing } = await outlineOf(on)
    expect(language).toBe('fr')
    expect(isOrdered(headings), `${name}: ${headings.join()}`).toBe(true)
    expect(overflowing, `${name}, ${width} px`).toEqual([])
    expect(await accessibilityFaults(on), `${name}, ${colorScheme}, ${width} px`).toEqual([])
  }
}

async function look(name: string, visit: Visit): Promise<void> {
  if (visit.stranger !== true) {
    expect(await arrive(page, visit), visit.path).toBe(visit.status ?? 200)
    await expectWell(page, name)
    await picture(page, name, visit)
    return
  }
  await using context = await browser.newContext({ locale: 'fr-FR' })
  const on = await context.newPage()
  // The page after the authority's own sign-in goes on by itself: it is to be looked at.
  await on.route('**/comfort.js', (route) => route.abort())
  expect(await arrive(on, visit), visit.path).toBe(visit.status ?? 200)
  await expectWell(on, name)
  await picture(on, name, visit)
}

async function picture(on: Page, name: string, { form }: Visit): Promise<void> {
  if (PICTURES === undefined) return
  await on.emulateMedia({ colorScheme: 'light' })
  await on.waitForLoadState('networkidle')
  pictures += 1
  const file = `${String(pictures).padStart(2, '0')}-${name}${form === undefined ? '' : '-form'}`
  await on.screenshot({ path: `${PICTURES}/${file.replace(/\W+/g, '-')}.png`, fullPage: true })
}
let pictures = 0

it('every address of the console is looked at', () => {
  const all = ROUTES.map(({ method, path }) => `${method} ${path}`)
  expect(Object.keys(visits()).sort()).toEqual(all.sort())
})

it('every page is French, ordered, fits 320 px, and axe finds nothing', async () => {
  for (const [name, shown] of Object.entries(visits()))
    for (const visit of shown === NO_PAGE ? [] : shown) await look(name, visit)
  await look('not found', { path: '/nulle-part', status: 404 })
})

it('a page of a document is there to be seen, from this site alone', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const piece = mails.ordinary.documents.findIndex(({ name }) => name === 'projet.pdf')
  await page.goto(`${site.url}/courriels/${mails.ordinary.fingerprint}/pieces/${piece}`)
  const width = () => page.evaluate('document.images[0]?.naturalWidth ?? 0')
  await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(900)
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/piece.png`, fullPage: true })
  expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([])
})

it('everything can be done with the keys alone', async () => {
  await page.goto(`${site.url}/registre`)
  await page.keyboard.press('Tab')
  const focused = () => page.evaluate('document.activeElement?.textContent?.trim() ?? ""')
  expect(await focused()).toBe('Aller au contenu')
  await page.keyboard.press('Enter')
  await page.keyboard.press('/')
  await page.keyboard.type('copieur')
  await Promise.all([page.waitForURL(/texte=copieur/), page.keyboard.press('Enter')])
  await page.locator('tbody a').first().focus()
  await Promise.all([page.waitForURL(/candidatures/), page.keyboard.press('Enter')])
  const id = () => page.evaluate('document.activeElement?.id ?? ""')
  for (let steps = 0; steps < 60 && (await id()) !== 'fait-siret'; steps += 1)
    await page.keyboard.press('Tab')
  expect(await id()).toBe('fait-siret')
  await page.keyboard.press('Tab')
  expect(await id()).toBe('fait-siret-motif')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Enregistrer')
})

it('a letter is shown with what a person wrote, in a frame that runs nothing', async () => {
  const texte = 'Merci de votre envoi.\n- <img src=x onerror="parent.hacked=1">\n<script>hacked=1</script>'
  const path = `/courriels/${mails.held.fingerprint}/accuse`
  await arrive(page, { path, form: { texte } })
  const frame = page.frameLocator('iframe.letter')
  await frame.getByText('Merci de votre envoi.').waitFor()
  expect(await frame.locator('img, script').count()).toBe(0)
  const inside = page.frames().find((one) => one.url() === 'about:srcdoc')
  expect(await inside?.evaluate('getComputedStyle(document.body).fontFamily')).toContain('Arial')
  expect(await page.evaluate('"hacked" in window')).toBe(false)
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/lettre.png`, fullPage: true })
})

it('what is no page is a file, leads elsewhere, or refuses with a page like any other', async () => {
  for (const [name, shown] of Object.entries(visits())) {
    if (shown !== NO_PAGE) continue
    const [method = '', path = ''] = name.split(' ')
    const there = path
      .replace(':fingerprint', mails.held.fingerprint)
      .replace(':number', mails.held.number ?? '')
      .replace(':position', '1')
      .replace(':call', sampleCall.id)
      .replace(':id', drafts.read)
      .replace(':version', '1')
      .replace(':file', 'registre.csv')
    const answer =
      method === 'GET'
        ? await site.get(there, staff.cookie)
        : await site.post(there, { jeton: 'forged' }, staff.cookie)
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true
    if (isPage) expect([403, 404], name).toContain(answer.status)
    else expect([200, 303], name).toContain(answer.status)
  }
})
