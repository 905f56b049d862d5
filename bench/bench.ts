/**
 * npm run bench [-- --json] [-- --quick] [-- --rounds N] [-- --mails N]: the product with everything on against an afternoon's
 * script and the plain floors, on one rig, in turn, medians of interleaved rounds. Only ratios of one run count.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { spawnService, untilReady } from '../src/app/demonstration.ts'
import { megabytesOf, watchMemory } from '../test/documents/corpus/memory.ts'
import { liveFigures } from './live.ts'
import { benchMails, type MailboxKind } from './mails.ts'
import { aRig, deliverAll, median, runScript, stopService, untilLetters } from './rig.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** One round of fewer mails: the same ratios within five minutes, less sure. */
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    mails: { type: 'string' },
  },
})
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3))
const mailsEach = Number(values.mails ?? (values.quick ? 60 : 100))
const seed = Date.now().toString(36)
const COUNTS: Readonly<Record<MailboxKind, number>> = {
  mix: mailsEach,
  form: mailsEach,
  heavy: 5,
}
const CONTESTANTS = ['product', 'script', 'fetch', 'fetch-fsync', 'fetch-parse'] as const
type Contestant = (typeof CONTESTANTS)[number]

interface Figures {
  readonly ms: number
  /** Of processors, altogether. */
  readonly processor: number
  readonly peak: number
  /** The longest that the process of the mailbox answered nothing; of the product only. */
  readonly stallMs?: number
}

/** Milliseconds a mail, from the process's start to the last letter taken (or the last mail handled), and megabytes at most. */
async function once(contestant: Contestant, mails: readonly Buffer[]): Promise<Figures> {
  await using rig = await aRig()
  await deliverAll(rig, mails)
  const login = [String(rig.dovecot.port), rig.dovecot.user, rig.dovecot.password]
  if (contestant === 'product') {
    const startedAt = performance.now()
    const service = spawnService(rig.folder, rig.environment)
    const memory = watchMemory(service.pid)
    try {
      await untilLetters(rig, mails.length)
      const ms = (performance.now() - startedAt) / mails.length
      const stallMs = await stallOf('intake', rig.environment['RECEPISSE_HEALTH_PORT'] ?? '')
      return { ms, processor: memory.processorTime() / mails.length, peak: memory.peak(), stallMs }
    } finally {
      memory.peak()
      await stopService(service)
    }
  }
  if (contestant === 'script') {
    const { ms, processor, peak } = await runScript('afternoon.ts', ...login, String(rig.sink.port))
    if (rig.sink.letters.length !== mails.length) throw new Error('the script lost mails')
    return { ms: ms / mails.length, processor: processor / mails.length, peak }
  }
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-floor-'))
  const { said, processor, peak } = await runScript(
    'floor.ts',
    contestant,
    ...login,
    folder,
    String(mails.length),
  )
  rmSync(folder, { recursive: true })
  return { ms: Number(said) / mails.length, processor: processor / mails.length, peak }
}

/** As the service tells it since it started: nobody read it before. */
async function stallOf(name: string, port: string): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const found = new RegExp(`^recepisse_stall_seconds\\{process="${name}"\\} (\\S+)`, 'm').exec(metrics)
  return Math.round(Number(found?.[1]) * 1000)
}

async function throughput(kind: MailboxKind) {
  const found = new Map<Contestant, Figures[]>(CONTESTANTS.map((one) => [one, []]))
  const contestants = kind === 'heavy' ? (['product', 'script'] as const) : CONTESTANTS
  for (let round = 0; round < rounds; round += 1)
    for (const contestant of contestants) {
      const mails = await benchMails(kind, COUNTS[kind], `${seed}${kind}${round}`)
      const figures = await once(contestant, mails)
      found.get(contestant)?.push(figures)
      process.stderr.write(`${kind} ${contestant}: ${figures.ms.toFixed(1)} ms a mail, ${figures.peak} MB\n`)
    }
  return Object.fromEntries(
    contestants.map((one) => {
      const all = found.get(one) ?? []
      const times = all.map((figures) => figures.ms)
      return [
        one,
        {
          ms: median(times),
          processor: median(all.map((figures) => figures.processor)),
          spread: (Math.max(...times) - Math.min(...times)) / median(times),
          peak: Math.max(...all.map((figures) => figures.peak)),
          stallMs: Math.max(...all.map((figures) => figures.stallMs ?? 0)),
        },
      ]
    }),
  )
}

/** Start to ready, memory and processor time of a service that has nothing to do. */
async function idle() {
  await using rig = await aRig()
  const startedAt = performance.now()
  const service = spawnService(rig.folder, rig.environment)
  try {
    await untilReady(service, rig.environment['RECEPISSE_HEALTH_PORT'] ?? '')
    const ready = performance.now() - startedAt
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    return { readyMs: ready, megabytes: Math.round(megabytesOf(service.pid ?? 0)) }
  } finally {
    await stopService(service)
  }
}

const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  seed,
  rounds,
  mix: await throughput('mix'),
  form: await throughput('form'),
  heavy: await throughput('heavy'),
  idle: await idle(),
  live: await liveFigures(seed),
}
const ratio = (kind: 'mix' | 'form' | 'heavy', of: string) =>
  (result[kind][of]?.ms ?? Number.NaN) / (result[kind]['product']?.ms ?? Number.NaN)
const summary = {
  ratioAgainstScript: ratio('mix', 'script'),
  ratioAgainstScriptForm: ratio('form', 'script'),
  ratioAgainstScriptHeavy: ratio('heavy', 'script'),
  ratioAgainstFetchAndParse: ratio('mix', 'fetch-parse'),
  ...result,
}
const noisy = Object.values(result.mix).some((one) => one.spread > 0.3)
writeFileSync(new URL('latest.json', import.meta.url), `${JSON.stringify(summary, null, 1)}\n`)
process.stdout.write(tableOf())
if (noisy)
  process.stdout.write(
    'The machine was noisy: rounds differ by more than 30 %; run again when it is quiet.\n',
  )
if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`)

function tableOf(): string {
  const rows = (['mix', 'form', 'heavy'] as const).flatMap((kind) =>
    Object.entries(result[kind]).map(
      ([name, one]) =>
        `| ${kind} | ${name} | ${one.ms.toFixed(1)} | ${one.processor.toFixed(1)} | ${one.peak} | ${(one.ms / (result[kind]['product']?.ms ?? 1)).toFixed(2)} |`,
    ),
  )
  const live = result.live
  return `
${result.date}, ${result.machine}, ${rounds} rounds, seed ${seed}

| mailbox | who | ms a mail | processor ms | MB at most | against the product |
|---|---|---|---|---|---|
${rows.join('\n')}

longest stall of the process of the mailbox: ${result.mix['product']?.stallMs} ms (mix), ${result.heavy['product']?.stallMs} ms (heavy)
ready after ${(result.idle.readyMs / 1000).toFixed(1)} s, idle ${result.idle.megabytes} MB
form mails at 2 a second: p50 ${live.steady.p50} ms, p99 ${live.steady.p99} ms from delivery to acknowledgement accepted
a burst of 100: the last after ${live.burstLastMs} ms; with 500 waiting ahead: p99 ${live.behind.p99} ms
`
}
