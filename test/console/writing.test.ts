import { expect, it } from 'vitest'
import { missingMentions } from '../../src/acknowledgement/mentions.ts'
import { releasedInput } from '../../src/steps/staff-letters.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application } from '../steps/a-service.ts'
import { aSite, entered, type Site, wordsOf } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const TEXT = 'Merci de votre envoi.\r\n- les statuts manquent\r\n- la date <b>aussi</b>'

async function held(site: Site) {
  const raw = application('Usine Verte', { headers: 'Auto-Submitted: auto-generated\n' })
  const mail = await site.service.take(raw, RECEIVED)
  const { cookie, jeton } = await entered(site, 'staff')
  const path = `/courriels/${mail.fingerprint}`
  const post = (act: string, form: Readonly<Record<string, string>>) =>
    site.post(`${path}/${act}`, { jeton, ...form }, cookie)
  return { mail, path, cookie, post }
}

it('shows the letter that would leave, and then exactly that one leaves', async () => {
  await using site = await aSite()
  const { path, cookie, post } = await held(site)
  const shown = await (await site.get(`${path}/accuse`, cookie)).text()
  const text = /<pre>([\s\S]*?)<\/pre>/.exec(shown)?.[1] ?? ''
  expect((await site.service.letters()).length).toBe(0)
  await post('envoyer', { motif: 'vérifié' })
  const [letter] = await site.service.letters()
  const upToReceipt = (whole: string) => wordsOf(whole).split('ÉLECTRONIQUE VÉRIFIABLE')[0]
  expect(upToReceipt(text)).toBe(upToReceipt(letter?.letter.text ?? '?'))
  expect(wordsOf(shown)).toContain(wordsOf(letter?.letter.subject ?? '?'))
})

it('a person writes in it, with every mandatory mention kept; it leaves once, and the history knows', async () => {
  await using site = await aSite()
  const { mail, post } = await held(site)
  const form = { texte: TEXT, avis: 'remplacer', motif: 'vu au téléphone' }
  expect(wordsOf(await (await post('accuse', form)).text())).toContain('MESSAGE DU SERVICE')
  expect((await post('envoyer', form)).status).toBe(303)
  expect((await post('envoyer', form)).status).toBe(409)
  await site.service.send()
  expect(site.service.caught.length).toBe(1)
  const letter = site.service.caught[0]?.letter
  expect(letter?.text).toContain('- les statuts manquent')
  expect(letter?.html).toContain('la date &#60;b&#62;aussi')
  expect(letter?.text).not.toContain('n’a pas détecté')
  const facts = await site.service.register.staffFacts(mail.fingerprint)
  const input = releasedInput({ ...facts, letters: [] }, sampleCall, site.service.clock.now(), {
    to: 'a@b.fr',
  })
  expect(letter === undefined ? ['no letter'] : missingMentions(letter, input)).toEqual([])
  const told = (await site.service.register.history(mail.number!)).find(
    ({ type }) => type === 'letter.released',
  )
  expect(told?.detail).toEqual({
    by: 'staff@interco.example',
    reason: 'vu au téléphone',
    what: 'avec un texte de l’agent',
  })
})

it('concludes nothing, whoever writes: what was typed comes back', async () => {
  await using site = await aSite()
  const { post } = await held(site)
  const refused = await post('accuse', { texte: 'Votre dossier est hors délai & irrecevable.' })
  expect(refused.status).toBe(409)
  const page = await refused.text()
  expect(page).toContain('Votre dossier est hors délai &#38; irrecevable.')
  expect(page).not.toContain('<iframe')
  expect((await post('envoyer', { texte: 'irrecevable', motif: 'm' })).status).toBe(409)
  expect((await post('accuse', { texte: 'Votre dossier n’est pas recevable.' })).status).toBe(409)
  expect((await post('envoyer', { texte: 'x'.repeat(4001), motif: 'm' })).status).toBe(409)
  expect(await site.service.letters()).toEqual([])
})

it('who narrowed the list by what is kept, never the words that they looked for', async () => {
  await using site = await aSite()
  const { cookie } = await entered(site, 'reader')
  await site.get('/registre', cookie)
  await site.get('/registre?texte=Payet&delai=late&filiere=numerique', cookie)
  const reads = (await site.service.register.trail(20)).filter(({ type }) => type === 'record.read')
  expect(reads.map(({ subject, detail }) => [subject, detail['what']])).toEqual([
    ['registre', 'liste : filière numerique, hors délai, recherche de mots'],
  ])
})
