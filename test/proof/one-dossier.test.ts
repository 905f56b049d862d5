import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { join, separate } from '../../src/steps/bind.ts'
import { refuseUnproven, refuseUnprovenDossier } from '../../src/steps/printable.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from '../steps/a-service.ts'

const START = '2026-03-10T06:00:00.000Z'
const LATER = '2026-03-11T06:00:00.000Z'
const AUTHOR = { by: 'agent', reason: 'visa' }
const REFUSED = { code: 'not-as-sealed' }

async function twoDossiers() {
  const service = await aService()
  const one = await service.take(application('Usine Verte'), START)
  const other = await service.take(application('Usine Rouge'), LATER)
  await service.send()
  await service.register.takeHead('regular', service.signer, LATER as Instant)
  return { service, one: one.number!, other: other.number!, mail: one.fingerprint }
}

it('what was written over in a dossier stops its own sheet, and no other’s', async () => {
  const changes = [
    sql`update mail set sender = 'autre@usine.example' where number = `,
    sql`update outbox set state = 'bounced' where number = `,
    sql`delete from decision where fingerprint in (select fingerprint from mail where number = `,
    sql`update line set name = 'Autre' where number = `,
  ]
  for (const [index, change] of changes.entries()) {
    const { service, one, other } = await twoDossiers()
    await using _ = service
    await refuseUnprovenDossier(service.register, one)
    await sql`${change}${one}${index === 2 ? sql`)` : sql``}`.execute(service.database)
    await expect(refuseUnprovenDossier(service.register, one)).rejects.toMatchObject(REFUSED)
    await refuseUnprovenDossier(service.register, other)
    await expect(refuseUnproven(service.register)).rejects.toMatchObject(REFUSED)
  }
})

it('a row that no entry tells of, or a seal that was moved back, stops it', async () => {
  const { service, one, mail } = await twoDossiers()
  await using _ = service
  const { database, register } = service
  await register.recordEligibility(one, 'eligible', AUTHOR, LATER as Instant)
  await refuseUnprovenDossier(register, one)
  const author = { decided_by: 'x', reason: 'y', decided_at: LATER }
  await database
    .insertInto('outcome')
    .values({ number: one, kind: 'selected', act: 'a', act_on: LATER, ...author })
    .execute()
  await expect(refuseUnprovenDossier(register, one)).rejects.toMatchObject(REFUSED)
  await database.deleteFrom('outcome').execute()
  await refuseUnprovenDossier(register, one)
  await database.updateTable('latest_seal').set({ position: 0 }).where('of_key', '=', mail).execute()
  await expect(refuseUnprovenDossier(register, one)).rejects.toMatchObject(REFUSED)
})

it('an entry that is not in the tree of the signed head stops it', async () => {
  const { service, one } = await twoDossiers()
  await using _ = service
  await sql.raw('drop trigger tree_no_update').execute(service.database)
  await service.database
    .updateTable('tree')
    .set({ hash: '0'.repeat(64) })
    .where('level', '=', 1)
    .execute()
  await expect(refuseUnprovenDossier(service.register, one)).rejects.toMatchObject(REFUSED)
})

it('joining, separating and answering leave it as it was sealed', async () => {
  const { service, one, other } = await twoDossiers()
  await using _ = service
  const both = async () => {
    for (const number of [one, other])
      if ((await service.register.application(number)) !== null)
        await refuseUnprovenDossier(service.register, number)
  }
  await join(service, [sampleCall], [one, other], AUTHOR)
  await both()
  await service.concludeAll()
  await both()
  const joined = (await service.register.application(one)) ?? (await service.register.application(other))
  await separate(service, [sampleCall], joined?.mails.at(-1)?.fingerprint ?? '', AUTHOR)
  await service.concludeAll()
  await both()
})
