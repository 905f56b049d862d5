import { expect, it } from 'vitest'
import { Fingerprint } from '../../src/base/ids.ts'
import { applicationRecord } from '../../src/exports/application-record.ts'
import { applicationSheet } from '../../src/exports/application-sheet.ts'
import { COLUMNS } from '../../src/exports/register-table.ts'
import type { MailView } from '../../src/register/views.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aSite, entered, type Site, wordsOf } from './a-site.ts'

const POSTED = {
  arrivee: '2026-03-11T09:30',
  cachet: '2026-03-09',
  recupar: 'Accueil',
  name: 'Usine Papier',
  representative: 'Lise Ombrelle',
}

/** A clerk enters it; the office works it in. */
async function deposited(site: Site, form: Readonly<Record<string, string>> = POSTED) {
  site.service.clock.at = '2026-03-12T06:00:00.000Z' as typeof site.service.clock.at
  const { cookie, jeton } = await entered(site, 'staff')
  const answer = await site.post('/papier', { jeton, ...form }, cookie)
  const path = answer.headers.get('location') ?? ''
  const waiting = await (await site.get(path, cookie)).text()
  const mail = await site.service.goOn(Fingerprint.parse(path.split('/').at(-1)))
  const post = (act: string, more: Readonly<Record<string, string>>) =>
    site.post(`/courriels/${mail.fingerprint}/${act}`, { jeton, ...more }, cookie)
  const shown = async (at: string) => (await site.get(at, cookie)).text()
  return { path, waiting, mail, post, shown }
}

const letterOf = async ({ service }: Site, mail: MailView) =>
  (await service.letters()).find(({ fingerprint }) => fingerprint === mail.fingerprint)

it('ends on the number to write on the envelope, once it is there', async () => {
  await using site = await aSite()
  const { path, waiting, mail, shown } = await deposited(site)
  expect(waiting).toContain('http-equiv="refresh"')
  const page = await shown(path)
  expect(page).toContain(`<code class="key">${mail.number}</code>`)
  expect(page).toContain(`href="/candidatures/${mail.number}"`)
  const dossier = wordsOf(await shown(`/candidatures/${mail.number}`))
  expect(dossier).toContain('sur papier, par la poste, cachet du 9 mars 2026')
  expect(dossier).toContain('saisie de l’agent, p. 1')
  expect(dossier).not.toContain('courriel, p. 1')
  expect(dossier).toContain('date d’envoi, qui compte à côté de l’arrivée')
})

it('is acknowledged by mail as what it is: posted, with its postmark', async () => {
  await using site = await aSite()
  const { mail, post, shown } = await deposited(site, { ...POSTED, email: 'contact@papier.example' })
  expect(await shown(`/courriels/${mail.fingerprint}/accuse`)).toContain('value="contact@papier.example"')
  expect((await post('envoyer', { adresse: 'contact@papier.example', motif: 'dépôt papier' })).status).toBe(
    303,
  )
  await site.service.send()
  const letter = site.service.caught[0]?.letter
  const text = wordsOf(letter?.text ?? '')
  expect(text).toContain('accuse réception de votre envoi postal.')
  expect(text).toContain('Cachet de la poste : 9 mars 2026')
  expect(text).toContain('Arrivé le : mercredi 11 mars 2026 à 9 h 30 min 00 s')
  expect(text).not.toMatch(/courriel ne|envoi électronique|vous l’avez joint|ce message/)
  expect([letter?.inReplyTo, letter?.subject.includes('papier')]).toEqual([null, false])
})

it('over the counter nothing was stamped, and nothing says so', async () => {
  await using site = await aSite()
  const { mail, post, shown } = await deposited(site, { ...POSTED, cachet: '' })
  const dossier = wordsOf(await shown(`/candidatures/${mail.number}`))
  expect(dossier).toContain('sur papier, au guichet')
  expect(dossier).not.toMatch(/Cachet de la poste|date d’envoi/)
  expect(dossier).not.toContain('sans objet')
  await post('envoyer', { adresse: 'contact@papier.example', motif: 'dépôt papier' })
  const text = wordsOf((await letterOf(site, mail))?.letter.text ?? '')
  expect(text).toContain('accuse réception de votre dépôt au guichet.')
  expect(text).not.toContain('Cachet')
})

