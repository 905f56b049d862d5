import { expect, it } from 'vitest'
import { openVoucher } from '../../src/adapters/oidc/voucher.ts'
import { SESSION_COOKIE } from '../../src/console/route.ts'
import { aProvider, type Provider } from './a-provider.ts'
import { aSite, type Site } from './a-site.ts'

function siteOf(provider: Provider): Promise<Site> {
  const client = { issuer: provider.issuer, clientId: 'recepisse', clientSecret: 'secret' }
  return aSite((url) => openVoucher(client, url))
}

/** There and back, as a browser goes. */
async function visit(site: Site, change: (back: string) => string = (back) => back): Promise<Response> {
  const away = await site.get('/oidc')
  const memory = away.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(away.headers.getSetCookie()[0]).toContain('SameSite=Lax')
  const back = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' })
  const { pathname, search } = new URL(change(back.headers.get('location') ?? ''))
  return site.get(`${pathname}${search}`, memory)
}

const sessionIn = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((one) => one.startsWith(SESSION_COOKIE))
    ?.split(';')[0] ?? ''

it('whom the authority’s server vouches for enters with the role of their account', async () => {
  await using provider = await aProvider()
  await using site = await siteOf(provider)
  await site.account('agent@interco.example', 'reader')
  provider.email = 'Agent@interco.example'
  const session = sessionIn(await visit(site))
  expect(session).not.toBe('')
  expect(await (await site.get('/', session)).text()).toContain('agent@interco.example')
})

it('nobody enters without an account, with a forged state, a forged identity, or no memory of the beginning', async () => {
  await using provider = await aProvider()
  await using site = await siteOf(provider)
  provider.email = 'inconnu@interco.example'
  expect(sessionIn(await visit(site))).toBe('')
  await site.account('agent@interco.example', 'reader')
  provider.email = 'agent@interco.example'
  expect(sessionIn(await visit(site, (back) => back.replace(/state=[^&]+/, 'state=other')))).toBe('')
  expect(sessionIn(await site.get('/oidc/retour?code=x&state=y'))).toBe('')
  provider.forgesNonce = true
  expect(sessionIn(await visit(site))).toBe('')
})

it.each([undefined, false])(
  'an address that the provider is not certain of (%s) opens nothing',
  async (verified) => {
    await using provider = await aProvider()
    await using site = await siteOf(provider)
    await site.account('agent@interco.example', 'reader')
    provider.email = 'agent@interco.example'
    provider.verified = verified
    expect(sessionIn(await visit(site))).toBe('')
    provider.verified = true
    expect(sessionIn(await visit(site))).not.toBe('')
  },
)
