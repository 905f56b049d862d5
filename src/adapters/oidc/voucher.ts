import * as client from 'openid-client'
import { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import type { Voucher } from '../../console/desk.ts'

/**
 * What must be the same when the browser comes back. It travels in a cookie of ours, for a quarter of an
 * hour.
 */
const Memory = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
const Vouched = z.looseObject({ email: z.email(), email_verified: z.boolean() })

/**
 * Signing in through the authority's OpenID provider, as ProConnect asks it: authorization code with PKCE,
 * state and nonce; the address comes with the identity or is asked of the provider.
 */
export function openVoucher(
  provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string },
  ownUrl: string,
): Voucher {
  const back = `${ownUrl}/oidc/retour`
  let discovered: Promise<client.Configuration> | null = null
  function configuration(): Promise<client.Configuration> {
    discovered ??= discover(provider).catch((error: unknown) => {
      discovered = null
      throw new Failure('transient', 'oidc-unreachable', 'the OpenID provider cannot be reached', {
        cause: error,
      })
    })
    return discovered
  }
  return {
    begin: async () => begun(await configuration(), back),
    finish: async (url, kept) => {
      const memory = memoryOf(kept)
      if (memory === null) return null
      return addressVouchedFor(
        await configuration(),
        new URL(`${back}${new URL(url, ownUrl).search}`),
        memory,
      )
    },
  }
}

async function begun(settings: client.Configuration, back: string) {
  const memory = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
  const to = client.buildAuthorizationUrl(settings, {
    redirect_uri: back,
    scope: 'openid email',
    state: memory.state,
    nonce: memory.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(memory.verifier),
    code_challenge_method: 'S256',
  })
  return { to: to.href, memory: Buffer.from(JSON.stringify(memory)).toString('base64url') }
}

/**
 * Null for an answer that is not to what was asked, and for an address of which the provider does not say
 * that it is certain of it: an account is found by its address alone.
 */
async function addressVouchedFor(
  settings: client.Configuration,
  answer: URL,
  { state, nonce, verifier }: z.infer<typeof Memory>,
): Promise<string | null> {
  const tokens = await client
    .authorizationCodeGrant(settings, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    .catch(() => null)
  const claims = tokens?.claims()
  if (tokens === null || claims === undefined) return null
  const told = Vouched.safeParse(claims)
  const vouched = told.success
    ? told
    : Vouched.safeParse(await client.fetchUserInfo(settings, tokens.access_token, claims.sub))
  return vouched.success && vouched.data.email_verified ? vouched.data.email : null
}

function memoryOf(kept: string): z.infer<typeof Memory> | null {
  try {
    return Memory.parse(JSON.parse(Buffer.from(kept, 'base64url').toString()))
  } catch {
    // Lost, or made up: nobody is vouched for.
    return null
  }
}

function discover({ issuer, clientId, clientSecret }: Parameters<typeof openVoucher>[0]) {
  const plain = new URL(issuer).protocol === 'http:'
  return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    // Settings let plain http through for this machine only.
    execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
  })
}
