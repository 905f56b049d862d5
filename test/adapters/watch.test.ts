import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { WATCH_MILLISECONDS } from '../../src/adapters/readers/limits.ts'
import { watch } from '../../src/adapters/readers/watch.ts'

const LOOKS = 4 * WATCH_MILLISECONDS

function busyFor(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

it('what passes a bound is ended', async () => {
  let unwatch = (): void => undefined
  const reason = await new Promise<string>((resolve) => {
    unwatch = watch(() => 'took too much', resolve)
  })
  unwatch()
  expect(reason).toBe('took too much')
})

it('what told meanwhile that more is allowed is heard first, however busy this process was', async () => {
  let allowed = false
  const ended: string[] = []
  const server = createServer((socket) => socket.on('data', () => (allowed = true))).listen(0)
  const { port } = server.address() as { port: number }
  const { connect } = await import('node:net')
  const line = connect(port)
  await new Promise((resolve) => line.once('connect', resolve))
  await pause(10)
  const unwatch = watch(
    () => (allowed ? null : 'took too much'),
    (reason) => ended.push(reason),
  )
  // Behind an immediate come the timers, before what was told is heard.
  await new Promise((resolve) => setImmediate(resolve))
  line.write('working')
  busyFor(LOOKS)
  await pause(LOOKS)
  unwatch()
  line.destroy()
  server.close()
  expect(ended).toEqual([])
})
