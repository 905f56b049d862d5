/**
 * npm run bench:mailboxes [-- --mailboxes N] [-- --calls N] [-- --seconds N] [-- --sqlite]: what one service
 * of so many mailboxes with so many calls each costs while nothing happens: memory (PSS), processor time and
 * transactions of the database in a minute.
 */
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { spawnService, untilReady } from '../demo/demonstration.ts'
import { startDovecot } from '../demo/dovecot.ts'
import { freePort } from '../demo/ports.ts'
import { startSmtpSink } from '../demo/smtp-sink.ts'
import { megabytesOf, processorTimeBelow, wakeUpsBelow } from '../test/documents/corpus/memory.ts'
import { startRedis } from '../test/live/processes.ts'
import { startPostgres } from '../test/rig/postgres.ts'
import { stopService } from './rig.ts'

const { values } = parseArgs({
  options: {
    mailboxes: { type: 'string', default: '100' },
    calls: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    sqlite: { type: 'boolean', default: false },
  },
})
const [mailboxes, calls, seconds] = [values.mailboxes, values.calls, values.seconds].map(Number)
const CALL = fileURLToPath(new URL('../demo/call.yaml', import.meta.url))
const SETTLE_MS = 30_000

/** One server for all: whoever enters has the same mail, of which there is none. */
const MANY_AT_ONCE = `mail_max_userip_connections = 10000
default_process_limit = 5000
default_client_limit = 20000
service imap {
  process_limit = 5000
}
service imap-login {
  service_count = 0
}`

async function callsIn(folder: string): Promise<void> {
  const text = await readFile(CALL, 'utf8')
  await mkdir(join(folder, 'calls'), { recursive: true })
  for (let index = 0; index < (calls ?? 1); index += 1)
    await writeFile(
      join(folder, 'calls', `${index}.yaml`),
      text
        .replace(/^id: .*/m, `id: appel-${index}`)
        .replace(/^registrationPrefix: .*/m, `registrationPrefix: A${String(index).padStart(3, '0')}`),
    )
}

async function transactionsOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    'select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()',
  )
  await client.end()
  return Number(rows[0].count)
}

async function measure(): Promise<Readonly<Record<string, number | null>>> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-mailboxes-'))
  const dovecot = stack.use(await startDovecot(join(folder, 'dovecot')))
  await dovecot.configure(MANY_AT_ONCE)
  const sink = stack.use(await startSmtpSink())
  const url = values.sqlite ? null : await stack.use(await startPostgres()).database()
  const redisPort = await freePort()
  const redis = startRedis(redisPort)
  stack.defer(() => {
    redis.kill('SIGKILL')
  })
  for (let index = 0; index < (mailboxes ?? 1); index += 1) {
    const own = join(folder, 'mailboxes', `m${index}`)
    await callsIn(own)
    const settings = {
      RECEPISSE_CALL: join(own, 'calls'),
      IMAP_USER: `ami${index}@collectivite.example`,
      IMAP_PASSWORD: dovecot.password,
    }
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
    await writeFile(join(own, 'recepisse.env'), lines.join(''))
  }
  const port = String(await freePort())
  const service = spawnService(folder, {
    RECEPISSE_MAILBOXES: join(folder, 'mailboxes'),
    RECEPISSE_DATA: join(folder, 'data'),
    RECEPISSE_HEALTH_PORT: port,
    RECEPISSE_INSTANCE: 'poste-1',
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    ...(url === null ? {} : { DATABASE_URL: url }),
    IMAP_HOST: '127.0.0.1',
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: 'none',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(sink.port),
    SMTP_SECURITY: 'none',
    LOG_LEVEL: 'info',
    PATH: process.env['PATH'] ?? '',
  })
  const startedAt = performance.now()
  try {
    await untilReady(service, port)
    const readyMs = Math.round(performance.now() - startedAt)
    await delay(SETTLE_MS)
    const pid = service.pid ?? 0
    const before = {
      processor: processorTimeBelow(pid),
      wakeUps: wakeUpsBelow(pid),
      transactions: url === null ? 0 : await transactionsOf(url),
    }
    await delay((seconds ?? 60) * 1000)
    const perMinute = (count: number) => Math.round((count * 60) / (seconds ?? 60))
    return {
      mailboxes: mailboxes ?? 1,
      callsEach: calls ?? 1,
      readyMs,
      megabytes: Math.round(megabytesOf(pid)),
      processorMsAMinute: perMinute(processorTimeBelow(pid) - before.processor),
      wakeUpsAMinute: perMinute(wakeUpsBelow(pid) - before.wakeUps),
      transactionsAMinute: url === null ? null : perMinute((await transactionsOf(url)) - before.transactions),
    }
  } finally {
    await stopService(service)
  }
}

process.stdout.write(`${JSON.stringify(await measure(), null, 2)}\n`)
process.exit(0)
