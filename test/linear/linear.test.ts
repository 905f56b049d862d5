import { expect, it } from 'vitest'
import { plainText } from '../../src/base/text-gate.ts'
import { type Expression, expressionsMade, expressionsWritten } from './expressions.ts'
import { GENERATORS } from './generators.ts'

/** Characters; what a doubling costs is told from them and twice as many. */
const LENGTH = 2_000
/** A doubling that costs more than this is not linear: a square has 4. */
const MOST = 2.6
/** Below this nothing is told: a collection of garbage takes as long. */
const TOLD_FROM_MS = 2
/** So often the quickest is taken. */
const TIMES = 3
const TAILS = ['', '!', '\n!'] as const

/** Texts as rules meet them: through the gate, by which runs are bounded. */
function textsOf(length: number): readonly (readonly [string, string])[] {
  return Object.entries(GENERATORS).flatMap(([name, make]) =>
    TAILS.map((tail) => [`${name} ${JSON.stringify(tail)}`, plainText(`${make(length)}${tail}`)] as const),
  )
}

function processorTime(work: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < TIMES; time += 1) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** The generators at which an expression takes more than its share of a text of twice the length, at every size tried. */
function notLinear({ expression }: Expression): readonly string[] {
  const all = new RegExp(expression.source, `${expression.flags.replace(/[gy]/g, '')}g`)
  const timeOf = (text: string): number => processorTime(() => void text.replace(all, ''))
  const suspects = TEXTS.filter(([, text]) => {
    const before = process.cpuUsage()
    text.replace(all, '')
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 > TOLD_FROM_MS
  })
  return suspects.flatMap(([name]) => {
    const [short = '', long = ''] = [SHORT.get(name), LONG.get(name)]
    // A square is one each time; what else the machine does is not.
    const isSquare = Array.from({ length: TIMES }).every(() => timeOf(long) > MOST * timeOf(short))
    return isSquare ? [name] : []
  })
}

const TEXTS = textsOf(LENGTH)
/** To be sure of it: where a bound stands that is larger than a text, a square shows in the small and not in the large. */
const SHORT = new Map(textsOf(4 * LENGTH))
const LONG = new Map(textsOf(8 * LENGTH))

it('every expression that meets strangers’ words is linear in them', async () => {
  const expressions = [...expressionsWritten(), ...(await expressionsMade())]
  expect(expressions.length).toBeGreaterThan(700)
  const found = expressions.flatMap((one) => {
    const at = notLinear(one)
    return at.length === 0
      ? []
      : [`${one.place}: ${String(one.expression).slice(0, 120)} at ${at.join(', ')}`]
  })
  expect(found).toEqual([])
}, 600_000)

it('would see a square: this test can fail', () => {
  // A small square: where the machine has other work, one look may miss it.
  const square = { place: '', expression: /\d[^.]*\.\s.*$/ }
  expect(Array.from({ length: 5 }).some(() => notLinear(square).length > 0)).toBe(true)
  expect(notLinear({ place: '', expression: /^\s*x/ })).toEqual([])
})
