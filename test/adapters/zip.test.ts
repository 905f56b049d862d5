import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { writeZip } from '../../src/adapters/zip/write-zip.ts'
import { Failure } from '../../src/base/failure.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { PackedEntry } from '../../src/steps/pack-pieces.ts'

const AT = '2026-03-17T08:00:00.000Z' as Instant
const MEGABYTES = 4

function whole(entries: AsyncIterable<PackedEntry>): Promise<Buffer> {
  return buffer(Readable.from(writeZip(entries, AT), { objectMode: false }))
}

it('a file is asked for when the one before has gone out: however much there is, one is in memory', async () => {
  const content = randomBytes(MEGABYTES * 1_000_000)
  let asked = 0
  async function* entries(): AsyncGenerator<PackedEntry> {
    for (; asked < 20; ) {
      asked += 1
      yield { path: `${asked}.bin`, content }
    }
  }
  let read = 0
  for await (const chunk of writeZip(entries(), AT)) {
    read += chunk.byteLength
    expect(asked).toBeLessThanOrEqual(Math.floor(read / content.byteLength) + 2)
  }
  expect(asked).toBe(20)
  expect(read).toBeGreaterThan(20 * content.byteLength)
})

/** Asks for what nobody holds any more to be let go of. */
function swept(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().arrayBuffers
}

it('what has gone out is let go of, though the list of what is in the ZIP goes on', async () => {
  const size = MEGABYTES * 1_000_000
  let [asked, looked] = [0, 0]
  async function* entries(): AsyncGenerator<PackedEntry> {
    for (; asked < 20; ) {
      asked += 1
      yield { path: `${asked}.bin`, content: randomBytes(size) }
    }
  }
  const before = swept()
  for await (const _ of writeZip(entries(), AT)) {
    if (asked === looked) continue
    looked = asked
    expect(swept() - before).toBeLessThan(8 * size)
  }
  expect(looked).toBe(20)
})

it('what goes wrong with a file ends the whole, as what it is', async () => {
  async function* entries(): AsyncGenerator<PackedEntry> {
    yield { path: 'a.txt', content: Buffer.from('a') }
    throw new Failure('permanent', 'evidence-missing', 'the original is gone')
  }
  const all = whole(entries())
  await expect(all).rejects.toMatchObject({ code: 'evidence-missing' })
})

it('an empty file and an empty package are whole', async () => {
  async function* entries(): AsyncGenerator<PackedEntry> {
    yield { path: 'vide.txt', content: new Uint8Array() }
  }
  async function* none(): AsyncGenerator<PackedEntry> {}
  expect((await whole(entries())).toString('latin1')).toContain('vide.txt')
  expect((await whole(none())).byteLength).toBe(22)
})
