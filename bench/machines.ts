/**
 * npm run bench:machines [-- --rounds N] [-- --counts 1,2,4]: throughput with so many worker processes on one
 * Redis and one PostgreSQL. Each has one processor to itself as long as there are some, so that what is
 * measured is whether they hinder each other and not whether two fit where one was.
 */
import { mkdir } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { spawnService, untilReady } from '../demo/demonstration.ts'
import { freePort } from '../demo/ports.ts'
import { startRedis } from '../test/live/processes.ts'
import { startPostgres } from '../test/rig/postgres.ts'
import { benchMails } from './mails.ts'
import { aRig, bindTo, deliverAll, median, stopService, untilLetters, untilReceived } from './rig.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    mails: { type: 'string', default: '200' },
    counts: { type: 'string', default: '1,2,4' },
  },
})
const counts = values.counts.split(',').map(Number)
const seed = Date.now().toString(36)

async function once(count: number, round: number): Promise<number> {
  await using stack = new AsyncDisposableStack()
  const postgres = stack.use(await startPostgres())
  const redisPort = await freePort()
  const redis = startRedis(redisPort)
  stack.defer(() => {
    redis.kill('SIGKILL')
  })
  const mails = await benchMails('mix', Number(values.mails), `${seed}${count}-${round}`)
  const rig = stack.use(
    await aRig({
      DATABASE_URL: await postgres.database(),
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      RECEPISSE_INSTANCE: 'temoin',
      RECEPISSE_KEY: 'a key of sixteen characters or more',
    }),
  )
  const start = async (name: string, only: string, processor: number | null) => {
    const folder = join(rig.folder, name)
    await mkdir(folder, { recursive: true })
    const port = String(await freePort())
    const service = spawnService(
      folder,
      {
        ...rig.environment,
        RECEPISSE_INSTANCE: name,
        RECEPISSE_DATA: join(folder, 'data'),
        RECEPISSE_ARCHIVE: join(rig.folder, 'archive'),
        RECEPISSE_HEALTH_PORT: port,
      },
      ['--only', only],
    )
    if (processor !== null) await bindTo(service, processor)
    stack.defer(() => stopService(service))
    await untilReady(service, port)
  }
  // Everything is fetched before the first worker starts: reading is what is shared out.
  await start('guet', 'office,mailbox', null)
  await deliverAll(rig, mails)
  await untilReceived(rig, mails.length)
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      start(`poste-${index}`, 'office,sender', index % cpus().length),
    ),
  )
  await untilLetters(rig, mails.length)
  return (performance.now() - startedAt) / mails.length
}

const found = new Map<number, number[]>(counts.map((count) => [count, []]))
for (let round = 0; round < Number(values.rounds); round += 1)
  for (const count of counts) {
    const ms = await once(count, round)
    found.get(count)?.push(ms)
    process.stderr.write(`${count} workers: ${ms.toFixed(1)} ms a mail\n`)
  }
const alone = median(found.get(counts[0] ?? 1) ?? [])
process.stdout.write(
  `| workers, each on one of ${cpus().length} processors | ms a mail | throughput |\n|---|---|---|\n`,
)
for (const [count, times] of found)
  process.stdout.write(`| ${count} | ${median(times).toFixed(1)} | ${(alone / median(times)).toFixed(2)} |\n`)
