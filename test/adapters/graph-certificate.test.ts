import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { openTokens } from '../../src/adapters/oauth/tokens.ts'
import type { Instant } from '../../src/base/instant.ts'
import { graphLocation } from '../../src/settings/graph-secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { anApplication, graphSettings, USER } from '../live/a-graph.ts'
import { startGraph } from '../rig/graph.ts'

const run = promisify(execFile)
const CLOCK = { now: () => '2026-03-10T06:00:00.000Z' as Instant }

async function aCertificate(algorithm: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-certificate-'))
  const files = ['-keyout', 'key.pem', '-out', 'certificate.pem']
  const words = ['req', '-x509', ...algorithm, '-nodes', '-subj', '/CN=recepisse', '-days', '30', ...files]
  await run('openssl', words, { cwd: folder })
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  return { certificate: await read('certificate.pem'), key: await read('key.pem') }
}

let own: Awaited<ReturnType<typeof aCertificate>>
let other: typeof own
let elliptic: typeof own
beforeAll(async () => {
  const rsa = ['-newkey', 'rsa:2048']
  own = await aCertificate(rsa)
  other = await aCertificate(rsa)
  elliptic = await aCertificate(['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'])
})

function tokensWith(port: number, signer: { readonly certificate: string; readonly key: string }) {
  const environment = {
    ...graphSettings(port),
    GRAPH_CLIENT_SECRET: '',
    GRAPH_CERTIFICATE: signer.certificate,
    GRAPH_KEY: signer.key,
  }
  const location = graphLocation(readSettings(environment), 'read', environment)
  if (location === null) throw new Error('the settings name a mailbox')
  return openTokens(location.oauth, CLOCK)
}

it('enters with a certificate: each assertion is signed, of this client, for this address, and used once', async () => {
  const { certificate } = own
  await using graph = await startGraph(USER, { ...anApplication({ certificate }), secret: 'no longer' })
  const tokens = tokensWith(graph.port, own)
  const first = await tokens.token()
  tokens.forget(first)
  expect(await tokens.token()).not.toBe(first)
  expect(graph.tokens.given).toBe(2)
})

it('a certificate that is not the application’s is refused', async () => {
  const { certificate } = own
  await using graph = await startGraph(USER, anApplication({ certificate }))
  await expect(tokensWith(graph.port, other).token()).rejects.toMatchObject({ code: 'oauth-refused' })
})

it('a key of another certificate, or of another kind, is told as a setting at fault', async () => {
  await using graph = await startGraph(USER, anApplication({ certificate: own.certificate }))
  for (const signer of [{ ...own, key: other.key }, elliptic, { ...own, key: 'nothing' }])
    await expect(tokensWith(graph.port, signer).token()).rejects.toMatchObject({ code: 'settings' })
})
