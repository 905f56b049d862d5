import { expect, it } from 'vitest'
import { type Instant, later } from '../../src/base/instant.ts'
import { application, aService } from './a-service.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant

it('what a quota keeps back leaves when it is over, the oldest first, each once', async () => {
  await using service = await aService()
  service.answers = { kind: 'later', reply: '550 5.4.5 Daily user sending limit exceeded', uncertain: false }
  const names = ['Usine Alpha', 'Usine Beta', 'Usine Gamma']
  for (const [index, name] of names.entries()) {
    await service.take(application(name), later(START, index * 60_000))
    await service.send()
  }
  for (let hour = 1; hour <= 6; hour += 1) {
    service.clock.at = later(START, hour * 3_600_000)
    await service.send()
  }
  expect((await service.letters()).map((letter) => [letter.state, letter.uncertain])).toEqual(
    names.map(() => ['due', 0]),
  )
  service.answers = { kind: 'accepted', reply: '250 2.0.0 kept' }
  service.clock.at = later(START, 7 * 3_600_000)
  await service.send()
  await service.send()
  expect(service.caught.map(({ letter }) => letter.to[0])).toEqual([
    'contact@usinealpha.example',
    'contact@usinebeta.example',
    'contact@usinegamma.example',
  ])
})

it('a letter that nobody was asked to take waits as long as was said, and no attempt is counted', async () => {
  await using service = await aService()
  const asked = { kind: 'later', reply: '429', uncertain: false, waitMs: 90_000 } as const
  service.answers = { ...asked, isAsked: false }
  await service.take(application('Usine Verte'), '2026-03-10T06:00:00.000Z')
  for (let index = 0; index < 8; index += 1) {
    await service.send()
    service.clock.at = later(service.clock.at, 90_000)
  }
  const [waiting] = await service.letters()
  expect(waiting).toMatchObject({ state: 'due', attempts: 0, uncertain: 0 })
  // Asked, and told to wait: an attempt, and no longer than was said.
  service.answers = asked
  await service.send()
  expect((await service.letters())[0]).toMatchObject({ state: 'due', attempts: 1 })
  service.answers = { kind: 'accepted', reply: '202' }
  service.clock.at = later(service.clock.at, 89_000)
  await service.send()
  expect((await service.letters())[0]).toMatchObject({ state: 'due' })
  service.clock.at = later(service.clock.at, 1_000)
  await service.send()
  expect((await service.letters())[0]).toMatchObject({ state: 'sent', attempts: 2 })
})
