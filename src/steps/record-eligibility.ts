import { Failure } from '../base/failure.ts'
import type { Clock } from '../base/instant.ts'
import type { Calls } from '../call/calls.ts'
import type { Eligibility } from '../dossier/eligibility.ts'
import type { Author } from '../register/author.ts'
import type { DeskRegister } from '../register/desk.ts'
import type { EligibilityRegister } from '../register/eligibility.ts'
import { decidedOf } from './record-outcome.ts'

export interface EligibilityPorts {
  readonly register: DeskRegister & EligibilityRegister
  readonly clock: Clock
}

/**
 * Records a person's decision on an application's eligibility, or takes back what stands (`eligibility`
 * null); deciding again is how it is changed, and every word stays. Failures: permanent
 * `no-such-application`; `no-eligibility` where nothing stands to be taken back.
 */
export async function recordEligibility(
  ports: EligibilityPorts,
  calls: Calls,
  number: string,
  eligibility: Eligibility | null,
  author: Author,
): Promise<void> {
  const { application } = await decidedOf(ports, calls, number)
  if (eligibility === null && application.eligibility === null)
    throw new Failure('permanent', 'no-eligibility', `no decision on ${application.number} stands`)
  await ports.register.recordEligibility(application.number, eligibility, author, ports.clock.now())
}
