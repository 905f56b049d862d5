import type { contest } from './contest.ts'
import type { liveFigures } from './live.ts'

type Contest = Awaited<ReturnType<typeof contest>>
const KINDS = ['mix', 'form', 'heavy', 'accountant', 'call', 'annex', 'slowDisk'] as const

/** Everything that one run measured. */
export type Measured = Readonly<Record<(typeof KINDS)[number], Contest>> & {
  readonly date: string
  readonly machine: string
  readonly seed: string
  readonly rounds: number
  readonly mails: Readonly<Record<(typeof KINDS)[number], number>>
  readonly idle: {
    readonly readyMs: number
    readonly megabytes: number
    readonly processorMsAMinute: number
    readonly wakeUpsASecond: number
  }
  readonly live: Awaited<ReturnType<typeof liveFigures>>
}

const NOISE = 0.3

/** How many times the product's speed is another's: above one it is the quicker. */
export function ratiosOf({ mix, form, heavy, accountant, call, annex, slowDisk }: Measured) {
  const ratio = (contest: Contest, other: keyof Contest, by: 'ms' | 'slope' = 'ms'): number =>
    (contest[other]?.[by] ?? Number.NaN) / (contest.product?.[by] ?? Number.NaN)
  const slope = (contest: Contest): number => contest.product?.slope ?? Number.NaN
  return {
    ratioAgainstScript: ratio(mix, 'script'),
    ratioAgainstScriptForm: ratio(form, 'script'),
    ratioAgainstScriptHeavy: ratio(heavy, 'script'),
    ratioAgainstKeepingScript: ratio(mix, 'script-kept'),
    ratioAgainstFetchAndParse: ratio(mix, 'fetch-parse'),
    slopeAgainstScript: ratio(mix, 'script', 'slope'),
    slopeAgainstScriptForm: ratio(form, 'script', 'slope'),
    onSlowDiskAgainstScript: ratio(slowDisk, 'script'),
    onSlowDiskAgainstKeepingScript: ratio(slowDisk, 'script-kept'),
    accountantAgainstForm: slope(accountant) / slope(form),
    everybodyAttachesAgainstOwn: slope(call) / slope(annex),
  }
}

/** For people: a row for each contestant over each mailbox, and what else was measured. */
export function tableOf(measured: Measured): string {
  const { date, machine, rounds, seed, idle, live } = measured
  const rows = KINDS.flatMap((kind) =>
    Object.entries(measured[kind]).map(([name, one]) => {
      const numbers = [one.ms, one.slope, one.processor, one.servers].map((number) => number.toFixed(1))
      const against = (one.ms / (measured[kind].product?.ms ?? Number.NaN)).toFixed(2)
      return (
        `| ${measured.mails[kind]} ${kind} | ${name} | ${numbers.join(' | ')} | ${one.peak} |` +
        ` ${against} |`
      )
    }),
  )
  const ratios = Object.entries(ratiosOf(measured)).map(([name, ratio]) => `${name} ${ratio.toFixed(2)}`)
  const spreads = KINDS.flatMap((kind) => Object.values(measured[kind]).map(({ spread }) => spread))
  const noisy = spreads.some((spread) => spread > NOISE)
  const told = ({ p50, p99, most }: (typeof live)['steady']): string =>
    `p50 ${p50} ms, p99 ${p99} ms, at most ${most} ms`
  return `
${date}, ${machine}, ${rounds} rounds, seed ${seed}

| mailbox | who | ms a mail | without the start | processor ms | of the servers | MB at most | against the \
product |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

${ratios.join('\n')}

longest stall of the office, which holds the keys: ${measured.mix.product?.stallMs} ms (mix), \
${measured.heavy.product?.stallMs} ms (heavy)
ready after ${(idle.readyMs / 1000).toFixed(1)} s, idle ${idle.megabytes} MB and ${idle.processorMsAMinute} \
ms of a processor a minute, woken ${idle.wakeUpsASecond} times a second
from delivery to acknowledgement accepted, at 2 a second: ${told(live.steady)}
the first after a pause: ${told(live.afterIdle)}
a burst of 100: the last after ${live.burstLastMs} ms; with 500 waiting ahead: ${told(live.behind)}
${noisy ? 'The machine was noisy: rounds differ by more than 30 %; run again when it is quiet.\n' : ''}`
}
