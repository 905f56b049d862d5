import { expect, it } from 'vitest'
import { sampleCall } from '../mail/sample-call.ts'
import { QUESTION } from '../steps/a-question.ts'
import { application } from '../steps/a-service.ts'
import { aSite, entered, type Site, wordsOf } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const CALL = {
  ...sampleCall,
  messages: [
    {
      id: 'illisible',
      label: 'Scan illisible',
      text: 'Dossier {numéro} de {structure} : [la pièce] est illisible.',
    },
  ],
}

/** A page’s forms are sent as a browser does, with files. */
async function writer(site: Site, path: string, role: 'staff' | 'administrator' = 'staff') {
  const { cookie, jeton } = await entered(site, role)
  const send = (under: string, form: Readonly<Record<string, string>>, files: readonly File[] = []) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ jeton, vus: '0', ...form })) body.set(name, value)
    for (const file of files) body.append('fichiers', file)
    return fetch(`${site.url}${path}${under}`, {
      method: 'POST',
      headers: { cookie },
      body,
      redirect: 'manual',
    })
  }
  return { cookie, send, shown: async (at: string) => (await site.get(at, cookie)).text() }
}

async function applied(site: Site) {
  const mail = await site.service.take(application('Usine Verte'), RECEIVED)
  const path = `/candidatures/${mail.number}/ecrire`
  return { mail, path, ...(await writer(site, path)) }
}

const MESSAGE = {
  adresse: 'contact@usineverte.example',
  objet: 'Votre dossier',
  texte: 'Le scan est <i>flou</i>.',
}
const messagesOf = async ({ service }: Site) =>
  (await service.letters()).filter(({ kind }) => kind === 'message')

it('the sender is proposed, a template is put behind what was typed, and its blank must be filled', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { mail, path, send, shown } = await applied(site)
  expect(await shown(`/candidatures/${mail.number}`)).toContain(`href="${path}"`)
  const page = await shown(path)
  expect(page).toContain('value="contact@usineverte.example"')
  expect(page).toContain(mail.number)
  const put = await (await send('', { texte: 'Bonjour.', modele: 'illisible' })).text()
  const filled = `Bonjour.\n\nDossier ${mail.number} de Usine Verte : [la pièce] est illisible.`
  expect(put).toContain(`${filled}</textarea>`)
  const refused = await send('/envoyer', { ...MESSAGE, texte: filled })
  expect(refused.status).toBe(409)
  const told = await refused.text()
  expect(told).toContain(`${filled}</textarea>`)
  expect(wordsOf(told)).toContain('Il reste des crochets à remplir')
  expect(await messagesOf(site)).toEqual([])
})

it('what is shown first is what leaves, with its files, in the thread of their mail', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { mail, send, shown } = await applied(site)
  const files = [new File(['modèle'], 'modèle.pdf')]
  const preview = await (await send('/apercu', MESSAGE, files)).text()
  expect(preview).toContain('modèle.pdf')
  expect(await messagesOf(site)).toEqual([])
  const sent = await send('/envoyer', MESSAGE, files)
  expect(sent.headers.get('location')).toBe(`/candidatures/${mail.number}?fait=message`)
  await site.service.send()
  const left = site.service.caught.find(({ letter }) => letter.subject === 'Votre dossier')?.letter
  expect(/<pre>([\s\S]*?)<\/pre>/.exec(preview)?.[1]?.length).toBe(
    left?.text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).length,
  )
  expect(left?.html).toContain('&#60;i&#62;flou')
  expect(
    left?.attachments?.map(({ name, base64 }) => [name, Buffer.from(base64, 'base64').toString()]),
  ).toEqual([['modèle.pdf', 'modèle']])
  const original = (await site.service.register.mail(mail.fingerprint))?.read?.mail?.messageId
  expect(left?.inReplyTo).toBe(original)
  expect(left?.headers['Auto-Submitted']).toBeUndefined()
  const thread = wordsOf(await shown(`/candidatures/${mail.number}`))
  expect(thread).toContain('Message à contact@usineverte.example partie le 10/03/2026')
  expect(thread).toContain('Avec modèle.pdf')
  const kept = await shown(`/lettres/message-${mail.number}-1/pieces/0`)
  expect(kept).toBe('modèle')
})

