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
