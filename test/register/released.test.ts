import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Fingerprint } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import { placesOf } from '../../src/dossier/fates.ts'
import { RULES_EDITION } from '../../src/mail/rules-edition.ts'
import { Inspection } from '../../src/proof/inspect.ts'
import { separate } from '../../src/steps/bind.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aService } from '../steps/a-service.ts'

const folder = new URL('../fixtures/registers/', import.meta.url)

/** A register as a release left it, on disk. */
function releasedRegister(name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'recepisse-released-')), 'register.db')
  using database = new DatabaseSync(path)
  database.exec(readFileSync(new URL(name, folder), 'utf8'))
  return path
}

it.each(readdirSync(folder))(
  '%s: a register of that release is opened, brought up to date, and holds',
  async (name) => {
    const path = releasedRegister(name)
    await using database = await openDatabase({ kind: 'sqlite', path })
    const register = createSqlRegister(database)
    const applications = await register.applications(sampleCall.id)
    expect(applications.map((one) => one.applicant.name).sort()).toEqual(['Usine Rouge', 'Usine Verte'])
    expect((await register.letters()).map((letter) => letter.state)).toEqual(['sent', 'sent'])
    const heads = await register.heads()
    const keys = new Map((await register.signingKeys()).map((key) => [key.id, key.publicPem]))
    const inspection = new Inspection(heads)
    for (const entry of await register.entries(0, 1_000)) inspection.take(entry)
    expect(inspection.finish(heads, (id) => keys.get(id) ?? null)).toEqual([])
    expect(heads.length).toBeGreaterThan(0)
    const found = await inspected(inspectInSteps({ register, archive: null }))
    expect([...found.faults, ...found.differences]).toEqual([])
    expect(found.unsealed).toBe(found.rows)
    expect(found.unsealed).toBeGreaterThan(10)
  },
)

it('what 0.1.0 put aside is known as such, to be looked at again', async () => {
  const path = releasedRegister('0.1.0.sql')
  const fingerprint = Fingerprint.parse('5'.repeat(64))
  const receivedAt = '2026-03-11T06:00:00.000Z' as Instant
  using old = new DatabaseSync(path)
  old
    .prepare(
      `insert into mail (fingerprint, call_id, bytes, observed_at, progress, attempts, kept, fate, received_at, updated_at)
       values (?, ?, 4711, ?, 'settled', 0, 0, 'unrelated', ?, ?)`,
    )
    .run(fingerprint, sampleCall.id, receivedAt, receivedAt, receivedAt)
  old
    .prepare("insert into sighting values ('a', 'INBOX', '1', 99, ?, 0, 0, null, ?)")
    .run(fingerprint, receivedAt)
  await using database = await openDatabase({ kind: 'sqlite', path })
  const register = createSqlRegister(database)
  expect((await register.setAside(0, 10)).mails).toMatchObject([
    { fingerprint, receivedAt, bytes: 4711, attached: null, today: null, sightings: [{ uid: 99 }] },
  ])
  const season = { from: '2026-01-01T00:00:00.000Z' as Instant, until: '2026-12-31T00:00:00.000Z' as Instant }
  const wanted = await register.toFetch('a', [season], RULES_EDITION, 10)
  expect(wanted).toMatchObject([{ fingerprint, why: 'second-look' }])
  expect(await register.toFetch('a', [], RULES_EDITION, 10)).toEqual([])
})

it('is opened twice with the same result', async () => {
  const path = releasedRegister(readdirSync(folder)[0] ?? '')
  for (let time = 0; time < 2; time += 1) {
    await using database = await openDatabase({ kind: 'sqlite', path })
    expect(await createSqlRegister(database).applications(sampleCall.id)).toHaveLength(2)
  }
})

it('what 0.1.0 joined by an identifier alone stays joined when another of its kind comes', async () => {
  const path = releasedRegister('0.1.0.sql')
  using old = new DatabaseSync(path)
  const rows = old.prepare('select fingerprint, number from submission order by received_at').all()
  const [one, other] = rows.map((row) => ({
    mail: String(row['fingerprint']),
    number: String(row['number']),
  }))
  if (one === undefined || other === undefined) throw new Error('the register has two applications')
  old.exec(`update submission set number = '${one.number}', ground = 'same-identifier'
    where fingerprint = '${other.mail}'`)
  old.exec(
    `update mail set number = '${one.number}', fate = 'supplement' where fingerprint = '${other.mail}'`,
  )
  await using database = await openDatabase({ kind: 'sqlite', path })
  await using service = await aService(sampleCall, database)
  const [opener, joined] = [Fingerprint.parse(one.mail), Fingerprint.parse(other.mail)]
  const again = { by: 'Agent', reason: 'programme corrigé' }
  await service.register.bind(
    { kind: 'together', pairs: [[opener, opener]], ...again },
    (related, taken) => placesOf(related, { callId: sampleCall.id, prefix: 'TD26', taken }),
    service.clock.at,
  )
  expect(await service.register.mailView(joined)).toMatchObject({ number: one.number, fate: 'supplement' })
  await separate(service, [sampleCall], joined, again)
  expect((await service.register.mailView(joined))?.number).not.toBe(one.number)
})
