import { randomBytes } from 'node:crypto'
import * as codes from '../src/adapters/accounts/codes.ts'
import * as passwords from '../src/adapters/accounts/passwords.ts'
import { systemClock } from '../src/adapters/clock/system.ts'
import type { World } from '../src/app/world.ts'
import { epochOf } from '../src/base/instant.ts'
import { acceptInvitation, invite } from '../src/steps/sign-in.ts'

/** An account for looking around. */
export interface DemonstrationAccount {
  readonly email: string
  readonly password: string
  /** For an authenticator application. */
  readonly key: string
  /** What such an application would show now. */
  code(): string
}

const EMAIL = 'agent@demonstration.example'

/**
 * Drawn at random now, by the same steps as everybody's account, and gone with the demonstration: no password
 * is ever a default.
 */
export async function demonstrationAccount(world: World): Promise<DemonstrationAccount> {
  const codeClock = systemClock()
  const ports = { ...world, proofs: { ...codes, ...passwords }, codeClock }
  const key = codes.newCodeSecret()
  const password = randomBytes(12).toString('base64url')
  const code = () => codes.codeAt(key, epochOf(codeClock.now()))
  const token = await invite(ports, EMAIL, 'administrator')
  await acceptInvitation(ports, token, { password, secret: key, code: code() })
  return { email: EMAIL, password, key, code }
}
