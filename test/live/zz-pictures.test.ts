import { it } from 'vitest'
import { Fingerprint } from '../../src/base/ids.ts'
import { SESSION_COOKIE } from '../../src/console/route.ts'
import { aSite, entered } from '../console/a-site.ts'
import { QUESTION } from '../steps/a-question.ts'
import { application } from '../steps/a-service.ts'
import { decidingCall } from '../steps/some-decisions.ts'
import { startBrowser } from './a-browser.ts'

it('pictures', async () => {
  await using site = await aSite(null, { calls: [decidingCall] })
  const mail = await site.service.take(application('Usine Verte'), '2026-03-10T06:00:00.000Z')
  await site.service.send()
  const question = await site.service.take(QUESTION, '2026-03-12T06:30:00.000Z')
  const { cookie, jeton } = await entered(site, 'administrator')
  await entered(site, 'staff')
  const entry = await site.post(
    '/papier',
    {
      jeton,
      arrivee: '2026-03-11T09:30',
      cachet: '2026-03-09',
      recupar: 'Accueil',
      name: 'Usine Papier',
      email: 'c@papier.example',
    },
    cookie,
  )
  const to = entry.headers.get('location') ?? ''
  const paper = await site.service.goOn(Fingerprint.parse(to.split('/').at(-1)))
  const { register, clock } = site.service
  await register.writeNote(
    mail.fingerprint,
    'Rappelée : le bilan arrive lundi.\nVoir avec la Région.',
    'staff@interco.example',
    clock.now(),
  )
  await site.post(
    `/courriels/${mail.fingerprint}/note`,
    { jeton, note: 'Vu avec la Région : rien à redire.' },
    cookie,
  )
  await register.assign(
    mail.fingerprint,
    { assignee: 'administrator@interco.example', seen: null },
    'administrator@interco.example',
    clock.now(),
  )
  await register.assign(
    question.fingerprint,
    { assignee: 'staff@interco.example', seen: null },
    'administrator@interco.example',
    clock.now(),
  )
  await site.post(
    `/candidatures/${mail.number}/ecrire/envoyer`,
    {
      jeton,
      vus: '0',
      adresse: 'contact@usineverte.example',
      objet: 'Votre dossier',
      texte: 'Votre scan est illisible.\n- page 2\n- page 3',
      formulaire: 'oui',
    },
    cookie,
  )
  await site.post(
    `/courriels/${question.fingerprint}/repondre/envoyer`,
    { jeton, vus: '0', adresse: 'ana@curieux.example', texte: 'Oui, une association peut candidater.' },
    cookie,
  )
  await site.service.send()
  const handed = await site.post(
    `/courriels/${paper.fingerprint}/remis`,
    { jeton, destinataire: 'Usine Papier', comment: 'poste' },
    cookie,
  )
  const browser = await startBrowser()
  const context = await browser.newContext({ locale: 'fr-FR' })
  await context.addCookies([{ name: SESSION_COOKIE, value: cookie.split('=')[1] ?? '', url: site.url }])
  const page = await context.newPage()
  const pages: Record<string, string> = {
    home: '/',
    register: '/registre',
    dossier: `/candidatures/${mail.number}`,
    write: `/candidatures/${mail.number}/ecrire`,
    question: `/courriels/${question.fingerprint}?fait=reponse`,
    again: `/courriels/${question.fingerprint}/repondre`,
    entered: to,
    paper: `/candidatures/${paper.number}`,
    handed: handed.headers.get('location') ?? '',
    printed: `/lettres/acknowledgement-${paper.fingerprint}/imprimer`,
    message: `/lettres/message-${mail.number}-1`,
    papier: '/papier',
    answer: `/lettres/answer-${question.fingerprint}`,
  }
  for (const width of [1280, 390])
    for (const [name, path] of Object.entries(pages)) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
      await page.goto(`${site.url}${path}`)
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: `/tmp/pics/${width}-${name}.png`, fullPage: true })
    }
  await page.goto(`${site.url}${pages['printed']}`)
  await page.pdf({ path: '/tmp/pics/printed.pdf', format: 'A4' }).catch(() => undefined)
  await browser.close()
})
