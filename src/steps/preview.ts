import { composeAcknowledgement } from '../acknowledgement/letter.ts'
import type { Letter } from '../acknowledgement/outgoing.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { StaffRegister } from '../register/staff.ts'
import { releasedInput, type WantedLetter } from './staff-letters.ts'
import { senderOf } from './whom-and-what.ts'

const PLACE_OF_RECEIPT = '(Le reçu signé prend place ici au moment de l’envoi.)'

/**
 * The acknowledgement that would leave now: `to` is null while nobody named an address and the mail does not
 * say it.
 */
export interface Preview {
  readonly letter: Letter
  readonly to: string | null
}

/**
 * Writes the held acknowledgement of a mail as `release` would, changes nothing. Failures: permanent, as
 * there.
 */
export async function previewRelease(
  { register, clock }: { readonly register: Pick<StaffRegister, 'staffFacts'>; readonly clock: Clock },
  call: Call,
  fingerprint: Fingerprint,
  wanted: WantedLetter,
): Promise<Preview> {
  const facts = await register.staffFacts(fingerprint)
  const to = wanted.to ?? senderOf(facts, call)
  const input = releasedInput(facts, call, clock.now(), { ...wanted, to: to ?? '' })
  return { letter: composeAcknowledgement({ ...input, receipt: PLACE_OF_RECEIPT }), to }
}
