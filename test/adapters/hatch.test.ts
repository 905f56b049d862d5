import { mkdtemp, stat } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { askAt, openHatch } from '../../src/adapters/hatch/hatch.ts'

const aPath = async () => join(await mkdtemp(join(tmpdir(), 'recepisse-hatch-')), 'mailbox.sock')
const SOON_MS = 30_000
const MEASURE = { question: 8 * 1024, answer: 512 * 1024 }
const answered = (answer: unknown) => ({ kind: 'answered', answer })
const NOBODY = { kind: 'nobody' }
const SILENT = { kind: 'silent' }

it('answers one question with one answer, to its owner alone', async () => {
  const path = await aPath()
  await using _hatch = await openHatch(path, MEASURE, async (question) => ({ heard: question }))
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await askAt(path, MEASURE, { uid: 7 }, SOON_MS)).toEqual(answered({ heard: { uid: 7 } }))
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) => askAt(path, MEASURE, index, SOON_MS)),
  )
  expect(all).toEqual(Array.from({ length: 20 }, (_, index) => answered({ heard: index })))
})

it('no answer where nobody is, where answering failed, and to too long or broken a question', async () => {
  const path = await aPath()
  expect(await askAt(path, MEASURE, 'anybody', SOON_MS)).toEqual(NOBODY)
  await using _hatch = await openHatch(path, MEASURE, async (question) => {
    if (question === 'fail') throw new Error('it failed')
    return 'fine'
  })
  expect(await askAt(path, MEASURE, 'fail', SOON_MS)).toEqual(SILENT)
  expect(await askAt(path, MEASURE, 'x'.repeat(100_000), SOON_MS)).toEqual(SILENT)
  const broken = createConnection(path)
  const closed = new Promise((resolve) => broken.once('close', resolve))
  broken.end('no JSON\n')
  broken.resume()
  await closed
  expect(await askAt(path, MEASURE, 'still there', SOON_MS)).toEqual(answered('fine'))
})

it('gives up on whoever says nothing, or more than is taken', async () => {
  const path = await aPath()
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(path, resolve))
  expect(await askAt(path, MEASURE, 'hello', 50)).toEqual(SILENT)
  silent.on('connection', (socket) => {
    socket.on('error', () => socket.destroy())
    socket.write('y'.repeat(2_000_000))
  })
  expect(await askAt(path, MEASURE, 'hello', SOON_MS)).toEqual(SILENT)
  silent.close()
})

it('takes the place of one that a killed process left behind; refuses a path that no socket can have', async () => {
  const path = await aPath()
  const left = createServer()
  await new Promise<void>((resolve) => left.listen(path, resolve))
  await using _hatch = await openHatch(path, MEASURE, async () => 'the new one')
  expect(await askAt(path, MEASURE, 1, SOON_MS)).toEqual(answered('the new one'))
  left.close()
  const long = `${path}${'x'.repeat(100)}`
  await expect(openHatch(long, MEASURE, async () => 1)).rejects.toMatchObject({ code: 'hatch-path' })
})

it('answers what was asked before it was closed, and nothing after', async () => {
  const path = await aPath()
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const { promise: worked, resolve: work } = Promise.withResolvers<void>()
  const hatch = await openHatch(path, MEASURE, async () => {
    ask()
    await worked
    return 'done'
  })
  const inHand = askAt(path, MEASURE, 1, SOON_MS)
  await asked
  const closed = hatch[Symbol.asyncDispose]()
  expect(await askAt(path, MEASURE, 2, SOON_MS)).toEqual(NOBODY)
  work()
  await closed
  expect(await inHand).toEqual(answered('done'))
})
