import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Instant, later } from '../../src/base/instant.ts'
import type { Mail } from '../../src/mail/mail.ts'
import { trialOf } from '../../src/mail/trial.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { callOf, sampleCall } from '../mail/sample-call.ts'
import { aClaimant, applied } from './a-claimant.ts'
import { application, aService, type SmallService } from './a-service.ts'

const TRIAL = 'ami+essai@interco.example'
const REAL = sampleCall.mailbox.address
const call = callOf({ ...sampleCall, mailbox: { ...sampleCall.mailbox, trial: TRIAL } })
const AT = '2026-03-10T06:00:00.000Z' as Instant
const FIRST =
  'Ceci répond à un essai : votre envoi n’est pas enregistré comme candidature, et ce message n’est pas un accusé de réception.'

let service: SmallService
beforeEach(async () => {
  service = await aService(call)
}, 120_000)
afterEach(() => service[Symbol.asyncDispose]())

const plain = (text: string) => text.replace(/\s+/g, ' ')
const tried = (raw: string, to = TRIAL) => raw.replace(/^To: .*$/m, `To: ${to}`)

it('a mail to the trial address is answered with what was found and what lacks, and nothing of it is registered', async () => {
  const mail = await service.take(tried(application('Usine Verte')), AT)
  expect(mail).toMatchObject({
    fate: 'unrelated',
    number: null,
    documents: [],
    applicant: null,
    verdict: null,
  })
  expect(await service.register.applications(call.id)).toEqual([])
  expect(await service.archive.has(mail.fingerprint)).toBe(false)
  await service.send()
  expect(service.caught).toHaveLength(1)
  const letter = service.caught[0]!.letter
  const text = plain(letter.text)
  expect(text.startsWith(FIRST)).toBe(true)
  expect(letter.to).toEqual(['contact@usineverte.example'])
  expect(letter.headers['Auto-Submitted']).toBe('auto-replied')
  expect(text).toContain(`Adresse de dépôt : ${REAL}`)
  expect(text).toContain('CE QUI A ÉTÉ TROUVÉ - Le formulaire de candidature')
  expect(text).toContain('Non détecté : une présentation de la structure.')
  for (const theirs of ['Usine Verte', '0262 11 22 33', 'Candidature Usine', 'formulaire.txt'])
    expect(`${letter.subject} ${letter.text}`).not.toContain(theirs)
  expect(letter.text).not.toMatch(/RECEPISSE|TD26-/)
})

it.each([
  ['the mailbox itself beside it', `${TRIAL}, ${REAL}`],
  ['the mailbox in capitals', `Essai <${TRIAL}>, ${REAL.toUpperCase()}`],
  ['the mailbox alone', REAL],
])('a mail to %s is an application', async (_, to) => {
  const mail = await service.take(tried(application('Usine Verte'), to), AT)
  expect(mail).toMatchObject({ fate: 'application' })
  const letters = await service.letters()
  expect(letters.map(({ kind }) => kind)).toEqual(['acknowledgement'])
})

it('so is one with the mailbox in Cc, and an answer to a letter of ours, whatever its address', async () => {
  const copied = tried(application('Usine Bleue')).replace(/^Subject:/m, `Cc: ${REAL}\nSubject:`)
  expect(await service.take(copied, AT)).toMatchObject({ fate: 'application' })
  const opener = await service.take(application('Usine Verte'), later(AT, 60_000))
  const [, letter] = await service.letters()
  const answer = tried(application('Usine Verte', { id: 'suite', body: 'Voici la suite.' })).replace(
    /^Subject:/m,
    `In-Reply-To: ${letter?.letter.messageId}\nSubject:`,
  )
  expect(await service.take(answer, later(AT, 120_000))).toMatchObject({ number: opener.number })
})

it('a mail that reached it by blind copy is a trial too: a server of ours says where it was sent', async () => {
  const blind = application('Usine Verte').replace(
    /^To: .*$/m,
    `X-Original-To: ${TRIAL}\nTo: undisclosed-recipients:;`,
  )
  expect(await service.take(blind, AT)).toMatchObject({ fate: 'unrelated' })
  expect((await service.letters()).map(({ kind }) => kind)).toEqual(['trial'])
})

it('whatever it holds, somebody waits: an invoice is told that nothing was found', async () => {
  const raw = tried(application('Usine Verte', { body: 'Notre facture de mars.' })).replace(
    /--b1\nContent-Type: text\/plain; charset=utf-8; name[\s\S]*?--b1--/,
    '--b1--',
  )
  await service.take(raw.replace(/^Subject: .*$/m, 'Subject: Facture'), AT)
  const [letter] = await service.letters()
  expect(plain(letter?.letter.text ?? '')).toContain('Rien de ce que l’appel demande n’a été trouvé')
})

