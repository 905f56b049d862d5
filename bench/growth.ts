/**
 * npm run bench:growth [-- --rounds N] [-- --sizes 100,10000,100000]: what a mail costs in a register that
 * has so many applications already, in turn, medians. Form mails, from the service's start to the last
 * acknowledgement taken.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { spawnService } from '../demo/demonstration.ts'
import { benchMails } from './mails.ts'
import { writePast } from './past.ts'
import { aRig, deliverAll, median, stopService, untilLetters } from './rig.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    mails: { type: 'string', default: '100' },
    sizes: { type: 'string', default: '100,10000,100000' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const seed = Date.now().toString(36)

async function once(applications: number, round: number): Promise<number> {
  const mails = await benchMails('form', Number(values.mails), `${seed}${applications}${round}`)
  await using rig = await aRig()
  const [call] = rig.world.calls
  writePast(join(rig.folder, 'data'), call.id, applications)
  await deliverAll(rig, mails)
  const startedAt = performance.now()
  const service = spawnService(rig.folder, rig.environment)
  try {
    await untilLetters(rig, mails.length)
    return (performance.now() - startedAt) / mails.length
  } finally {
    await stopService(service)
  }
}

const found = new Map<number, number[]>(sizes.map((size) => [size, []]))
for (let round = 0; round < Number(values.rounds); round += 1)
  for (const size of sizes) {
    const ms = await once(size, round)
    found.get(size)?.push(ms)
    process.stderr.write(`${size} applications: ${ms.toFixed(1)} ms a mail\n`)
  }
const least = median(found.get(sizes[0] ?? 0) ?? [])
process.stdout.write('| applications before | ms a mail | against the least |\n|---|---|---|\n')
for (const [size, times] of found)
  process.stdout.write(`| ${size} | ${median(times).toFixed(1)} | ${(median(times) / least).toFixed(2)} |\n`)
