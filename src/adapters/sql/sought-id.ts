import { createHash } from 'node:crypto'

/** Bits of a whole number that all engines and languages count exactly. */
const HEX_DIGITS = 12

/** Under which number the index of searches knows an application: it follows from its registration number. */
export function soughtId(number: string): number {
  return Number.parseInt(createHash('sha256').update(number).digest('hex').slice(0, HEX_DIGITS), 16)
}
