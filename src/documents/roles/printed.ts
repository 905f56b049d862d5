import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { printedOnForm } from '../../call/form-sentences.ts'

/** So many words in a row are nobody's by chance. */
const RUN = 3
/** The share of a line's runs that are the call's own, from which the line is: scans misread some. */
const SHARE = 1 / 2

const known = new WeakMap<Call, ReadonlySet<string>>()

/**
 * Whether a line is what the call's own papers print: its form, its texts and its notice on data. Whoever
 * fills a form in sends all of it back, and has written none of it.
 */
export function isPrinted(line: string, call: Call): boolean {
  const runs = runsOf(line)
  if (runs.length === 0) return false
  const own = runsOfCall(call)
  return runs.filter((run) => own.has(run)).length >= SHARE * runs.length
}

function runsOfCall(call: Call): ReadonlySet<string> {
  const before = known.get(call)
  if (before !== undefined) return before
  const { speech, ...file } = call
  const texts = [...printedOnForm(call), ...textsIn(file), ...textsIn(speech.letters.letters.law.data)]
  const runs = new Set(texts.flatMap(runsOf))
  known.set(call, runs)
  return runs
}

function runsOf(text: string): string[] {
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '))
}

/** Every text in a value, however deep: sentences that are filled in are told by what stands around. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\{[^}]*\}/)
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
