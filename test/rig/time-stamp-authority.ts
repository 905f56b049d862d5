import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../demo/ports.ts'

const run = promisify(execFile)

const CONFIGURATION = `
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical,CA:TRUE
[tsa_cert]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = tsa1
[tsa1]
serial = serial
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`

/** A time-stamp authority of our own on openssl, for tests: RFC 3161 over HTTP on loopback. */
export interface TimeStampAuthority extends AsyncDisposable {
  readonly url: string
  /** Its root certificate, PEM. */
  readonly root: string
  readonly rootFile: string
  /** While it is away it answers 503. */
  isAway: boolean
}

/** `folder`: an empty one, for its keys. */
export async function startTimeStampAuthority(folder: string): Promise<TimeStampAuthority> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'tsa.cnf'), CONFIGURATION)
  await writeFile(join(folder, 'serial'), '01\n')
  const openssl = (...words: string[]) => run('openssl', words, { cwd: folder })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-config', 'tsa.cnf']
  await openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=Autorite de test',
    '-days',
    '30',
    '-extensions',
    'ca',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  )
  await openssl('req', ...key, '-subj', '/CN=Horodatage de test', '-keyout', 'tsa.key', '-out', 'tsa.csr')
  await openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '30',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'tsa_cert',
    '-out',
    'tsa.pem',
  )
  const state = { isAway: false }
  // One at a time: openssl keeps its serial in a file.
  let last: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    last = last.then(async () => {
      if (state.isAway) return response.writeHead(503).end()
      await writeFile(join(folder, 'query.tsq'), await bodyOf(request))
      await openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'answer.tsr')
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
      return response.end(await readFile(join(folder, 'answer.tsr')))
    })
    last.catch(() => response.writeHead(500).end())
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const rootFile = join(folder, 'ca.pem')
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/`,
    root: await readFile(rootFile, 'utf8'),
    rootFile,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
