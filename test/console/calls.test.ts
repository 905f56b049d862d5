import { chmod, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { callFilesOf } from '../../src/app/call-files.ts'
import { Failure } from '../../src/base/failure.ts'
import type { Call } from '../../src/call/call.ts'
import { CallDocument } from '../../src/settings/call-document.ts'
import { readCall } from '../../src/settings/call-file.ts'
import type { CallFiles } from '../../src/steps/adopt-call.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { fileOf } from '../mail/sample-call.ts'
import { OTHER_CALLS } from '../outline/published-elsewhere.ts'
import { application } from '../steps/a-service.ts'
import { decidingCall } from '../steps/some-decisions.ts'
import { aSite, entered, type Site, wordsOf } from './a-site.ts'

interface Desk {
  readonly site: Site
  readonly path: string
  readonly text: string
  readonly cookie: string
  readonly jeton: string
  post(to: string, form: Readonly<Record<string, string>>): Promise<Response>
  page(path: string): Promise<string>
}

/** A site with one call on disk, and somebody who may change it. */
async function aDesk(call: Call = decidingCall): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-call-'))
  const path = join(folder, 'appel.yaml')
  const text = `# À garder : ce commentaire.\n${JSON.stringify(fileOf(call), null, 1)}\n`
  await writeFile(path, text)
  await chmod(path, 0o640)
  const callFiles = callFilesOf({ RECEPISSE_CALL: path })
  const site = await aSite(null, { calls: [call], callsNow: () => [readCall(path).call], callFiles })
  const { cookie, jeton } = await entered(site, 'administrator')
  return {
    site,
    path,
    text,
    cookie,
    jeton,
    post: (to, form) => site.post(to, { jeton, ...form }, cookie),
    page: async (address) => wordsOf(await (await site.get(address, cookie)).text()),
  }
}

const there = (answer: Response): string => (answer.headers.get('location') ?? '').split('?')[0] ?? ''

/** A version with one value changed, as far as its adoption. */
async function changed(
  { post }: Desk,
  page: string,
  typed: Readonly<Record<string, string>>,
): Promise<string> {
  const draft = there(await post('/appels/modifier', { appel: decidingCall.id }))
  expect((await post(`${draft}/${page}`, typed)).status).toBe(303)
  return there(await post(`${draft}/ecrire`, { motif: 'rectificatif' }))
}

/** Waits until the comparison of a version has been made, which looking at it began. */
async function compared({ page }: Desk, version: string): Promise<string> {
  return expect
    .poll(() => page(version), { timeout: 20_000 })
    .not.toContain('Actualiser')
    .then(() => page(version))
}

it('an application’s call is changed by two people: its file keeps what no form knows, mails are read again', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const mail = await site.service.take(application('Usine Verte'), '2026-03-10T06:00:00.000Z')
  const version = await changed(desk, 'date-limite', { 'deadline.wallClock': '2026-03-09T12:00' })
  const shown = await compared(desk, version)
  expect(shown).toContain('Date et heure 2026-03-20T16:00 2026-03-09T12:00')
  expect(shown).toContain(`${mail.number} délai : dans les délais → hors délai`)
  expect(shown).toContain('une autre personne')
  expect((await desk.post(`${version}/adopter`, { motif: 'moi-même' })).status).toBe(409)
  expect(await readFile(desk.path, 'utf8')).toBe(desk.text)
  const second = await entered(site, 'staff')
  const adopted = await site.post(`${version}/adopter`, { jeton: second.jeton, motif: 'relu' }, second.cookie)
  expect([adopted.status, there(adopted)]).toEqual([303, version])
  const text = await readFile(desk.path, 'utf8')
  expect(text).toContain('# À garder : ce commentaire.')
  expect((await stat(desk.path)).mode & 0o777).toBe(0o640)
  expect(await readdir(dirname(desk.path))).toEqual(['appel.yaml'])
  expect(readCall(desk.path).call).toEqual({
    ...decidingCall,
    deadline: { ...decidingCall.deadline, wallClock: '2026-03-09T12:00' },
  })
  const kept = await site.service.register.callVersion(decidingCall.id, 1)
  expect(kept?.adopted?.by).toBe('staff@interco.example')
  expect(await desk.page(version)).toContain('Le service redémarre ses processus')
  expect((await site.service.register.standing()).adoptions).toBe(1)
  const again = await site.post(`${version}/adopter`, { jeton: second.jeton, motif: 'encore' }, second.cookie)
  expect(again.status).toBe(409)
})

