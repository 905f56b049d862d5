import { expect, it } from 'vitest'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Fingerprint } from '../../src/base/ids.ts'
import { release } from '../../src/steps/act.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aService } from './a-service.ts'

const AT = '2026-03-10T06:00:00.000Z'
const BY = { by: 'Agent A', reason: 'essai', to: null }

it('bytes that are no mail are set aside for a person, with their time', async () => {
  await using service = await aService()
  const view = await service.take('\nrien qui ressemble à un courriel\n', AT)
  expect(view).toMatchObject({ fate: 'quarantined', quarantineCode: 'not-a-mail' })
  expect(view.receipt?.receivedAt).toBe(AT)
})

const REST = 'From: Candidat <c@candidat.example>\nSubject: Candidature\n\nBonjour.\n'

it.each([
  ['a head of more than a megabyte', `Received: ${'x'.repeat(3_000)}\n`.repeat(350) + REST],
  ['a head of one line without end', `X-Long: ${'x'.repeat(1_100_000)}`],
  ['a head of more than two thousand fields', 'Received: x\n'.repeat(2_000) + REST],
])('%s is set aside for a person with its evidence, never for none of our business', async (_name, raw) => {
  await using service = await aService()
  const view = await service.take(raw, AT)
  expect(view).toMatchObject({ fate: 'quarantined', quarantineCode: 'head-too-long' })
  expect(view.receipt?.receivedAt).toBe(AT)
  expect(await service.archive.has(view.fingerprint)).toBe(true)
})

it('a long head within the bounds is read, and so is a short one before a long text', async () => {
  await using service = await aService()
  for (const raw of [
    `Received: ${'x'.repeat(3_000)}\n`.repeat(300) + REST,
    'Received: x\n'.repeat(1_990) + REST,
    `${REST}${'Une ligne.\n'.repeat(150_000)}`,
  ])
    expect((await service.take(raw, AT)).fate).not.toBe('quarantined')
})

it('what hands nothing in is not acknowledged, by a person neither', async () => {
  await using service = await aService()
  const view = await service.take(
    'From: Boutique <promo@boutique.example>\nSubject: Soldes\n\nTout à moitié prix.\n',
    AT,
  )
  await expect(release(service, [sampleCall], view.fingerprint, BY)).rejects.toMatchObject({
    kind: 'permanent',
  })
})

it('a mail that the register does not have is refused by name', async () => {
  await using service = await aService()
  const nobody = Fingerprint.parse('0'.repeat(64))
  await expect(release(service, [sampleCall], nobody, BY)).rejects.toMatchObject({ kind: 'permanent' })
  expect(await createSqlRegister(service.database).mail(nobody)).toBeNull()
})
