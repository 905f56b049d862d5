import type { Rule, Run } from './bitmap.ts'

/** So far beside it a rule goes on: no line is drawn quite straight. */
export const BESIDE = 4
/** The side of a box for one letter. */
export const SIDE = 24
/** Where another rule crosses it, a rule is not seen. */
export const CROSSING = 12
/** In pixels at 200 dots per inch, a row of two lines. */
const ROW_OF_A_TABLE = 110
/** A page of squared paper is no table. */
const MOST_RULES = 400

interface Growing {
  readonly from: number
  to: number
  first: number
  last: number
}

/** What is side by side, or goes on behind the side of a box, is one rule. */
export function rulesOf(runs: readonly (readonly Run[])[]): Rule[] {
  const rules: Growing[] = []
  let open: Growing[] = []
  runs.forEach((one, index) => {
    const ended = open.filter((rule) => index - rule.to > BESIDE)
    rules.push(...ended)
    open = open.filter((rule) => !ended.includes(rule))
    for (const run of one) open = withRun(open, run, index)
  })
  return [...rules, ...open]
    .filter((rule) => rule.last - rule.first >= SIDE)
    .slice(0, MOST_RULES)
    .map(({ from, to, first, last }) => ({ at: Math.round((from + to) / 2), first, last }))
}

function withRun(open: readonly Growing[], [first, last]: Run, index: number): Growing[] {
  const touched = (rule: Growing): boolean => first <= rule.last + CROSSING && last >= rule.first - CROSSING
  const same = open.filter(touched)
  const whole = {
    from: Math.min(index, ...same.map((rule) => rule.from)),
    to: index,
    first: Math.min(first, ...same.map((rule) => rule.first)),
    last: Math.max(last, ...same.map((rule) => rule.last)),
  }
  return [...open.filter((rule) => !touched(rule)), whole]
}

/**
 * Words that are printed across a rule part it: pieces in one line, no further apart than a row of a table is
 * high.
 */
export function bridged(rules: readonly Rule[]): Rule[] {
  const whole: Rule[] = []
  for (const rule of [...rules].sort((a, b) => a.first - b.first)) {
    const above = whole.findIndex(
      ({ at, last }) =>
        Math.abs(at - rule.at) <= BESIDE && rule.first > last && rule.first - last <= ROW_OF_A_TABLE,
    )
    const before = whole[above]
    if (before === undefined) whole.push(rule)
    else whole[above] = { ...before, last: rule.last }
  }
  return whole
}
