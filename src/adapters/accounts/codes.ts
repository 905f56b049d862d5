import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
/** One step before and after: telephones are not exact. */
const WINDOW = 1

/** A fresh secret for an authenticator application, in base 32. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator application reads (otpauth://). */
export function codeAddress(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/** The step of a right code at a moment in milliseconds; null for a wrong one. A step is accepted once. */
export function codeStep(code: string, secret: string, at: number): number | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: at, window: WINDOW })
  return delta === null ? null : Math.floor(at / 1000 / STEP_SECONDS) + delta
}

/** The code that an authenticator application shows at a moment in milliseconds. */
export function codeAt(secret: string, at: number): string {
  return totp(secret, '').generate({ timestamp: at })
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Récépissé',
    label,
    period: STEP_SECONDS,
    digits: 6,
    secret: Secret.fromBase32(secret),
  })
}
