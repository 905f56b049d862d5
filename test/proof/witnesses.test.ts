import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { RegistrationNumber } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { SignedHead } from '../../src/proof/head.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { refuseUnproven } from '../../src/steps/printable.ts'
import { RegisterWatch } from '../../src/steps/watch-register.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from '../steps/a-service.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
/** Three in the morning in the zone of the sample call, and noon. */
const NIGHT = '2026-03-11T02:00:00.000Z' as Instant
const NOON = '2026-03-11T11:00:00.000Z' as Instant
const ZONE = 'Europe/Paris'

async function aRegister(): Promise<SmallService> {
  const service = await aService()
  await service.take(application('Usine Verte'), START)
  await service.take(application('Usine Bleue'), later(START, 60_000))
  return service
}

/** With the database’s password nothing refuses. */
async function loosened(service: SmallService): Promise<void> {
  for (const table of ['entry', 'tree', 'head'])
    for (const change of ['update', 'delete'])
      await sql.raw(`drop trigger ${table}_no_${change}`).execute(service.database)
}

const isLate = (service: SmallService, number: string) =>
  service.database.updateTable('line').set({ timeliness: 'late' }).where('number', '=', number).execute()

const found = async ({ register, archive }: SmallService, published: readonly SignedHead[] = []) => {
  const { faults, differences } = await inspected(inspectInSteps({ register, archive }, { published }))
  return [...faults.map(({ code }) => code), ...differences.map(({ table }) => table)]
}

it('a head is signed with each letter, over all that was written until then', async () => {
  await using service = await aRegister()
  const heads = await service.register.heads()
  expect(heads.map(({ head }) => head.at)).toEqual([START, later(START, 60_000)])
  expect(heads.at(-1)?.head.size).toBe((await service.register.entries(0, 1_000)).length)
})

it('two letters of one millisecond have a head each', async () => {
  await using service = await aService()
  service.concludeAt = later(START, 3_600_000)
  await service.place(application('Usine Verte'), START)
  await service.place(application('Usine Bleue'), START)
  service.clock.at = service.concludeAt
  await service.concludeAll()
  const heads = await service.register.heads()
  expect(heads.map(({ head }) => head.at)).toEqual([service.clock.at, later(service.clock.at, 1)])
})

it('an end that was cut off with all that tells of it is found by whoever kept a published head', async () => {
  await using service = await aService()
  await service.take(application('Usine Verte'), START)
  const before = (await service.register.entries(0, 1_000)).length
  await service.register.noteRead('appel', 'agent@interco.example', 'export csv', later(START, 60_000))
  const signed = await service.register.takeHead('regular', service.signer, later(START, 60_000))
  expect(await found(service, [signed])).toEqual([])
  await loosened(service)
  const cut = service.database
  await cut.deleteFrom('entry').where('position', '>=', before).execute()
  await cut.deleteFrom('entry_detail').where('position', '>=', before).execute()
  await cut.deleteFrom('latest_seal').where('position', '>=', before).execute()
  await sql`delete from tree where (position + 1) * (1 << level) > ${before}`.execute(cut)
  await cut.deleteFrom('head').where('size', '>', before).execute()
  // Nothing on the machine can tell.
  expect(await found(service)).toEqual([])
  expect(await found(service, [signed])).toEqual(['register-cut'])
})

it('a register that went another way than the published head is found', async () => {
  await using service = await aRegister()
  const [head] = await service.register.heads()
  if (head === undefined) throw new Error('a letter has a head')
  await using other = await aService()
  await other.take(application('Usine Rouge'), START)
  await other.take(application('Usine Jaune'), later(START, 60_000))
  expect(await found(other, [head])).toEqual(['head-altered'])
})

it('nothing is printed of a register that differs, and the refusal names table, row and column', async () => {
  await using service = await aRegister()
  await refuseUnproven(service.register)
  const [number] = (await service.register.lines(EVERYTHING, 0, 1)).lines.map((line) => line.number)
  await isLate(service, number ?? '')
  await expect(refuseUnproven(service.register)).rejects.toMatchObject({
    code: 'not-as-sealed',
    message: expect.stringContaining(`line ${number} timeliness`),
  })
})

it('is gone through by night, step by step, while mail goes on; by day it is left alone', async () => {
  await using service = await aRegister()
  const watch = new RegisterWatch(service, ZONE)
  const round = async (at: Instant, meanwhile: () => Promise<unknown> = async () => undefined) => {
    for (let step = 0; step < 30; step += 1) {
      service.clock.at = at
      await watch.step()
      if (step === 1) await meanwhile()
    }
  }
  await round(NIGHT, () => service.take(application('Usine Rouge'), NIGHT))
  expect(watch.found).toEqual([])
  const [letter] = await service.letters()
  await service.database
    .updateTable('outbox')
    .set({ state: 'sent' })
    .where('id', '=', `${letter?.id}`)
    .execute()
  await round(NOON)
  expect(watch.found).toEqual([])
  await round(later(NIGHT, 24 * 3_600_000))
  expect(watch.found).toEqual([`outbox ${letter?.id} state`])
})

it('names nobody: a row that is known by an address is told by its table', async () => {
  await using service = await aRegister()
  await service.register.invite('agent@interco.example', 'reader', 'i', later(START, 1), START)
  await service.database.updateTable('account').set({ role: 'administrator' }).execute()
  const watch = new RegisterWatch(service, ZONE)
  service.clock.at = NIGHT
  for (let step = 0; step < 30; step += 1) await watch.step()
  expect(watch.found).toEqual(['account role'])
})

it('an application that was erased leaves its hashes and no word of it, and the register holds', async () => {
  await using service = await aRegister()
  const [application] = await service.register.applications(sampleCall.id)
  const name = application?.applicant.name ?? ''
  // The heads of its letters are sealed by entries of its own, and stay.
  await service.send()
  const visa = { by: 'agent@interco.example', reason: 'visa des archives' }
  const number = RegistrationNumber.parse(application?.number)
  for (const mail of await service.register.erase(number, visa, later(START, 120_000)))
    await service.archive.forget(mail)
  expect(await found(service)).toEqual([])
  const tables = await service.database.introspection.getTables()
  for (const table of tables) {
    const { rows } = await sql`select * from ${sql.table(table.name)}`.execute(service.database)
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(name.toLowerCase())
  }
  const [gone] = await service.register.entries(0, 1)
  expect(gone).toMatchObject({ opened: null, sealed: null })
})
