import type { RegistrationNumber } from '../base/ids.ts'

/** What ties a mail that hands nothing in to an application, or to a question that has a number. */
export interface Tie {
  readonly number: RegistrationNumber
  /** It answers a letter of ours that went under this number. */
  readonly answers: boolean
  /** It writes the number. */
  readonly names: boolean
  /** Its sender is known there: they wrote from this address, or were written to at it. */
  readonly sender: boolean
  /** The same, as far as our servers know addresses (decision 14). */
  readonly proven: boolean
  /** What a person said of the two. */
  readonly told: 'together' | 'apart' | null
}

/** What a mail that hands nothing in is about. `perhaps`: what staff should look at. */
export interface Concern {
  readonly number: RegistrationNumber | null
  readonly perhaps: readonly RegistrationNumber[]
}

/**
 * A question, a withdrawal or an answer goes under the number of an application when its sender is known
 * there and it answers a letter of ours or writes the number, and nothing else claims it; or when a person
 * says so. All else that ties the two is shown. An address alone ties only where it has one application.
 */
export function concernOf(ties: readonly Tie[]): Concern {
  const open = ties.filter(({ told }) => told !== 'apart')
  const told = open.find((tie) => tie.told === 'together')
  if (told !== undefined) return { number: told.number, perhaps: [] }
  const strong = open.filter(({ answers, names }) => answers || names)
  const [sure, ...more] = strong.filter(isSure)
  const number = sure !== undefined && more.length === 0 ? sure.number : null
  const shown = strong.length > 0 ? strong : open.length === 1 ? open : []
  return { number, perhaps: shown.flatMap((tie) => (tie.number === number ? [] : tie.number)).toSorted() }
}

/** A Message-ID of ours is known to who has the letter; a number is printed for everybody. */
function isSure({ answers, names, sender, proven }: Tie): boolean {
  return (answers && sender) || (names && proven)
}
