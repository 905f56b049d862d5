import { expect, it } from 'vitest'
import { join, separate } from '../../src/steps/bind.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from './a-service.ts'

const AUTHOR = { by: 'Agent', reason: 'même structure, deux noms' }

it('staff join two applications and separate them again, and nobody is told twice', async () => {
  await using service = await aService()
  const one = await service.take(application('Alpha'), '2026-03-10T06:00:00.000Z')
  const other = await service.take(application('Omega'), '2026-03-10T07:00:00.000Z')
  expect(other.number).not.toBe(one.number)
  const kinds = async () => (await service.letters()).map(({ kind }) => kind)
  expect(await kinds()).toEqual(['acknowledgement', 'acknowledgement'])

  await join(service, [sampleCall], [one.number ?? '', other.number ?? ''], AUTHOR)
  await service.concludeAll()
  const joined = await service.register.applications(sampleCall.id)
  expect(
    joined.map((application) => [application.number, application.mails.map((mail) => mail.fate)]),
  ).toEqual([[one.number, ['application', 'supplement']]])

  await separate(service, [sampleCall], other.fingerprint.slice(0, 12), AUTHOR)
  await service.concludeAll()
  const apart = await service.register.applications(sampleCall.id)
  expect(apart).toHaveLength(2)
  expect(apart.every((application) => application.mails.length === 1)).toBe(true)
  // The address first acknowledged was told of the other one, once.
  expect(await kinds()).toEqual(['acknowledgement', 'acknowledgement', 'joining'])
})

it('an application that loses a mail in its middle is judged again without it', async () => {
  await using service = await aService()
  const with_ = (id: string, text: string) =>
    application('Alpha', { id }).replace('Téléphone : 0262 11 22 33', `Téléphone : 0262 11 22 33\n${text}`)
  await service.take(with_('m1', ''), '2026-03-10T06:00:00.000Z')
  const middle = await service.take(
    with_('m2', 'Fait à Ville-Haute. Représentée par : Anne Petit'),
    '2026-03-10T07:00:00.000Z',
  )
  const last = await service.take(with_('m3', 'Merci.'), '2026-03-10T08:00:00.000Z')
  expect(last.number).toBe(middle.number)
  const concluded = () =>
    service.database
      .selectFrom('event')
      .select('seq')
      .where('type', '=', 'mail.concluded')
      .where('subject', '=', last.fingerprint)
      .execute()
  const before = (await concluded()).length
  await separate(service, [sampleCall], middle.fingerprint, AUTHOR)
  await service.concludeAll()
  expect((await concluded()).length).toBe(before + 1)
})

it('says so when an application or a mail is not there', async () => {
  await using service = await aService()
  await expect(join(service, [sampleCall], ['AC26-22222', 'AC26-33333'], AUTHOR)).rejects.toMatchObject({
    code: 'no-such-application',
  })
  await expect(separate(service, [sampleCall], 'abcdef12', AUTHOR)).rejects.toMatchObject({
    code: 'no-such-mail',
  })
})
