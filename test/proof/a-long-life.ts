import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { noteRestored } from '../../src/adapters/sql/snapshot.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { Act } from '../../src/dossier/outcome.ts'
import type { Archive } from '../../src/evidence/evidence.ts'
import { arbitrate, rectify, release } from '../../src/steps/act.ts'
import { join, separate } from '../../src/steps/bind.ts'
import { seal } from '../../src/steps/seal.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from '../steps/a-service.ts'
import { unrelatedMail } from '../steps/an-unrelated-mail.ts'

const AGENT = { by: 'agent@interco.example', reason: 'vérifié au téléphone' }
const START = '2026-03-10T06:00:00.000Z' as Instant
const MINUTE_MS = 60_000

/**
 * A register on disk in which everything happened that can happen: mails of every fate, letters of every end, and each
 * kind of word of the staff. Returns the archive beside it.
 */
export async function aLongLife(path: string): Promise<Archive> {
  await using service = await aService(sampleCall, await openDatabase({ kind: 'sqlite', path }))
  await mailsComeAndAreAnswered(service)
  await staffDecide(service)
  await theEndIsRecorded(service)
  await colleaguesTalk(service)
  await somebodyAsksAboutOne(service)
  await theServiceHasTroubles(service)
  await noteRestored(service.database, START, service.clock.at)
  await service.take(application('Usine Blanche'), soon(service))
  await service.send()
  await oneIsErased(service)
  await sealed(service)
  return service.archive
}

function soon(service: SmallService): Instant {
  return later(service.clock.at, MINUTE_MS)
}

function sealed(service: SmallService): Promise<unknown> {
  return seal({ ...service, calls: [sampleCall], observe: () => undefined, stamper: null }, 'regular')
}

/** As its time of retention ends. */
async function oneIsErased(service: SmallService): Promise<void> {
  const applications = await service.register.applications(sampleCall.id)
  const gone = applications.find((one) => one.applicant.name === 'Usine Grise')
  if (gone === undefined) throw new Error('the application is in the register')
  const visa = { by: 'agent@interco.example', reason: 'visa des archives du 3 mars' }
  for (const mail of await service.register.erase(gone.number, visa, soon(service)))
    await service.archive.forget(mail)
}

async function mailsComeAndAreAnswered(service: SmallService): Promise<void> {
  await service.register.adoptDeadline(sampleCall.id, '{"first":true}', AGENT, START)
  await changeCall(service)
  for (const name of ['Verte', 'Bleue', 'Jaune', 'Grise'])
    await service.take(application(`Usine ${name}`), soon(service))
  await service.take(application('Usine Verte', { id: 'encore', body: 'Merci de noter.' }), soon(service))
  await service.take(unrelatedMail('Facture', [['f.txt', 'text/plain', Buffer.from('rien')]]), soon(service))
  await service.send()
  for (const { id } of await service.register.toCopy(3))
    await service.register.noteCopied(id, service.clock.at)
  await sealed(service)
  service.answers = { kind: 'refused', reply: '550 5.1.1 no such user' }
  await service.take(application('Usine Noire'), soon(service))
  await service.send()
  service.answers = { kind: 'accepted', reply: '250 2.0.0 kept' }
  service.isJunk = true
  await service.take(application('Usine Mauve'), soon(service))
  service.isJunk = false
  await sealed(service)
}

