import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as codes from '../../src/adapters/accounts/codes.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { acceptInvitation, invite, signIn, signInVouched } from '../../src/steps/sign-in.ts'
import { codeAt } from '../console/a-site.ts'
import { aService } from './a-service.ts'

const EMAIL = 'agent@interco.example'
const PASSWORD = 'une phrase assez longue'
const OFFICE = '192.0.2.1'
const QUARTER_MS = 15 * 60_000

/** An account whose owner works at the office; words are compared, not hashed: here tries are counted. */
async function anAccount() {
  const service = await aService()
  const { register, clock } = service
  const proofs = {
    ...codes,
    hashPassword: async (password: string) => password,
    isPassword: async (password: string, kept: string | null) => password === kept,
  }
  const ports = { register, clock, proofs, codeClock: clock }
  const secret = codes.newCodeSecret()
  const token = await invite(ports, EMAIL, 'administrator')
  await acceptInvitation(ports, token, { password: PASSWORD, secret, code: codeAt(secret, clock.at) })
  return {
    register,
    ports,
    pass(milliseconds: number) {
      clock.at = later(clock.at, milliseconds)
    },
    /** With the right words, the code being that of half a minute later each time. */
    async enters(network: string): Promise<boolean> {
      clock.at = later(clock.at, 30_000)
      const words = { email: EMAIL, password: PASSWORD, code: codeAt(secret, clock.at) }
      return (await signIn(ports, network, words)) !== null
    },
    async guesses(network: string, times: number): Promise<void> {
      for (let rank = 0; rank < times; rank += 1)
        await signIn(ports, network, { email: EMAIL, password: 'faux', code: '000000' })
    },
    types: async () => (await register.trail(200)).map(({ type }) => type),
    at: (): Instant => clock.at,
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  }
}

it('five wrong words shut their own network out for a quarter of an hour, and no other', async () => {
  await using account = await anAccount()
  await account.guesses('198.51.100.7', 5)
  expect(await account.enters('198.51.100.7')).toBe(false)
  expect(await account.enters(OFFICE)).toBe(true)
  account.pass(QUARTER_MS)
  expect(await account.enters('198.51.100.7')).toBe(true)
  expect(await account.types()).toContain('account.locked')
})

it('four wrong words shut nobody out, and are forgiven with the right ones', async () => {
  await using account = await anAccount()
  await account.guesses(OFFICE, 4)
  expect(await account.enters(OFFICE)).toBe(true)
  await account.guesses(OFFICE, 4)
  expect(await account.enters(OFFICE)).toBe(true)
})

it('guesses from everywhere brake strangers; where its owner entered before, they still enter', async () => {
  await using account = await anAccount()
  expect(await account.enters(OFFICE)).toBe(true)
  for (let rank = 0; rank < 25; rank += 1) await account.guesses(`198.51.100.${rank}`, 2)
  expect(await account.enters('203.0.113.1')).toBe(false)
  expect(await account.enters(OFFICE)).toBe(true)
  expect(await account.types()).toContain('account.braked')
  account.pass(QUARTER_MS)
  expect(await account.enters('203.0.113.1')).toBe(true)
})

it('who entered through the authority’s own server is known there too', async () => {
  await using account = await anAccount()
  expect(await signInVouched(account.ports, OFFICE, EMAIL)).not.toBeNull()
  for (let rank = 0; rank < 25; rank += 1) await account.guesses(`198.51.100.${rank}`, 2)
  expect(await account.enters(OFFICE)).toBe(true)
})

it('nothing that strangers do keeps out whoever entered from there before', async () => {
  const network = fc.integer({ min: 1, max: 250 }).map((rank) => `198.51.100.${rank}`)
  const attack = fc.array(fc.tuple(network, fc.integer({ min: 1, max: 6 })), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(attack, async (tries) => {
      await using account = await anAccount()
      expect(await account.enters(OFFICE)).toBe(true)
      for (const [from, times] of tries) await account.guesses(from, times)
      expect(await account.enters(OFFICE)).toBe(true)
    }),
    { numRuns: 6 },
  )
})

it('the last administrator who can enter is not made less by anybody, themself included', async () => {
  await using account = await anAccount()
  const { ports, register } = account
  await expect(invite(ports, EMAIL, 'staff')).rejects.toMatchObject({ code: 'last-administrator' })
  await invite(ports, 'autre@interco.example', 'administrator')
  // Invited, but nobody entered yet.
  await expect(invite(ports, EMAIL, 'reader')).rejects.toMatchObject({ code: 'last-administrator' })
  expect((await register.account(EMAIL))?.role).toBe('administrator')
  expect(await account.enters(OFFICE)).toBe(true)
  expect(await signInVouched(ports, OFFICE, 'autre@interco.example')).not.toBeNull()
  await invite(ports, EMAIL, 'reader')
  expect((await register.account(EMAIL))?.role).toBe('reader')
})
