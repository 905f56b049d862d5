import type { Loose } from '../register/desk.ts'
import type { ApplicationSummary } from '../register/views.ts'
import type { DigestAlike } from './digest.ts'

/** Of all that may be the same as another, the applications of one call. */
export function alikeOf(
  unsure: readonly Loose[],
  applications: readonly ApplicationSummary[],
): readonly DigestAlike[] {
  const names = new Map<string, string | null>(applications.map((one) => [one.number, one.applicant.name]))
  return unsure.flatMap(({ number, others }) => {
    const applicant = number === null ? undefined : names.get(number)
    return number === null || applicant === undefined ? [] : [{ number, applicant, others }]
  })
}