async function staffDecide(service: SmallService): Promise<void> {
  const { register } = service
  const held = await service.take(
    application('Usine Rouge', { headers: 'Auto-Submitted: auto-generated\n' }),
    soon(service),
  )
  await release(service, [sampleCall], held.number ?? '', { ...AGENT, to: null })
  const [first, second, third] = await register.applications(sampleCall.id)
  const numbers = [first, second, third].map((one) => one?.number ?? '')
  service.clock.at = soon(service)
  await rectify(service, [sampleCall], numbers[2] ?? '', later(START, MINUTE_MS), { ...AGENT, to: null })
  await arbitrate(service, [sampleCall], numbers[2] ?? '', 'on_time', AGENT)
  await service.concludeAll()
  await join(service, [sampleCall], [numbers[0] ?? '', numbers[1] ?? ''], AGENT)
  await service.concludeAll()
  const joined = second?.mails[0]
  if (joined === undefined) throw new Error('the application has a mail')
  const correction = { what: 'field', kind: 'phone', value: '0262 99 88 77' } as const
  await register.correct(joined.fingerprint, correction, AGENT, service.clock.at)
  await service.concludeAll()
  await separate(service, [sampleCall], joined.fingerprint, AGENT)
  await service.concludeAll()
  const [standing] = await register.corrections(null)
  await register.undoCorrection(standing?.seq ?? 0, AGENT, service.clock.at)
  await service.concludeAll()
  const [aside] = (await register.setAside(0, 1)).mails
  if (aside === undefined) throw new Error('a mail was put aside')
  await register.takeIn(aside.fingerprint, AGENT, service.clock.at)
  await sealed(service)
}

/** Recorded, changed, taken back, and recorded again: no word overwrites another. */
async function theEndIsRecorded(service: SmallService): Promise<void> {
  const [first, second] = await service.register.applications(sampleCall.id)
  const act = Act.parse({ reference: 'délibération no 12', on: '2026-03-11' })
  for (const eligibility of ['to_complete', 'eligible', null] as const)
    await service.register.recordEligibility(first!.number, eligibility, AGENT, soon(service))
  for (const outcome of [{ kind: 'selected', act }, { kind: 'not_selected', act }, null] as const)
    await service.register.recordOutcome(first!.number, outcome, AGENT, soon(service))
  const withdrawn = { kind: 'withdrawn', act: null } as const
  for (const one of [first!, second!])
    await service.register.recordOutcome(one.number, withdrawn, AGENT, soon(service))
}

/** Notes, one of them taken back, and who sees to what, left and taken again. */
async function colleaguesTalk({ register, clock }: SmallService): Promise<void> {
  const [mail] = await register.mails(sampleCall.id)
  const of = mail!.fingerprint
  for (const text of ['à rappeler', 'à oublier']) await register.writeNote(of, text, AGENT.by, clock.at)
  const [, second] = await register.notesOf([of])
  await register.takeNoteBack(second?.seq ?? 0, AGENT.by, clock.at)
  for (const assignee of ['agent', null, 'collègue']) {
    const [held] = await register.assignments()
    await register.assign(of, { assignee, seen: held?.assignee ?? null }, AGENT.by, clock.at)
  }
}

/** Of somebody whom nobody knows there: what it may be about is kept. */
async function somebodyAsksAboutOne(service: SmallService): Promise<void> {
  const [known] = await service.register.applications(sampleCall.id)
  await service.take(unrelatedMail(`Où en est le dossier ${known!.number} ?`, []), soon(service))
}

async function theServiceHasTroubles(service: SmallService): Promise<void> {
  const { register } = service
  await register.invite('agent@interco.example', 'staff', 'i', soon(service), service.clock.at)
  await register.proveAlive('a', 'INBOX', service.clock.at)
  await register.proveAlive('a', 'INBOX', later(service.clock.at, 60 * MINUTE_MS))
  service.clock.at = later(service.clock.at, 61 * MINUTE_MS)
  await service.take(application('Usine Ocre'), soon(service))
  await service.take(application('Usine Brune'), soon(service))
  service.breakerAt = 1
  await service.send()
  service.breakerAt = 40
  await register.resume(AGENT.by, soon(service))
  await service.send()
  await service.take(application('Usine Rose'), soon(service))
}

/** A version of the call’s file, written by one and adopted by another. */
async function changeCall({ register }: SmallService): Promise<void> {
  const draft = { id: 'draft00000000001', callId: sampleCall.id, base: 'b', body: 'id: x', source: '' }
  await register.beginCallDraft(draft, 'author@interco.example', START)
  const version = { callId: sampleCall.id, body: 'id: x', fingerprint: 'f' }
  await register.writeCallVersion(draft.id, version, AGENT, START)
  await register.adoptCallVersion({ callId: sampleCall.id, version: 1 }, AGENT, null, START)
}
