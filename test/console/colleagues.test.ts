import { expect, it } from 'vitest'
import { application } from '../steps/a-service.ts'
import { aSite, entered, type Site, wordsOf } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'

async function twoAgents(site: Site) {
  const mail = await site.service.take(application('Usine Verte'), RECEIVED)
  const one = await entered(site, 'staff')
  const other = await entered(site, 'administrator')
  const post = (who: typeof one, act: string, form: Readonly<Record<string, string>>) =>
    site.post(`/courriels/${mail.fingerprint}/${act}`, { jeton: who.jeton, ...form }, who.cookie)
  const shown = async (who: typeof one, path = `/candidatures/${mail.number}`) =>
    wordsOf(await (await site.get(path, who.cookie)).text())
  return { mail, one, other, post, shown }
}

it('a note is for colleagues alone, and its author takes it back', async () => {
  await using site = await aSite()
  const { mail, one, other, post, shown } = await twoAgents(site)
  expect((await post(one, 'note', { note: '' })).status).toBe(409)
  expect((await post(one, 'note', { note: 'Rappeler <b>le notaire</b>' })).status).toBe(303)
  expect(await shown(other)).toContain('par staff@interco.example , pour les agents Rappeler le notaire')
  const [note] = await site.service.register.notesOf([mail.fingerprint])
  expect((await post(other, 'note-retiree', { note: String(note?.seq) })).status).toBe(409)
  expect((await post(one, 'note-retiree', { note: String(note?.seq) })).status).toBe(303)
  expect(await shown(other)).toContain('Note retirée par son auteur.')
  expect(JSON.stringify(await site.service.register.history(mail.number!))).not.toContain('notaire')
  expect((await site.service.letters()).map(({ letter }) => letter.text).join()).not.toContain('notaire')
})

it('a reader neither notes nor takes', async () => {
  await using site = await aSite()
  const { post } = await twoAgents(site)
  const reader = await entered(site, 'reader')
  expect((await post(reader, 'note', { note: 'x' })).status).toBe(403)
  expect((await post(reader, 'suivi', { agent: '', etait: '' })).status).toBe(403)
})

it('who sees to a dossier is told at its head, in the list and in the tasks', async () => {
  await using site = await aSite()
  const { one, other, post, shown } = await twoAgents(site)
  const me = 'staff@interco.example'
  expect(await shown(one)).toContain('non attribué')
  expect((await post(one, 'suivi', { agent: me, etait: '' })).status).toBe(303)
  expect(await shown(one)).toContain('suivi par vous')
  expect(await shown(other)).toContain(`suivi par ${me}`)
  expect(await shown(one, '/registre?suivi=moi')).toContain('Usine Verte')
  expect(await shown(other, '/registre?suivi=moi')).not.toContain('Usine Verte')
  expect(await shown(other, '/registre?suivi=personne')).not.toContain('Usine Verte')
  expect(await shown(other, `/registre?suivi=${me}`)).toContain('Usine Verte')
})

it('whom a dossier is taken from is known to whoever takes it', async () => {
  await using site = await aSite()
  const { one, other, post, shown } = await twoAgents(site)
  const [mine, theirs] = ['staff@interco.example', 'administrator@interco.example']
  await post(one, 'suivi', { agent: mine, etait: '' })
  const late = await post(other, 'suivi', { agent: theirs, etait: '' })
  expect(late.status).toBe(409)
  expect(wordsOf(await late.text())).toContain('un collègue a pris ou laissé ce dossier')
  expect((await post(other, 'suivi', { agent: theirs, etait: mine })).status).toBe(303)
  expect(await shown(other)).toContain('suivi par vous')
  expect((await post(one, 'suivi', { agent: 'mallory@evil.example', etait: theirs })).status).toBe(409)
  expect((await post(other, 'suivi', { agent: '', etait: theirs })).status).toBe(303)
  expect(await shown(one, '/registre?suivi=personne')).toContain('Usine Verte')
})

it('a task says whose it is', async () => {
  await using site = await aSite()
  const mail = await site.service.take(
    application('Copieur', { headers: 'Auto-Submitted: auto-generated\n' }),
    RECEIVED,
  )
  const { cookie, jeton } = await entered(site, 'staff')
  const tasks = async () => wordsOf(await (await site.get('/', cookie)).text())
  expect(await tasks()).not.toContain('suivi par')
  const form = { jeton, agent: 'staff@interco.example', etait: '' }
  await site.post(`/courriels/${mail.fingerprint}/suivi`, form, cookie)
  expect(await tasks()).toContain('suivi par vous')
})

it('notes and who sees to it leave with what is erased', async () => {
  await using site = await aSite()
  const { mail, one, post } = await twoAgents(site)
  await post(one, 'note', { note: 'à rappeler' })
  await post(one, 'suivi', { agent: 'staff@interco.example', etait: '' })
  const { register, clock } = site.service
  await register.erase(mail.number!, { by: 'archives', reason: 'visa' }, clock.now())
  expect(await register.notesOf([mail.fingerprint])).toEqual([])
  expect(await register.assignments()).toEqual([])
})
