import { expect, it } from 'vitest'
import { HeldTogether } from '../../src/adapters/waiting/held-together.ts'
import { Places } from '../../src/adapters/waiting/places.ts'

it('who waits has its turn in line, and who stops waiting takes no place along', async () => {
  const places = new Places(1)
  await places.take()
  const told: string[] = []
  const stop = new AbortController()
  const stopped = places.take(stop.signal).catch((error: unknown) => error)
  const first = places.take().then(() => told.push('first'))
  const second = places.take().then(() => told.push('second'))
  stop.abort('enough')
  expect(await stopped).toBe('enough')
  places.leave()
  await first
  expect(told).toEqual(['first'])
  places.leave()
  await second
  places.leave()
  expect(places.takeNow()).toBe(true)
  expect(places.takeNow()).toBe(false)
})

it('who was told to stop before takes none of the places that are free', async () => {
  const places = new Places(1)
  await expect(places.take(AbortSignal.abort('over'))).rejects.toBe('over')
  expect(places.takeNow()).toBe(true)
})

it('a thing is made for the first and given to the last to be ended; the next gets another', () => {
  const held = new HeldTogether<object>()
  const first = held.take('a', () => ({}))
  const second = held.take('a', () => ({}))
  const other = held.take('b', () => ({}))
  expect(second.thing).toBe(first.thing)
  expect(other.thing).not.toBe(first.thing)
  expect(held.find('a')).toBe(first.thing)
  expect(first.leave()).toBeNull()
  expect(second.leave()).toBe(first.thing)
  expect(held.find('a')).toBeNull()
  expect(held.take('a', () => ({})).thing).not.toBe(first.thing)
  expect(other.leave()).toBe(other.thing)
})
