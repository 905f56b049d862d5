import { createHash } from 'node:crypto'
import { type CallId, type Fingerprint, RegistrationNumber } from '../base/ids.ts'

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The number of an application: drawn from the mail that opened it, so that the same evidence gives the same
 * number, and drawn again while another application has it.
 */
export function newNumber(
  callId: CallId,
  prefix: string,
  opening: Fingerprint,
  taken: (number: RegistrationNumber) => boolean,
): RegistrationNumber {
  for (let draw = 0; ; draw += 1) {
    const bytes = createHash('sha256').update(`${callId}\n${opening}\n${draw}`).digest()
    const letters = [...bytes.subarray(0, 5)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
    const number = RegistrationNumber.parse(`${prefix}-${letters}`)
    if (!taken(number)) return number
  }
}
