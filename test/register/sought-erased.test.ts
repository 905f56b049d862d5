import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dropWords, indexWords } from '../../src/adapters/sql/searching.ts'
import { isPostgres } from '../../src/adapters/sql/turn.ts'
import { foundBy } from '../../src/base/sought-words.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import { aClaimant, aMail, applied, provenFor } from '../steps/a-claimant.ts'
import { aService, type SmallService } from '../steps/a-service.ts'

let service: SmallService

beforeAll(async () => {
  service = await aService()
})
afterAll(() => service[Symbol.asyncDispose]())

async function found(text: string): Promise<readonly string[]> {
  const { lines } = await service.register.lines({ ...EVERYTHING, text }, 0, 10)
  return lines.map(({ number }) => number)
}

async function applies(index: number, word: string) {
  const who = aClaimant(index)
  const view = await service.take(applied(who), '2026-03-03T06:00:00.000Z')
  await service.take(
    aMail({
      from: who.address,
      told: provenFor(who.address),
      text: `Bonjour, voici la suite de notre candidature à l'appel Territoires d'industrie, de ${who.name}.`,
      files: { 'suite.txt': `Présentation de la structure\n${who.name} torréfie du ${word}.` },
    }),
    '2026-03-03T08:00:00.000Z',
  )
  if (view.number === null) throw new Error('the application has no number')
  return { number: view.number, who }
}

it('what is erased is found by nothing any more, and its words leave the register', async () => {
  const one = await applies(1, 'zanzibarium')
  const other = await applies(2, 'cacao')
  expect(await found('zanzibarium')).toEqual([one.number])
  await service.register.erase(one.number, { by: 'Agent', reason: 'visa 12' }, service.clock.at)
  for (const text of ['zanzibarium', one.number, one.who.siret, one.who.address])
    expect(await found(text)).toEqual([])
  expect(await found('cacao')).toEqual([other.number])
  expect(await service.database.selectFrom('mail_words').selectAll().execute()).toHaveLength(2)
  const { database } = service
  const { rows } = isPostgres(database)
    ? await sql<{ block: string }>`select words::text as block from sought`.execute(database)
    : await sql<{ block: string }>`select cast(block as text) as block from sought_data`.execute(database)
  expect(rows.some(({ block }) => block.includes('anzibarium'))).toBe(false)
})

it('a mail that turns out to be none of our business leaves no word', async () => {
  const { register, clock } = service
  const who = aClaimant(3)
  const view = await service.take(applied(who), '2026-03-05T06:00:00.000Z')
  expect(await found(who.siret)).toEqual([view.number])
  const record = await register.mail(view.fingerprint)
  if (record?.read == null) throw new Error('the mail was not read')
  await register.readAgain([view.fingerprint], { by: 'Agent', reason: 'essai' }, clock.at)
  const nothing = { sender: null, mail: null, documents: [], words: '' }
  const triage = { ...record.read.triage, nature: 'unrelated' as const }
  await register.saveRead(view.fingerprint, { ...record.read, ...nothing, triage, attached: {} }, clock.at)
  await register.assemble(view.fingerprint, () => [], clock.at)
  const kept = await service.database
    .selectFrom('mail_words')
    .where('fingerprint', '=', view.fingerprint)
    .selectAll()
    .execute()
  expect([kept, await found(who.siret)]).toEqual([[], []])
})

it('whatever signs a text has, it is found by its words', async () => {
  const { number } = await applies(4, 'girofle')
  const texts = [
    'Ça & là : l’« Œuvre » d’été – 12 m² (α-β) Ελλάδα Ünïcödé',
    'ไทย مرحبا 日本語 ß ﬁn',
    'a\'b"c*d:e|f!g\\h',
  ]
  for (const text of texts) {
    await dropWords(service.database, number)
    await indexWords(service.database, { number, words: text })
    for (const word of foundBy(text))
      expect([word, await found(word)]).toEqual([word, expect.arrayContaining([number])])
  }
})
