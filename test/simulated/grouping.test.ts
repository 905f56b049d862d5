import { expect, it } from 'vitest'
import { replay } from '../../src/app/replay.ts'
import { call } from '../the-call.ts'
import { aCall } from './a-call.ts'

const SEED = 20221123
const APPLICANTS = 300

/** Pairs of mails of one applicant, and how many of them share an application. */
function recallOf(numbers: ReadonlyMap<number, readonly (string | null)[]>): number {
  let pairs = 0
  let together = 0
  for (const group of numbers.values()) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        pairs += 1
        if (one !== null && one === other) together += 1
      }
    }
  }
  return together / pairs
}

it('never merges two structures of a simulated call of 300 applicants, and finds at least 97 % of what belongs together', async () => {
  const mails = aCall(SEED, APPLICANTS)
  const applicantOf = new Map(mails.map((mail) => [mail.file, mail.applicant]))
  const replayed = await replay([call], mails, () => undefined)
  expect(replayed).toHaveLength(mails.length)
  const owners = new Map<string, Set<number>>()
  const numbers = new Map<number, (string | null)[]>()
  for (const { file, view } of replayed) {
    const applicant = applicantOf.get(file) ?? -1
    numbers.set(applicant, [...(numbers.get(applicant) ?? []), view.number])
    if (view.number !== null) owners.set(view.number, (owners.get(view.number) ?? new Set()).add(applicant))
  }
  const merged = [...owners.values()].filter((applicants) => applicants.size > 1)
  const recall = recallOf(numbers)
  process.stdout.write(
    `simulated call: seed ${SEED}, ${APPLICANTS} applicants, ${mails.length} mails, ${merged.length} merged, recall ${(recall * 100).toFixed(1)} %\n`,
  )
  expect(merged).toEqual([])
  expect(recall).toBeGreaterThanOrEqual(0.97)
}, 180_000)
