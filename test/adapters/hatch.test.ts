import { mkdtemp, stat } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { askAt, openHatch } from '../../src/adapters/hatch/hatch.ts'

const aPath = async () => join(await mkdtemp(join(tmpdir(), 'recepisse-hatch-')), 'mailbox.sock')
const SOON_MS = 30_000

it('answers one question with one answer, to its owner alone', async () => {
  const path = await aPath()
  await using _hatch = await openHatch(path, async (question) => ({ heard: question }))
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await askAt(path, { uid: 7 }, SOON_MS)).toEqual({ heard: { uid: 7 } })
  const all = await Promise.all(Array.from({ length: 20 }, (_, index) => askAt(path, index, SOON_MS)))
  expect(all).toEqual(Array.from({ length: 20 }, (_, index) => ({ heard: index })))
})

it('no answer where nobody is, where answering failed, and to too long or broken a question', async () => {
  const path = await aPath()
  expect(await askAt(path, 'anybody', SOON_MS)).toBeNull()
  await using _hatch = await openHatch(path, async (question) => {
    if (question === 'fail') throw new Error('it failed')
    return 'fine'
  })
  expect(await askAt(path, 'fail', SOON_MS)).toBeNull()
  expect(await askAt(path, 'x'.repeat(100_000), SOON_MS)).toBeNull()
  const broken = createConnection(path)
  const closed = new Promise((resolve) => broken.once('close', resolve))
  broken.end('no JSON\n')
  broken.resume()
  await closed
  expect(await askAt(path, 'still there', SOON_MS)).toBe('fine')
})

it('gives up on whoever says nothing, or more than is taken', async () => {
  const path = await aPath()
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(path, resolve))
  expect(await askAt(path, 'hello', 50)).toBeNull()
  silent.on('connection', (socket) => {
    socket.on('error', () => socket.destroy())
    socket.write('y'.repeat(2_000_000))
  })
  expect(await askAt(path, 'hello', SOON_MS)).toBeNull()
  silent.close()
})

it('takes the place of one that a killed process left behind; refuses a path that no socket can have', async () => {
  const path = await aPath()
  const left = createServer()
  await new Promise<void>((resolve) => left.listen(path, resolve))
  await using _hatch = await openHatch(path, async () => 'the new one')
  expect(await askAt(path, 1, SOON_MS)).toBe('the new one')
  left.close()
  const long = `${path}${'x'.repeat(100)}`
  await expect(openHatch(long, async () => 1)).rejects.toMatchObject({ code: 'hatch-path' })
})