it('nobody writes to a colleague, to a robot, to nobody, nor what only an act says', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { send } = await applied(site)
  const refusals = [
    [{ adresse: 'eco@interco.example' }, 'est celle d’un agent de la collectivité'],
    [{ adresse: 'no-reply@usineverte.example' }, 'est celle d’un automate'],
    [{ adresse: '' }, 'Indiquez l’adresse'],
    [{ objet: '' }, 'Indiquez l’objet'],
    [{ texte: ' ' }, 'Votre texte est vide'],
    [{ texte: 'Votre envoi est arrivé hors délai.' }, 'seule une décision le peut'],
    [{ texte: 'Votre\r\nenvoi est Hors Délai, donc irrecevable.' }, '« irrecevable », « Hors Délai »'],
    [{ texte: 'Votre dossier est arrivé en retard.' }, '« dossier est arrivé en retard »'],
    [{ texte: 'x'.repeat(4001) }, 'dépasse 4000 caractères'],
  ] as const
  for (const [over, sentence] of refusals) {
    const answer = await send('/envoyer', { ...MESSAGE, ...over })
    expect(answer.status).toBe(409)
    expect(wordsOf(await answer.text())).toContain(sentence)
  }
  const many = Array.from({ length: 6 }, (_, index) => new File(['x'], `${index}.pdf`))
  const tooMany = await send('/envoyer', MESSAGE, many)
  expect([tooMany.status, wordsOf(await tooMany.text()).includes('0.pdf, 1.pdf')]).toEqual([409, true])
  expect((await send('/envoyer', MESSAGE, [new File([new Uint8Array(7_000_001)], 'x')])).status).toBe(409)
  expect(await messagesOf(site)).toEqual([])
})

it('what concludes nothing may be said: a call, a letter by post, an answer that comes late', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { send } = await applied(site)
  const texte =
    'Pour confirmer notre échange par téléphone, envoyez-nous les statuts par courrier. Pardon de cette réponse en retard, et de cette demande tardive.'
  expect((await send('/envoyer', { ...MESSAGE, texte })).status).toBe(303)
  expect(await messagesOf(site)).toHaveLength(1)
})

it('a copier’s sender is never proposed; what a form says is, to be verified', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const raw = application('Usine Verte').replace(/^From: .*$/m, 'From: <copieur@interco.example>')
  const mail = await site.service.take(raw, RECEIVED)
  const { shown } = await writer(site, '')
  const page = await shown(`/candidatures/${mail.number}/ecrire`)
  expect(page).not.toContain('value="copieur@interco.example"')
  expect(wordsOf(page)).toContain('Aucun envoi ne la donne avec certitude')
})

it('of two who write at once the second is told, and two clicks send one message', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { send, shown, mail } = await applied(site)
  expect((await send('/envoyer', MESSAGE)).status).toBe(303)
  const second = await send('/envoyer', MESSAGE)
  expect(second.status).toBe(409)
  expect(wordsOf(await second.text())).toContain('Un autre message est parti')
  expect(await messagesOf(site)).toHaveLength(1)
  expect((await send('/envoyer', { ...MESSAGE, vus: '1' })).status).toBe(303)
  expect((await messagesOf(site)).map(({ id }) => id)).toEqual([
    `message-${mail.number}-1`,
    `message-${mail.number}-2`,
  ])
  expect(await shown(`/candidatures/${mail.number}`)).toContain(`/lettres/message-${mail.number}-2`)
})

it('a template put in, or another refusal, does not lift the guard; being told does', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { send } = await applied(site)
  const begun = async (answer: Response) => /name="vus" value="(\d+)"/.exec(await answer.text())?.[1]
  expect((await send('/envoyer', MESSAGE)).status).toBe(303)
  expect(await begun(await send('', { ...MESSAGE, modele: 'illisible' }))).toBe('0')
  expect(await begun(await send('/envoyer', { ...MESSAGE, texte: '' }))).toBe('0')
  expect(await begun(await send('/envoyer', MESSAGE))).toBe('1')
})

it('of two who answer one question the second is told, and sends a message only when they want to', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const mail = await site.service.take(QUESTION, RECEIVED)
  const { send, shown } = await writer(site, `/courriels/${mail.fingerprint}/repondre`)
  const page = await shown(`/courriels/${mail.fingerprint}/repondre`)
  const genre = /name="genre" value="(\w+)"/.exec(page)?.[1] ?? ''
  const form = { genre, adresse: 'ana@curieux.example', texte: 'Oui, elle peut.' }
  expect((await send('/envoyer', form)).status).toBe(303)
  const second = await send('/envoyer', form)
  expect(second.status).toBe(409)
  const told = await second.text()
  expect(wordsOf(told)).toContain('Un autre message est parti')
  expect(told).toContain('Oui, elle peut.</textarea>')
  expect(await site.service.letters()).toHaveLength(1)
  const now = /name="genre" value="(\w+)"/.exec(told)?.[1] ?? ''
  expect((await send('/envoyer', { ...form, genre: now, objet: 'Encore' })).status).toBe(303)
})

