import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SharedFlush } from '../../src/adapters/sql/shared-flush.ts'

/** A disk whose flushes end when they are told to; it holds what was written before each began. */
function aDisk() {
  const disk = { written: 0, held: 0, flushes: 0, end: () => {}, fail: false }
  const shared = new SharedFlush(async () => {
    const begun = disk.written
    disk.flushes += 1
    await new Promise<void>((resolve) => {
      disk.end = resolve
    })
    if (disk.fail) throw new Error('the disk is broken')
    disk.held = begun
  })
  return { disk, shared }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('whatever the order, who was told is on the disk, and many who wait share one flush', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('write', 'end'), { maxLength: 40 }), async (acts) => {
      const { disk, shared } = aDisk()
      const told: Promise<void>[] = []
      for (const act of acts) {
        if (act === 'end') disk.end()
        else {
          disk.written += 1
          const mine = disk.written
          told.push(shared.flush().then(() => expect(disk.held).toBeGreaterThanOrEqual(mine)))
        }
        await turn()
      }
      for (let left = 0; left < 3; left += 1) {
        disk.end()
        await turn()
      }
      await Promise.all(told)
      expect(disk.held).toBe(disk.written)
      const ends = acts.filter((act) => act === 'end').length
      expect(disk.flushes).toBeLessThanOrEqual(ends + 3)
    }),
  )
})

it('after a flush that failed nobody is told that anything is on the disk', async () => {
  const { disk, shared } = aDisk()
  const first = shared.flush()
  await turn()
  const second = shared.flush()
  disk.fail = true
  disk.end()
  await expect(first).rejects.toThrow('broken')
  disk.fail = false
  await expect(second).rejects.toThrow('broken')
  await expect(shared.flush()).rejects.toThrow('broken')
  expect(disk.flushes).toBe(1)
  await shared.done()
})