it.each([
  ['a machine', 'Auto-Submitted: auto-generated\n'],
  ['a list', 'List-Id: <liste.example>\nPrecedence: list\n'],
  ['one that wants no answer', 'X-Auto-Response-Suppress: All\n'],
])('%s is never answered', async (_, headers) => {
  await service.take(tried(application('Usine Verte', { headers })), AT)
  expect(await service.letters()).toEqual([])
  expect(await service.register.applications(call.id)).toEqual([])
})

it('neither is a robot’s address, an empty return path, nor our own trial address', async () => {
  const raw = tried(application('Usine Verte'))
  await service.take(raw.replaceAll('contact@usineverte.example', 'noreply@usineverte.example'), AT)
  await service.take(raw.replace(/^Return-Path: .*$/m, 'Return-Path: <>'), AT)
  await service.take(raw.replaceAll('contact@usineverte.example', TRIAL), AT)
  expect(await service.letters()).toEqual([])
})

it('budgets of its own hold, and a real application is acknowledged beside them', async () => {
  const { perAddressPerDay } = call.acknowledgement
  for (let index = 0; index < perAddressPerDay + 2; index += 1)
    await service.take(tried(application('Usine Verte', { id: `essai${index}` })), later(AT, index * 1_000))
  const kinds = async () => (await service.letters()).map(({ kind }) => kind)
  expect(await kinds()).toEqual(Array(perAddressPerDay).fill('trial'))
  await service.take(application('Usine Verte'), later(AT, 60_000))
  expect((await kinds()).at(-1)).toBe('acknowledgement')
})

it('after a day nothing is left of who tried and of what was said, and the register holds', async () => {
  await service.take(tried(application('Usine Verte')), AT)
  await service.send()
  expect(await service.register.forgetTrials(later(AT, 23 * 3_600_000))).toBe(0)
  expect(await service.register.forgetTrials(later(AT, 25 * 3_600_000))).toBe(1)
  expect(await service.register.forgetTrials(later(AT, 26 * 3_600_000))).toBe(0)
  expect(await service.letters()).toEqual([])
  const tables = [
    'mail',
    'document',
    'set_aside',
    'outbox',
    'entry_detail',
    'decision',
    'clue',
    'line',
  ] as const
  for (const table of tables) {
    const rows = await service.database.selectFrom(table).selectAll().execute()
    expect(JSON.stringify(rows), table).not.toMatch(/usineverte|Usine Verte|formulaire/i)
  }
  const found = await inspected(inspectInSteps({ ...service, archive: null }))
  expect(found.differences).toEqual([])
  expect(found.faults.filter(({ code }) => code !== 'entry-backdated')).toEqual([])
})

it('a person who meant it is taken in all the same, and then acknowledged as any other', async () => {
  const raw = tried(applied(aClaimant(3)))
  const mail = await service.take(raw, AT)
  await service.send()
  const author = { by: 'agent', reason: 'le candidat a écrit à la mauvaise adresse' }
  await service.register.takeIn(mail.fingerprint, author, service.clock.now())
  const bytes = Buffer.from(raw.replace(/\r?\n/g, '\r\n'))
  expect(await service.register.isTakenIn(await service.archive.keep(bytes))).toBe(true)
})

it('a mail that names the call’s own address anywhere is a trial for nobody', () => {
  const address = fc.constantFrom(TRIAL, REAL, REAL.toUpperCase(), 'autre@interco.example', 'x@y.example')
  const list = fc.array(
    address.map((one) => ({ name: null, address: one })),
    { maxLength: 4 },
  )
  const headers = fc.array(
    fc.record({
      name: fc.constantFrom('x-original-to', 'envelope-to', 'delivered-to', 'received'),
      value: address.map((one) => `<${one}>`),
    }),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(list, list, headers, (to, cc, others) => {
      const mail: Pick<Mail, 'to' | 'cc' | 'headers'> = { to, cc, headers: others }
      const told = [...to, ...cc].map((one) => one.address)
      const sent = others.filter(({ name }) => name === 'x-original-to' || name === 'envelope-to')
      const all = [...told, ...sent.map(({ value }) => value.slice(1, -1))].map((one) => one.toLowerCase())
      const isTrial = all.includes(TRIAL) && !all.includes(REAL)
      expect(trialOf(mail, [call]) !== null).toBe(isTrial)
      expect(trialOf(mail, [sampleCall])).toBeNull()
    }),
  )
})