it('of what is on paper alone nothing was checked, and nothing is told to be missing', async () => {
  await using site = await aSite()
  const { mail, post } = await deposited(site)
  await post('remis', { destinataire: 'Usine Papier', comment: 'main' })
  const text = wordsOf((await letterOf(site, mail))?.letter.text ?? '')
  expect(text).toContain('il n’a pas été numérisé')
  expect(text).not.toMatch(/contrôle|Non détecté/i)
})

it('a deposit that nobody scanned lacks nothing that a program could know of', async () => {
  await using site = await aSite()
  const { mail, post, shown } = await deposited(site, { ...POSTED, cachet: '' })
  const dossier = wordsOf(await shown(`/candidatures/${mail.number}`))
  expect(dossier).toContain('non numérisé, à examiner')
  expect(dossier).toContain('Le dépôt papier n’a pas été numérisé')
  expect(dossier).not.toMatch(/incomplet|non détecté par/)
  const [summary] = await site.service.register.summaries(sampleCall.id)
  const record = applicationRecord(summary!, sampleCall)
  expect(record).toMatchObject({
    completeness: 'review',
    unscanned: true,
    missing: [],
    receiptSource: 'counter',
  })
  const printed = COLUMNS.find(({ title }) => title === 'Complétude')?.cell(record, sampleCall)
  expect(printed).toBe('non numérisé, à examiner')
  const application = (await site.service.register.application(mail.number!))!
  const facts = applicationSheet(application, sampleCall).facts
  expect(facts.map(([, value]) => value)).toContain('non numérisé, à examiner')
  await post('remis', { destinataire: 'Usine Papier', comment: 'main' })
  const text = wordsOf((await letterOf(site, mail))?.letter.text ?? '')
  expect(text).toContain('Il atteste la date et l’heure d’arrivée de votre dépôt. ')
  expect(text).not.toContain('empreinte de chaque fichier')
})

it('one of which there is a scan is examined and attested as a scan', async () => {
  await using site = await aSite()
  site.service.clock.at = '2026-03-12T06:00:00.000Z' as typeof site.service.clock.at
  const { cookie, jeton } = await entered(site, 'staff')
  const form = new FormData()
  for (const [name, value] of Object.entries({ jeton, ...POSTED })) form.set(name, value)
  form.append('pages', new File(['Lettre de Usine Papier'], 'page.txt', { type: 'text/plain' }))
  const answer = await fetch(`${site.url}/papier`, {
    ...{ method: 'POST', headers: { cookie }, body: form, redirect: 'manual' },
  })
  const path = answer.headers.get('location') ?? ''
  const mail = await site.service.goOn(Fingerprint.parse(path.split('/').at(-1)))
  expect(wordsOf(await (await site.get(`/candidatures/${mail.number}`, cookie)).text())).not.toContain(
    'non numérisé',
  )
  const [summary] = await site.service.register.summaries(sampleCall.id)
  expect(applicationRecord(summary!, sampleCall)).toMatchObject({ unscanned: false, receiptSource: 'post' })
  const more = { jeton, destinataire: 'Usine Papier', comment: 'main' }
  await site.post(`/courriels/${mail.fingerprint}/remis`, more, cookie)
  expect(wordsOf((await letterOf(site, mail))?.letter.text ?? '')).toContain('l’empreinte de chaque fichier')
})

it('what is refused leaves what was typed where it was', async () => {
  await using site = await aSite()
  const { cookie, jeton } = await entered(site, 'staff')
  const where = { jeton, origine: '/papier', formulaire: 'papier' }
  const refused = await site.post('/papier', { ...where, ...POSTED, recupar: '' }, cookie)
  const page = await refused.text()
  expect([
    refused.status,
    page.includes('value="Usine Papier"'),
    page.includes('value="2026-03-09"'),
  ]).toEqual([409, true, true])
})

