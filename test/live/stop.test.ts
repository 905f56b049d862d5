import { once } from 'node:events'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { demonstrationCall, spawnService, startDemonstration, untilReady } from '../../demo/demonstration.ts'
import { until } from './processes.ts'

/** How long after its Redis died the service is told to stop: before it starts another, meanwhile, after. */
const AFTER_MS = [0, 5, 15, 40, 120] as const

it('Ctrl-C ends the service with all that it started, and nothing is missed that was told to end', async () => {
  await using demonstration = await startDemonstration(
    demonstrationCall(),
    await mkdtemp(join(tmpdir(), 'recepisse-stop-')),
    { service: false },
  )
  const { folder, environment } = demonstration
  for (const after of AFTER_MS) {
    const service = spawnService(folder, environment)
    await untilReady(service, environment['RECEPISSE_HEALTH_PORT'] ?? '')
    const pid = service.pid ?? 0
    const ended = once(service, 'exit')
    if (after > 0) {
      const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ')
      for (const child of children)
        if ((await readFile(`/proc/${child}/comm`, 'utf8')).startsWith('redis'))
          process.kill(Number(child), 'SIGKILL')
      await delay(after)
    }
    // As a terminal does: to the whole group at once.
    process.kill(-pid, 'SIGINT')
    expect(await ended).toEqual([0, null])
    await until(async () => !isAlive(-pid))
  }
  const log = await readFile(join(folder, 'service.log'), 'utf8')
  expect(log).not.toContain('process-ended')
})

function isAlive(group: number): boolean {
  try {
    process.kill(group, 0)
    return true
  } catch {
    return false
  }
}
