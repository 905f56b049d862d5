import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OutboxId, type RegistrationNumber } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { lastDeadline } from '../../src/call/deadline.ts'
import { Act, type Outcome } from '../../src/dossier/outcome.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { recordOutcome } from '../../src/steps/record-outcome.ts'
import { previewDecision, sendDecision, type WantedDecision } from '../../src/steps/send-decision.ts'
import { application, aService, type SmallService } from './a-service.ts'
import { decidingCall } from './some-decisions.ts'

const call = decidingCall
const CALLS = [call] as const
const AUTHOR = { by: 'agent@interco.example', reason: 'décision signée' }
const RECEIVED = '2026-03-10T06:00:00.000Z' as Instant
const AFTER = later(lastDeadline(call) as Instant, 10 * 86_400_000)
const act = Act.parse({ reference: 'délibération no 2026-12', on: AFTER.slice(0, 10) })
const SELECTED: Outcome = { kind: 'selected', act }
const REFUSED: Outcome = { kind: 'not_selected', act }
const REASONS = { law: 'Article 4 du règlement.', fact: 'Le projet est hors du territoire.' }

let service: SmallService
const untouched: RegistrationNumber[] = []
beforeAll(async () => {
  service = await aService(call)
  for (const [index, letter] of [...'abcdefghijklm'].entries()) {
    const mail = await service.take(application(`Usine ${letter.repeat(3)}`), later(RECEIVED, index * 1_000))
    untouched.push(mail.number as RegistrationNumber)
  }
  await service.send()
  service.clock.at = AFTER
}, 120_000)
afterAll(() => service[Symbol.asyncDispose]())

async function decided(outcome: Outcome): Promise<RegistrationNumber> {
  const number = untouched.pop()
  if (number === undefined) throw new Error('no application is left')
  await recordOutcome(service, CALLS, number, outcome, AUTHOR)
  return number
}

function wanted(over: Partial<WantedDecision['words']> & { readonly to?: string } = {}): WantedDecision {
  const { to = null, ...words } = over
  return { to, words: { text: 'Nous vous remercions.', law: '', fact: '', ...words } }
}

const send = (number: string, what: WantedDecision) => sendDecision(service, CALLS, number, what, AUTHOR)
const decisionsOf = async (number: RegistrationNumber) =>
  (await service.register.lettersOf(number)).filter(({ kind }) => kind === 'decision')

it('one letter leaves, as it was shown, to who applied, after its entry; a second one never', async () => {
  const number = await decided(SELECTED)
  const before = service.caught.length
  const preview = await previewDecision(service, CALLS, number, wanted())
  expect(await decisionsOf(number)).toEqual([])
  await send(number, wanted())
  await expect(send(number, wanted())).rejects.toMatchObject({ code: 'decision-sent' })
  await service.send()
  await service.send()
  const sent = service.caught.slice(before)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.letter.text).toBe(preview.letter.text)
  expect(sent[0]?.letter.to[0]).toMatch(/^contact@usine[a-z]+\.example$/)
  expect(sent[0]?.letter.headers['Auto-Submitted']).toBeUndefined()
  expect(sent[0]?.letter.text).toContain('votre candidature a été retenue.')
  expect(sent[0]?.letter.text).not.toContain('RECOURS')
  const told = await service.register.history(number)
  const types = told.map(({ type }) => type)
  expect(types.indexOf('letter.released')).toBeLessThan(types.lastIndexOf('letter.due'))
  const entry = (await service.register.entries(0, 10_000)).find(
    ({ type, body }) => type === 'letter.released' && body.includes(number),
  )
  const text = createHash('sha256')
    .update(sent[0]?.letter.text ?? '')
    .digest('hex')
  expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ shown: { call: call.id, number, letter: text } })
})

it('an unfavourable one has its reasons, and how it is contested', async () => {
  const number = await decided(REFUSED)
  await expect(send(number, wanted())).rejects.toMatchObject({ code: 'reasons-wanted' })
  await expect(send(number, wanted({ law: 'Article 4.' }))).rejects.toMatchObject({ code: 'reasons-wanted' })
  await send(number, wanted(REASONS))
  const [letter] = await decisionsOf(number)
  const text = (letter?.letter.text ?? '').replace(/\s+/g, ' ')
  expect(text).toContain('Considérations de droit : Article 4 du règlement.')
  expect(text).toContain(
    'pendant deux mois à compter de sa notification : par un recours gracieux auprès du président',
  )
  expect(text).toContain('qui ne demeurent pas à La Réunion')
})

it.each([
  ['a blank that nobody filled', { text: 'La somme est de [montant] euros.' }, 'blank-left'],
  ['a blank among the reasons', { ...REASONS, fact: '[fait]' }, 'blank-left'],
  ['an address of the authority', { ...REASONS, to: 'ami@interco.example' }, 'colleague-address'],
])('nothing leaves with %s', async (_, over, code) => {
  const number = await decided(REFUSED)
  await expect(send(number, wanted(over))).rejects.toMatchObject({ kind: 'permanent', code })
  expect(await decisionsOf(number)).toEqual([])
})