it('a deadline that was adopted is adopted anew with the version, in one act', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const { register, clock } = site.service
  await register.adoptDeadline(decidingCall.id, 'first', { by: 'run', reason: 'first' }, clock.now())
  const version = await changed(desk, 'date-limite', { 'deadline.wallClock': '2026-03-27T12:00' })
  await compared(desk, version)
  const second = await entered(site, 'staff')
  await site.post(`${version}/adopter`, { jeton: second.jeton, motif: 'relu' }, second.cookie)
  const deadline = await register.adoptedDeadline(decidingCall.id)
  expect([deadline?.version, deadline?.by]).toEqual([2, 'staff@interco.example'])
  expect(deadline?.body).toContain('2026-03-27T12:00')
})

it('a file that somebody edits by hand meanwhile is not overwritten', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const version = await changed(desk, 'appel', { shortTitle: 'Autre titre' })
  await writeFile(desk.path, `${desk.text}# édité à la main\n`)
  const second = await entered(site, 'staff')
  const refused = await site.post(`${version}/adopter`, { jeton: second.jeton, motif: 'relu' }, second.cookie)
  expect(refused.status).toBe(409)
  expect(wordsOf(await refused.text())).toContain('a été modifié sur le disque')
  expect(await readFile(desk.path, 'utf8')).toContain('# édité à la main')
  expect(await desk.page(version)).toContain('Ce qui est sur le disque fait foi')
})

it('what was typed stays, right or wrong, and the check says beside the field what to do', async () => {
  const desk = await aDesk()
  await using _ = desk.site
  const draft = there(await desk.post('/appels/modifier', { appel: decidingCall.id }))
  await desk.post(`${draft}/depot`, { 'mailbox.address': 'pas une adresse' })
  await desk.post(`${draft}/date-limite`, {
    'deadline.wallClock': 'demain',
    'deadline.doubtfulClockHours': 'deux',
  })
  const depot = await desk.page(`${draft}/depot`)
  expect(depot).toContain('Écrivez une seule adresse, comme contact@commune.fr.')
  const html = await desk.page(`${draft}/date-limite`)
  expect(html).toContain('Indiquez un jour et une heure.')
  expect(html).toContain('Indiquez un nombre entier.')
  const refused = await desk.post(`${draft}/ecrire`, { motif: 'un motif que l’on garde' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('un motif que l’on garde</textarea>')
  const yaml = await desk.post(`${draft}/fichier`, { fichier: 'title: [' })
  expect([yaml.status, (await yaml.text()).includes('title: [</textarea>')]).toEqual([409, true])
  const pasted = await desk.post('/appels/nouveau', { texte: '   ' })
  expect(pasted.status).toBe(409)
})

/** A new call, finished as its file’s text. */
async function written({ post }: Desk, id: string): Promise<string> {
  const draft = there(await post('/appels/nouveau', { texte: OTHER_CALLS.job.text }))
  const body = JSON.stringify({ ...fileOf(decidingCall), id, shortTitle: 'Recrutement' })
  expect((await post(`${draft}/fichier`, { fichier: body })).status).toBe(303)
  return there(await post(`${draft}/ecrire`, { motif: 'publié' }))
}

it('a new call of a service that is told its files one by one: the page says what the operator must do', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const version = await written(desk, 'recrutement-2026')
  const second = await entered(site, 'staff')
  await site.post(`${version}/adopter`, { jeton: second.jeton, motif: 'relu' }, second.cookie)
  const path = join(dirname(desk.path), 'recrutement-2026.yaml')
  expect(readCall(path).call.id).toBe('recrutement-2026')
  expect(await desk.page(version)).toContain('l’exploitant doit l’ajouter à RECEPISSE_CALL')
  const refused = await desk.post(
    `${there(await desk.post('/appels/modifier', { appel: decidingCall.id }))}/appel`,
    {
      id: 'recrutement-2026',
    },
  )
  expect(await desk.page(there(refused).replace(/\/[^/]*$/, ''))).toContain('Le nom d’un appel ne change pas')
})

it('where the file cannot be written nothing is adopted, and the page says what to do', async () => {
  const call = decidingCall
  const failing: CallFiles = {
    held: () => null,
    placeOf: () => ({ path: '/etc/x.yaml', taken: true }),
    put: async () => {
      throw new Failure('permanent', 'call-file-unwritable', 'read-only')
    },
  }
  await using site = await aSite(null, { calls: [call], callsNow: () => [call], callFiles: failing })
  const { cookie, jeton } = await entered(site, 'administrator')
  const post = (to: string, form: Readonly<Record<string, string>>) =>
    site.post(to, { jeton, ...form }, cookie)
  const page = async (address: string) => wordsOf(await (await site.get(address, cookie)).text())
  const version = await written({ site, path: '', text: '', cookie, jeton, post, page }, 'autre-2026')
  const second = await entered(site, 'staff')
  const answer = await site.post(`${version}/adopter`, { jeton: second.jeton, motif: 'relu' }, second.cookie)
  expect(answer.status).toBe(409)
  expect(wordsOf(await answer.text())).toContain('Demandez à l’exploitant')
  expect((await site.service.register.standing()).adoptions).toBe(0)
})

it('the waves of a call are read, shown one by one, and a third is added in the form', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const draft = there(await desk.post('/appels/nouveau', { texte: OTHER_CALLS.waves.text }))
  const page = await (await site.get(`${draft}/date-limite`, desk.cookie)).text()
  expect(page).toMatch(/name="deadline\.waves\.1\.label"[^>]*value="Deuxième vague"/)
  await desk.post(`${draft}/date-limite`, {
    'deadline.waves.2.label': 'Troisième vague',
    'deadline.waves.2.asWritten': 'avant le 1er octobre 2026',
    'deadline.waves.2.day': '2026-10-01',
    'deadline.waves.2.dayItself': 'out',
    'deadline.waves.0.retirer': 'oui',
  })
  const kept = (await site.service.register.callDrafts())[0]
  const waves = new CallDocument(kept?.body ?? '').at(['deadline', 'waves'])
  expect(waves).toMatchObject([
    { label: 'Deuxième vague', wallClock: '2026-06-29T12:00' },
    { label: 'Troisième vague', day: '2026-10-01', dayItself: 'out' },
  ])
})

