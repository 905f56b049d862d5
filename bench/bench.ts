/**
 * npm run bench [-- --json] [-- --quick] [-- --rounds N]: the product with everything on against an
 * afternoon's script and the plain floors, on one rig, in turn, medians of interleaved rounds. Only ratios of
 * one run count.
 */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { spawnService, untilReady } from '../demo/demonstration.ts'
import { megabytesOf, processorTimeBelow, wakeUpsBelow } from '../test/documents/corpus/memory.ts'
import { CONTESTANTS, contest } from './contest.ts'
import { liveFigures } from './live.ts'
import { aRig, stopService } from './rig.ts'
import { type Measured, ratiosOf, tableOf } from './table.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** One round of fewer mails: the same ratios within five minutes, less sure. */
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    /**
     * First mails that are measured, and the minutes without any before each: ten minutes twenty times take
     * three hours.
     */
    firsts: { type: 'string' },
    idle: { type: 'string' },
  },
})
const { quick } = values
const rounds = Number(values.rounds ?? (quick ? 1 : 3))
const seed = Date.now().toString(36)
const MAILS = quick
  ? { mix: 60, form: 150, heavy: 4, accountant: 150, call: 60, annex: 60 }
  : { mix: 300, form: 1_000, heavy: 20, accountant: 400, call: 400, annex: 400 }
/** Of a spinning disk, or of a virtual one far away. */
const FLUSH_MS = 5
const IDLE_SECONDS = quick ? 5 : 60
const MINUTE_MS = 60_000

const of = (kind: keyof typeof MAILS) => ({ mails: MAILS[kind], rounds, seed })
const AGAINST_SCRIPT = ['product', 'script', 'script-kept'] as const

/** Start to ready, memory and processor time of a service that has nothing to do. */
async function idle() {
  await using rig = await aRig()
  const startedAt = performance.now()
  const service = spawnService(rig.folder, rig.environment)
  try {
    await untilReady(service, rig.environment['RECEPISSE_HEALTH_PORT'] ?? '')
    const readyMs = performance.now() - startedAt
    await new Promise((resolve) => setTimeout(resolve, MINUTE_MS / 6))
    const before = processorTimeBelow(service.pid ?? 0)
    const woken = wakeUpsBelow(service.pid ?? 0)
    await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000))
    const processorMs = processorTimeBelow(service.pid ?? 0) - before
    const wakeUps = wakeUpsBelow(service.pid ?? 0) - woken
    return {
      readyMs,
      megabytes: Math.round(megabytesOf(service.pid ?? 0)),
      processorMsAMinute: Math.round((processorMs * 60) / IDLE_SECONDS),
      wakeUpsASecond: Math.round(wakeUps / IDLE_SECONDS),
    }
  } finally {
    await stopService(service)
  }
}

const measured: Measured = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  seed,
  rounds,
  mails: { ...MAILS, slowDisk: MAILS.mix },
  mix: await contest('mix', quick ? AGAINST_SCRIPT : CONTESTANTS, of('mix')),
  form: await contest('form', quick ? AGAINST_SCRIPT : CONTESTANTS, of('form')),
  heavy: await contest('heavy', ['product', 'script'], of('heavy')),
  accountant: await contest('accountant', ['product'], of('accountant')),
  call: await contest('call', ['product'], of('call')),
  annex: await contest('annex', ['product'], of('annex')),
  slowDisk: await contest('mix', ['product', 'script', 'script-kept'], {
    ...of('mix'),
    flushMs: FLUSH_MS,
  }),
  idle: await idle(),
  live: await liveFigures(seed, {
    steady: quick ? 60 : 500,
    firsts: Number(values.firsts ?? (quick ? 2 : 5)),
    idleMs: Number(values.idle ?? (quick ? 0.5 : 1)) * MINUTE_MS,
  }),
}
const summary = { ...ratiosOf(measured), ...measured }
writeFileSync(new URL('latest.json', import.meta.url), `${JSON.stringify(summary, null, 1)}\n`)
process.stdout.write(tableOf(measured))
if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`)