it('nothing is notified that nobody decided, nor without a template', async () => {
  const number = await decided({ kind: 'no_decision', act: null })
  await expect(send(number, wanted())).rejects.toMatchObject({ code: 'no-decision' })
  const other = await decided(SELECTED)
  const silent = [{ ...call, decisions: { ...call.decisions!, favourable: undefined } }] as const
  await expect(sendDecision(service, silent, other, wanted(), AUTHOR)).rejects.toMatchObject({
    code: 'no-template',
  })
})

it('nothing leaves that lacks a mention, though its call could be loaded', async () => {
  const number = await decided(REFUSED)
  const { legal: _, ...silent } = call
  await expect(sendDecision(service, [silent], number, wanted(REASONS), AUTHOR)).rejects.toMatchObject({
    code: 'mentions-lacking',
    message: expect.stringContaining('remedies (CJA R421-5)'),
  })
  expect(await decisionsOf(number)).toEqual([])
})

it('of two who send at once one does, and neither a decision that changed meanwhile', async () => {
  const number = await decided(SELECTED)
  const { letter } = await previewDecision(service, CALLS, number, wanted())
  const seq = (await service.register.outcomes(number)).at(-1)?.seq ?? 0
  const written = (version: string, decision = seq) =>
    service.register.sendDecision(
      {
        id: OutboxId.parse(`decision-${number}-${decision}${version}`),
        number,
        decision,
        letter: { ...letter, messageId: `<${number}${version}@interco.example>` },
        shown: {},
      },
      AUTHOR,
      service.signer,
      service.clock.now(),
    )
  await expect(written('', seq - 1)).rejects.toMatchObject({ code: 'decision-changed' })
  await written('')
  await expect(written('-2')).rejects.toMatchObject({ code: 'decision-sent' })
  await expect(written('')).rejects.toMatchObject({ code: 'decision-sent' })
  expect(await decisionsOf(number)).toHaveLength(1)
})

it('one that did not arrive is written again, under a Message-ID of its own; another decision has another letter', async () => {
  const number = await decided(SELECTED)
  service.answers = { kind: 'refused', reply: '550 5.1.1 no such user' }
  await send(number, wanted())
  await service.send()
  service.answers = { kind: 'accepted', reply: '250 2.0.0 kept' }
  await send(number, wanted({ to: 'direction@autre.example' }))
  await expect(send(number, wanted())).rejects.toMatchObject({ code: 'decision-sent' })
  await recordOutcome(service, CALLS, number, REFUSED, AUTHOR)
  await send(number, wanted(REASONS))
  const letters = await decisionsOf(number)
  expect(new Set(letters.map(({ letter }) => letter.messageId)).size).toBe(3)
  expect(letters.map(({ letter }) => letter.to[0])).toContain('direction@autre.example')
})

it('who is a robot, or may have been another, is named by a person', async () => {
  const raw = application('Usine Robot').replace(/^From: .*$/m, 'From: noreply@usine.example')
  service.clock.at = later(AFTER, 60_000)
  const mail = await service.take(raw, later(AFTER, 60_000))
  const number = mail.number
  if (number === null) throw new Error('it is an application')
  await recordOutcome(service, CALLS, number, { kind: 'selected', act: { ...act, on: act.on } }, AUTHOR)
  await expect(send(number, wanted())).rejects.toMatchObject({ code: 'usage' })
  expect(await previewDecision(service, CALLS, number, wanted())).toMatchObject({ to: null })
  await send(number, wanted({ to: 'contact@usine.example' }))
})

it('a letter of decision acknowledges nothing: what waits for a person still waits', async () => {
  const raw = application('Usine Tenue', { headers: 'Auto-Submitted: auto-generated\n' })
  const { number } = await service.take(raw, later(AFTER, 120_000))
  if (number === null) throw new Error('it is an application')
  await recordOutcome(service, CALLS, number, SELECTED, AUTHOR)
  await send(number, wanted({ to: 'contact@usine.example' }))
  const { lines } = await service.register.lines(
    {
      callId: null,
      order: 'latest',
      sector: null,
      timeliness: null,
      completeness: null,
      waits: true,
      proposals: false,
      assignee: null,
      text: number,
    },
    0,
    1,
  )
  expect(lines.map((line) => line.number)).toEqual([number])
})

it('and the register proves all of it; erasing takes the letters along', async () => {
  const [first] = await service.register.applications(call.id)
  await recordOutcome(service, CALLS, first?.number ?? '', SELECTED, AUTHOR)
  await send(first?.number ?? '', wanted())
  await service.register.erase(first!.number, AUTHOR, service.clock.now())
  expect((await service.letters()).filter(({ number }) => number === first?.number)).toEqual([])
  const found = await inspected(inspectInSteps(service))
  expect([...found.faults, ...found.differences]).toEqual([])
})