it('one stamped on the day of its arrival was posted all the same', async () => {
  await using site = await aSite()
  const { mail, shown } = await deposited(site, { ...POSTED, cachet: '2026-03-11' })
  expect(wordsOf(await shown(`/candidatures/${mail.number}`))).toContain(
    'par la poste, cachet du 11 mars 2026',
  )
})

it('without an address the acknowledgement is printed and noted as handed over; it is sent to nobody', async () => {
  await using site = await aSite()
  const { mail, post, shown } = await deposited(site)
  const [held] = (await site.service.register.vitals()).held
  expect(held?.reason).toBe('paper')
  expect(wordsOf(await shown('/'))).toContain('dépôt sur papier ; l’envoyer par courriel')
  expect((await post('remis', { destinataire: '', comment: 'poste' })).status).toBe(409)
  expect((await post('remis', { destinataire: 'Usine Papier', comment: 'pigeon' })).status).toBe(409)
  const handed = await post('remis', { destinataire: 'Usine Papier', comment: 'poste' })
  const there = handed.headers.get('location') ?? ''
  expect(there).toBe(`/lettres/acknowledgement-${mail.fingerprint}?fait=remis`)
  expect(await shown(there)).toContain('/imprimer')
  const printed = await shown(`/lettres/acknowledgement-${mail.fingerprint}/imprimer`)
  expect(wordsOf(printed)).toContain('accuse réception de votre envoi postal.')
  expect(printed).not.toMatch(/<iframe|<header/)
  expect((await site.service.register.vitals()).held).toEqual([])
  await site.service.send()
  expect(site.service.caught).toEqual([])
  expect(await site.service.register.toCopy(10)).toEqual([])
  const dossier = wordsOf(await shown(`/candidatures/${mail.number}`))
  expect(dossier).toContain('à Usine Papier remise sur papier le 12/03/2026')
  const history = await site.service.register.history(mail.number!)
  expect(history.find(({ type }) => type === 'letter.released')?.detail['reason']).toBe('posté')
  const again = await post('remis', { destinataire: 'Usine Papier', comment: 'main' })
  expect(again.status).toBe(409)
  expect(wordsOf(await again.text())).toContain('quelqu’un l’a peut-être déjà envoyé')
})

it('the hour of a deposit acknowledged on paper is corrected on paper, by mail where an address is given', async () => {
  await using site = await aSite()
  const { mail, post, shown } = await deposited(site)
  await post('remis', { destinataire: 'Usine Papier', comment: 'main' })
  const wrong = { heure: '2026-03-11T09:10:00', motif: 'heure mal lue' }
  const corrected = await post('rectifier', wrong)
  const there = corrected.headers.get('location') ?? ''
  expect(there).toBe(`/lettres/rectification-${mail.fingerprint}-2?fait=rectifie-papier`)
  expect(wordsOf(await shown(there))).toContain('Imprimez l’accusé rectificatif')
  const second = (await site.service.letters()).find(({ id }) => there.includes(id))
  expect([second?.state, second?.letter.to]).toEqual(['handed', ['Usine Papier']])
  await site.service.send()
  expect(site.service.caught).toEqual([])
  site.service.clock.at = '2026-03-12T07:00:00.000Z' as typeof site.service.clock.at
  const mailed = { ...wrong, heure: '2026-03-11T09:20:00', adresse: 'contact@papier.example' }
  expect((await post('rectifier', mailed)).headers.get('location')).toContain('?fait=rectifie')
  await site.service.send()
  expect(site.service.caught.map(({ letter }) => letter.to)).toEqual([['contact@papier.example']])
})

it('of a deposit that gets no number, the page says so and leads to it, and waits no more', async () => {
  await using site = await aSite()
  const { path, waiting, mail, shown } = await deposited(site)
  expect(waiting).toContain('Le numéro arrive')
  const settled = { number: null, progress: 'quarantined' }
  await site.service.database.updateTable('mail').set(settled).execute()
  const page = await shown(path)
  expect(wordsOf(page)).toContain('n’a pas reçu de numéro')
  expect(page).toContain(`href="/courriels/${mail.fingerprint}"`)
  expect(page).not.toContain('http-equiv="refresh"')
})