it('the call’s form goes along where it is asked for', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { send } = await applied(site)
  await send('/envoyer', { ...MESSAGE, formulaire: 'oui' })
  const [message] = await messagesOf(site)
  const [form] = message?.letter.attachments ?? []
  expect([
    form?.name,
    Buffer.from(form?.base64 ?? '', 'base64')
      .subarray(0, 5)
      .toString(),
  ]).toEqual(['formulaire.pdf', '%PDF-'])
})

it('a message acknowledges nothing: what waits for a person still waits', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const raw = application('Usine Tenue', { headers: 'Auto-Submitted: auto-generated\n' })
  const mail = await site.service.take(raw, RECEIVED)
  const path = `/candidatures/${mail.number}/ecrire`
  const { send, shown } = await writer(site, path)
  expect(wordsOf(await shown(path))).toContain('Un accusé de réception attend encore.')
  expect((await send('/envoyer', MESSAGE)).status).toBe(303)
  expect((await site.service.register.vitals()).held.map(({ number }) => number)).toEqual([mail.number])
  await site.service.register.erase(mail.number!, { by: 'a', reason: 'visa' }, site.service.clock.now())
  expect(await site.service.letters()).toEqual([])
})

it('a question is answered as one: its text beside, its moment and number told, nothing of a dossier', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const mail = await site.service.take(QUESTION, RECEIVED)
  expect(mail.fate).toBe('inquiry')
  const path = `/courriels/${mail.fingerprint}`
  const { send, shown, cookie } = await writer(site, `${path}/repondre`)
  expect((await site.get(`${path}/accuse`, cookie)).headers.get('location')).toBe(`${path}/repondre`)
  const page = wordsOf(await shown(`${path}/repondre`))
  expect(page).toContain('une association peut candidater')
  expect(page).toContain('ana@curieux.example')
  const form = { adresse: 'ana@curieux.example', texte: 'Oui, une association peut candidater.' }
  expect((await send('/envoyer', { ...form, texte: '' })).status).toBe(409)
  expect((await send('/apercu', form)).status).toBe(200)
  const sent = await send('/envoyer', form, [new File(['f'], 'formulaire.pdf')])
  expect(sent.headers.get('location')).toBe(`${path}?fait=reponse`)
  const landed = wordsOf(await shown(`${path}?fait=reponse`))
  expect(landed).toContain('Votre réponse part dans la minute.')
  const [letter] = await site.service.letters()
  expect([letter?.kind, letter?.letter.attachments?.length]).toEqual(['answer', 1])
  const text = wordsOf(letter?.letter.text ?? '')
  expect(text).toContain('accuse réception de votre message. Voici la réponse du service.')
  expect(text).toContain('mardi 10 mars 2026 à 10 h 00 min 00 s')
  expect(text).toContain('Oui, une association peut candidater.')
  for (const meaningless of ['CONTRÔLE AUTOMATIQUE', 'FICHIERS', 'complétude', 'recevabilité', 'silence'])
    expect(text).not.toContain(meaningless)
  expect(letter?.letter.subject).toMatch(/^Réponse à votre message – .* – Une question sur l’appel$/)
  const number = letter?.number
  expect((await site.get(`/candidatures/${number}`, cookie)).headers.get('location')).toBe(path)
  expect((await site.service.register.vitals()).held).toEqual([])
  const more = await send('/envoyer', { ...form, objet: 'Encore', texte: 'Une précision.' })
  expect(more.status).toBe(303)
  expect((await messagesOf(site)).map((one) => one.letter.inReplyTo)).toEqual(['<q1@curieux.example>'])
  expect(wordsOf(await shown(path))).toContain('Message à ana@curieux.example')
})

it('a reader writes to nobody', async () => {
  await using site = await aSite(null, { calls: [CALL] })
  const { path } = await applied(site)
  const { cookie, jeton } = await entered(site, 'reader')
  expect((await site.get(path, cookie)).status).toBe(403)
  expect((await site.post(`${path}/envoyer`, { jeton, ...MESSAGE }, cookie)).status).toBe(403)
})
