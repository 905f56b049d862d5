import { createHash, randomBytes } from 'node:crypto'
import { Failure } from '../base/failure.ts'
import { type Clock, epochOf, type Instant, later } from '../base/instant.ts'
import type { Account, AccountRegister, Role, Session } from '../register/accounts.ts'

/** How words and codes are proved: nothing here knows by what. */
export interface Proofs {
  hashPassword(password: string): Promise<string>
  isPassword(password: string, kept: string | null): Promise<boolean>
  newCodeSecret(): string
  codeAddress(secret: string, email: string): string
  codeStep(code: string, secret: string, at: number): number | null
}

export interface SignInPorts {
  readonly register: AccountRegister
  readonly clock: Clock
  readonly proofs: Proofs
  /** A telephone shows the true time, also where the service lives in another one for a demonstration. */
  readonly codeClock: Clock
}

const HOUR_MS = 3_600_000
const INVITED_FOR_MS = 72 * HOUR_MS
const LOCKED_FOR_MS = 15 * 60_000
const FAILURES_OF_A_NETWORK = 5
/** Of all networks together, before those are shut out from which nobody ever entered. */
const FAILURES_OF_STRANGERS = 50
const IDLE_MS = HOUR_MS
const LONGEST_MS = 10 * HOUR_MS
export const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 200

/** What stands for a token in the register: who reads the register cannot sign in with it. */
function sealOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Invites somebody; the token opens the page where they choose their password, once, for three days. */
export async function invite({ register, clock }: SignInPorts, email: string, role: Role): Promise<string> {
  const token = newToken()
  const now = clock.now()
  await register.invite(email.toLowerCase(), role, sealOf(token), later(now, INVITED_FOR_MS), now)
  return token
}

/** The account that an invitation is for; null when it is used, over or unknown. */
export async function invited({ register, clock }: SignInPorts, token: string): Promise<Account | null> {
  const account = await register.accountInvited(sealOf(token))
  const open = account?.invitedUntil != null && account.invitedUntil > clock.now()
  return open ? account : null
}

/** Takes an invitation up. Failure('permanent', 'usage') says in French what is wrong. */
export async function acceptInvitation(
  ports: SignInPorts,
  token: string,
  chosen: { readonly password: string; readonly secret: string; readonly code: string },
): Promise<void> {
  const account = await invited(ports, token)
  if (account === null) throw wrong('Cette invitation n’est plus valable : demandez-en une autre.')
  const { password, secret, code } = chosen
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw wrong(`Le mot de passe doit compter au moins ${SHORTEST_PASSWORD} caractères.`)
  const now = ports.clock.now()
  if (ports.proofs.codeStep(code, secret, epochOf(ports.codeClock.now())) === null)
    throw wrong('Le code à six chiffres n’est pas le bon : vérifiez l’heure de votre téléphone.')
  const hash = await ports.proofs.hashPassword(password)
  await ports.register.completeAccount(account.email, { password: hash, totp: secret }, now)
}

/** What somebody types at the door. */
export interface Words {
  readonly email: string
  readonly password: string
  readonly code: string
}

/**
 * The session's token for a right password with a right code, else null. After five wrong ones that network
 * is shut out of the account for a quarter of an hour; after fifty from anywhere every network is from which
 * nobody entered before.
 */
export async function signIn(ports: SignInPorts, network: string, words: Words): Promise<string | null> {
  const { register, clock, proofs } = ports
  const now = clock.now()
  const account = await register.account(words.email.trim().toLowerCase())
  const password = words.password.slice(0, LONGEST_PASSWORD)
  const isRight = await proofs.isPassword(password, account?.password ?? null)
  if (account === null || account.disabled || account.totp === null) return null
  if ((await register.barOf(account.email, network, now)) !== null) return null
  const code = words.code.replace(/\s/g, '')
  const step = proofs.codeStep(code, account.totp, epochOf(ports.codeClock.now()))
  const token = isRight && step !== null ? await open(ports, account.email, { step, network }) : null
  if (token !== null) return token
  const lockUntil = later(now, LOCKED_FOR_MS)
  const bounds = {
    fromNetwork: { most: FAILURES_OF_A_NETWORK, lockUntil },
    fromAnywhere: { most: FAILURES_OF_STRANGERS, lockUntil },
  }
  await register.noteFailure(account.email, network, bounds, now)
  return null
}

/**
 * For somebody whom the authority's own server vouches for: they still need an account here, which says what
 * they may do.
 */
export async function signInVouched(
  ports: SignInPorts,
  network: string,
  email: string,
): Promise<string | null> {
  const account = await ports.register.account(email.trim().toLowerCase())
  if (account === null || account.disabled) return null
  return open(ports, account.email, { step: null, network })
}

async function open(
  { register, clock }: SignInPorts,
  email: string,
  how: { readonly step: number | null; readonly network: string },
) {
  const token = newToken()
  const session = { token: sealOf(token), csrf: newToken() }
  return (await register.openSession(email, how, session, clock.now())) ? token : null
}

/** Who a token belongs to; null when its session is over: an hour idle, or ten hours old. */
export function sessionOf({ register, clock }: SignInPorts, token: string): Promise<Session | null> {
  const now: Instant = clock.now()
  return register.session(sealOf(token), later(now, -IDLE_MS), later(now, -LONGEST_MS), now)
}

/** Closes the session of this token; one that is closed or unknown stays so. */
export function signOut({ register, clock }: SignInPorts, token: string): Promise<void> {
  return register.closeSession(sealOf(token), clock.now())
}

function wrong(message: string): Failure {
  return new Failure('permanent', 'usage', message)
}
