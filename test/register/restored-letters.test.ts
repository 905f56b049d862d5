import { expect, it } from 'vitest'
import { noteRestored } from '../../src/adapters/sql/snapshot.ts'
import type { Instant } from '../../src/base/instant.ts'
import { HELD_BY_RESTORATION } from '../../src/register/outbox.ts'
import { release } from '../../src/steps/act.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { correspondentOf, sendMessage } from '../../src/steps/write-message.ts'
import { aSite, entered, wordsOf } from '../console/a-site.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { write } from '../steps/a-message.ts'
import { QUESTION } from '../steps/a-question.ts'
import { application } from '../steps/a-service.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const RESTORED = '2026-03-11T06:00:00.000Z' as Instant
const CALLS = [sampleCall] as const

it('what a person wrote and had not left is kept, told as a task, and sent again', async () => {
  await using site = await aSite()
  const { service } = site
  const { number } = await service.take(application('Usine Verte'), START)
  await service.send()
  const question = await service.take(QUESTION, START)
  const words = { text: 'Oui, elle peut.', instead: false }
  await release(service, CALLS, question.fingerprint, { by: 'agent', reason: 'réponse', to: null, words })
  const message = await write(service, number!, 'Rappelez-nous lundi.')
  service.clock.at = RESTORED
  expect(await noteRestored(service.database, START, RESTORED)).toBe(2)
  const kept = await service.letters()
  expect(
    kept.map(({ kind, state, reply }) => [kind, state, reply === HELD_BY_RESTORATION]).toSorted(),
  ).toEqual([
    ['acknowledgement', 'sent', false],
    ['answer', 'refused', true],
    ['message', 'refused', true],
  ])
  const lost = async () => (await service.register.vitals()).lost.map(({ kind, state }) => [kind, state])
  expect(await lost()).toEqual([
    ['answer', 'restored'],
    ['message', 'restored'],
  ])

  const { cookie } = await entered(site, 'staff')
  const page = async (path: string) => wordsOf(await (await site.get(path, cookie)).text())
  expect(await page('/')).toContain('regarder les messages envoyés, puis renvoyer s’il y manque')
  expect(await page('/')).not.toContain('a refusé')
  expect(await page(`/candidatures/${number}`)).toContain(
    'retenue par une restauration, peut-être déjà partie',
  )
  expect(await page(`/lettres/${message}`)).toContain('Rappelez-nous lundi.')

  service.clock.at = '2026-03-11T07:00:00.000Z' as Instant
  await write(service, number!, 'Rappelez-nous lundi.')
  await release(service, CALLS, question.fingerprint, { by: 'agent', reason: 'réponse', to: null, words })
  expect(await lost()).toEqual([])
  const before = service.caught.length
  await service.send()
  expect(service.caught.length).toBe(before + 2)
  const inspection = await inspected(inspectInSteps({ register: service.register, archive: null }))
  expect(inspection.differences).toEqual([])
})

it('what a program wrote is not kept: the mail is held and acknowledged anew', async () => {
  await using site = await aSite()
  const { service } = site
  const mail = await service.take(application('Usine Verte'), START)
  expect(await noteRestored(service.database, START, RESTORED)).toBe(1)
  expect(await service.letters()).toEqual([])
  const { held, lost } = await service.register.vitals()
  expect([held.map(({ reason }) => reason), lost]).toEqual([['15-restored'], []])
  await release(service, CALLS, mail.fingerprint, { by: 'agent', reason: 'rien', to: null })
  expect((await service.letters()).map(({ kind }) => kind)).toEqual(['acknowledgement'])
})

it('a dossier lists the files of its letters without what they hold', async () => {
  await using site = await aSite()
  const { service } = site
  const { number } = await service.take(application('Usine Verte'), START)
  const { mails } = (await service.register.application(number!))!
  const correspondent = await correspondentOf(service, sampleCall, number!, mails, [])
  const files = [{ name: 'modèle.pdf', type: 'application/pdf', base64: 'AAAA' }]
  const wanted = { to: 'contact@usine.example', subject: 'Dossier', text: 'Voici.', files, seen: 0 }
  const id = await sendMessage(service, correspondent, wanted, 'agent')
  const listed = (await service.register.lettersOf(number!)).map(({ letter }) => letter.attachments)
  expect(listed).toEqual([undefined, [{ name: 'modèle.pdf', type: 'application/pdf' }]])
  expect(JSON.stringify(listed)).not.toContain('AAAA')
  expect((await service.register.letter(id))?.letter.attachments).toEqual(files)
})
