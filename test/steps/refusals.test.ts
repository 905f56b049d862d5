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