it('a long text is taken whole, to its last line', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const filler = 'Une phrase de présentation de la commune et de ses projets pour les années qui viennent.\n'
  const texte = `Appel à projets « Long »\n${filler.repeat(900)}\nDossiers à déposer avant le 3 mai 2026 à 12h.`
  expect(texte.length).toBeGreaterThan(60_000)
  expect((await desk.post('/appels/nouveau', { texte })).status).toBe(303)
  const kept = (await site.service.register.callDrafts())[0]
  expect(new CallDocument(kept?.body ?? '').at(['deadline', 'wallClock'])).toBe('2026-05-03T12:00')
})

it('the file itself is edited on its page, and the forms read it again', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const draft = there(await desk.post('/appels/modifier', { appel: decidingCall.id }))
  const document = new CallDocument(desk.text)
  document.set(['acknowledgement', 'perApplicationPerDay'], 9)
  expect((await desk.post(`${draft}/fichier`, { fichier: document.text })).status).toBe(303)
  await desk.post(`${draft}/appel`, { shortTitle: 'Titre des formulaires' })
  const kept = (await site.service.register.callDrafts())[0]
  expect(new CallDocument(kept?.body ?? '').at(['acknowledgement', 'perApplicationPerDay'])).toBe(9)
  expect(new CallDocument(kept?.body ?? '').at(['shortTitle'])).toBe('Titre des formulaires')
})

it('a PDF is read behind the wall, and what its text says stands in the draft', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const form = new FormData()
  form.set('jeton', desk.jeton)
  form.set('texte', '')
  const pdf = await aPdf(OTHER_CALLS.job.text.split('\n'), [])
  form.set('fichier', new Blob([Buffer.from(pdf)]), 'appel.pdf')
  const answer = await fetch(`${site.url}/appels/nouveau`, {
    method: 'POST',
    headers: { cookie: desk.cookie },
    body: form,
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
  const kept = (await site.service.register.callDrafts())[0]
  const document = new CallDocument(kept?.body ?? '')
  expect(document.at(['deadline', 'day'])).toBe('2026-09-20')
  expect(document.at(['mailbox', 'address'])).toBe('recrutement@rivebelle.example')
  expect(document.at(['provenance'])).toContain('appel.pdf')
})

it('who may not decides nothing: staff writes no draft, readers see none, and a forged form does nothing', async () => {
  const desk = await aDesk()
  await using site = desk.site
  const draft = there(await desk.post('/appels/modifier', { appel: decidingCall.id }))
  const staff = await entered(site, 'staff')
  const reader = await entered(site, 'reader')
  expect((await site.get(draft, staff.cookie)).status).toBe(403)
  expect((await site.post('/appels/nouveau', { jeton: staff.jeton, texte: 'x' }, staff.cookie)).status).toBe(
    403,
  )
  expect((await site.get('/appels', staff.cookie)).status).toBe(200)
  expect((await site.get('/appels', reader.cookie)).status).toBe(403)
  expect((await desk.post(`${draft}/appel`, { jeton: 'faux', shortTitle: 'x' })).status).toBe(403)
})
