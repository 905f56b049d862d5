import type { OwnKind } from '../../call/own-kind.ts'
import { shadow } from './shadow.ts'
import { flat } from './words.ts'

/** Bullets and numbers before a label, and what may stand between it and its answer. */
const LEAD = /^(?:[\s•·▪*>–-]|\d{1,2}[.)] ?){0,8}/u
const BETWEEN = /^(?: ?\([^()]{0,60}\))? {0,3}(?:[:=?*…_.\t-]\s{0,3}){0,60}/u

/**
 * The labels under which a call asks for a fact of its own, the longest first: of two that fit the fuller one
 * is meant.
 */
export function labelsOfKind({ labels }: OwnKind): string[] {
  return labels.map((label) => shadow(flat(label))).toSorted((a, b) => b.length - a.length)
}

/** What follows one of the labels with which a text begins; null where it begins with none. */
export function behindLabel(text: string, labels: readonly string[]): string | null {
  const line = flat(text)
  const start = LEAD.exec(line)?.[0].length ?? 0
  const folded = shadow(line.slice(start))
  const label = labels.find((one) => folded.startsWith(one) && !/^[\p{L}\d]/u.test(folded.slice(one.length)))
  if (label === undefined) return null
  const after = line.slice(start + label.length)
  return after.slice(BETWEEN.exec(after)?.[0].length ?? 0).trim()
}
