import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Room } from '../../src/app/room.ts'

const MEGABYTE = 1024 * 1024

it('large mails wait in line, small ones pass them, and everybody comes in', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(sizes, async (megabytes) => {
      const room = new Room(50 * MEGABYTE)
      const inside: number[] = []
      const order: number[] = []
      await Promise.all(
        megabytes.map(async (size, index) => {
          using _place = await room.enter(size * MEGABYTE)
          if (size >= 8) {
            inside.push(size)
            order.push(index)
            const together = inside.reduce((sum, one) => sum + one, 0)
            expect(inside.length === 1 || together <= 50).toBe(true)
          }
          await new Promise((resolve) => setImmediate(resolve))
          if (size >= 8) inside.splice(inside.indexOf(size), 1)
        }),
      )
      expect(order).toEqual([...order].sort((left, right) => left - right))
    }),
  )
})
