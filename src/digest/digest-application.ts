import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { UNIDENTIFIED } from '../register/naming.ts'
import type { ApplicationSummary } from '../register/views.ts'
import { missingIn, proposedIn, toVerifyIn } from '../verdict/judge.ts'
import { remarkInWords } from '../verdict/words.ts'
import type { DigestApplication, KnownAs } from './digest.ts'

/** An application of the register as the digest shows it; `last`: when the last one was written. */
export function digestApplication(
  application: ApplicationSummary,
  last: Instant | null,
  call: Call,
  known: KnownAs,
): DigestApplication {
  const { findings } = application.verdict
  return {
    number: application.number,
    who: known.get(application.number) ?? UNIDENTIFIED,
    sectors: application.sectors,
    receivedAt: application.receivedAt,
    timeliness: application.timeliness,
    completeness: application.verdict.completeness,
    missing: missingIn(findings).map(({ id }) => id),
    unclear: toVerifyIn(findings).map(({ id }) => id),
    remarks: findings.flatMap((finding) => remarkInWords(finding, call) ?? []),
    proposals: proposedIn(findings).length,
    isNew: last === null || application.latestAt > last,
  }
}
