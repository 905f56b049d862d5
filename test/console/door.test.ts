import { connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PATIENCE } from '../../src/adapters/http/patience.ts'
import { later } from '../../src/base/instant.ts'
import { seeOther } from '../../src/console/route.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { aSite, codeAt, entered, PASSWORD, type Site } from './a-site.ts'

const HURRIED = { ...PATIENCE, headMs: 200, formMs: 200, filesMs: 400 }
const TRIES_A_MINUTE = 20

/** Wrong words at the door, each said to come from somewhere else. */
async function statusesOf(site: Site, tries: number): Promise<readonly number[]> {
  const statuses: number[] = []
  for (let rank = 0; rank < tries; rank += 1) {
    const response = await fetch(`${site.url}/connexion`, {
      method: 'POST',
      headers: { 'x-forwarded-for': `198.51.100.${rank}` },
      body: new URLSearchParams({ adresse: 'x@y.example', motdepasse: 'faux', code: '000000' }),
    })
    statuses.push(response.status)
  }
  return statuses
}

it('a forged X-Forwarded-For counts for nothing where no proxy stands, or another one', async () => {
  for (const proxies of [[], ['192.0.2.0/24']]) {
    await using site = await aSite(null, {}, { proxies })
    expect((await statusesOf(site, TRIES_A_MINUTE + 1)).at(-1)).toBe(429)
  }
})

it('behind a proxy that is named each visitor has tries of their own', async () => {
  await using site = await aSite(null, {}, { proxies: ['127.0.0.0/8'] })
  expect(await statusesOf(site, TRIES_A_MINUTE + 1)).not.toContain(429)
})

it('the proxy is an address or a network; nothing else is taken for one', () => {
  const proxies = (RECEPISSE_CONSOLE_PROXY: string) =>
    readSettings({ RECEPISSE_CONSOLE_PROXY }).RECEPISSE_CONSOLE_PROXY
  expect(readSettings({}).RECEPISSE_CONSOLE_PROXY).toEqual(['127.0.0.1'])
  expect(proxies('10.0.0.0/24, ::1')).toEqual(['10.0.0.0/24', '::1'])
  expect(proxies('none')).toEqual([])
  for (const wrong of ['proxy.interne', '10.0.0.0/33', 'true', '1'])
    expect(() => proxies(wrong), wrong).toThrow(/RECEPISSE_CONSOLE_PROXY/)
})

function halfSent(site: Site, text: string): Socket {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
  socket.on('error', () => undefined).resume()
  socket.write(text)
  return socket
}

/** Until the other side has ended it, in whatever manner. */
function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

const HALF_A_FORM =
  'POST /connexion HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nadresse='
const HALF_A_FILE =
  'POST /papier HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500\r\n\r\n--b\r\n'

it.each([
  ['nothing', ''],
  ['half a head', 'GET /connexion HTTP/1.1\r\nHost: a\r\n'],
  ['half a form', HALF_A_FORM],
  ['half a file', HALF_A_FILE],
])('who sends %s and waits is shut out', async (_name, text) => {
  await using site = await aSite(null, {}, { patience: HURRIED })
  const socket = halfSent(site, text)
  await ended(socket)
  expect((await site.get('/connexion')).status).toBe(200)
})

it('no more than so many connections are held at once', async () => {
  await using site = await aSite(null, {}, { patience: { ...PATIENCE, connections: 3 } })
  const all = [1, 2, 3, 4].map(() => halfSent(site, 'GET / HTTP/1.1\r\n'))
  await Promise.race(all.map(ended))
  expect(all.filter(({ closed }) => closed).length).toBe(1)
  for (const socket of all) socket.destroy()
})

it('files are held for whoever may send them, with a form of ours; for nobody else', async () => {
  const held: number[] = []
  const answer = async (_route: unknown, { uploads }: { readonly uploads: readonly unknown[] }) => {
    held.push(uploads.length)
    return seeOther('/')
  }
  await using site = await aSite()
  const reader = await entered(site, 'reader')
  const staff = await entered(site, 'staff')
  await using recording = await aSite(null, { register: site.desk.register }, { answer })
  const send = (path: string, jeton: string, cookie: string) => {
    const body = new FormData()
    body.append('jeton', jeton)
    body.append('pages', new Blob(['x'.repeat(100_000)]), 'page.pdf')
    return fetch(`${recording.url}${path}`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
  }
  await send('/papier', staff.jeton, staff.cookie)
  await send('/papier', 'un autre', staff.cookie)
  await send('/papier', reader.jeton, reader.cookie)
  await send('/papier', '', '')
  await send('/deconnexion', staff.jeton, staff.cookie)
  expect(held).toEqual([1, 0, 0, 0, 0])
})

it('a form without files is bounded, also for staff', async () => {
  await using site = await aSite()
  const { cookie, jeton } = await entered(site, 'staff')
  const response = await site.post('/papier', { jeton, recupar: 'x'.repeat(2_000_000) }, cookie)
  expect(response.status).toBe(413)
})

const OUTSIDE = [
  '//ailleurs.example',
  '/\t/ailleurs.example/x',
  '/\n/ailleurs.example',
  '\t//ailleurs.example',
  '/\\ailleurs.example',
  '\\\\ailleurs.example',
  '/..//ailleurs.example',
  '/.//ailleurs.example',
  'https://ailleurs.example/',
  'javascript:alert(1)',
  '/\u0000/ailleurs.example',
  'registre',
]
const INSIDE = [
  '/',
  '/registre?etat=tenu&page=2',
  '/candidatures/TI22-00001',
  '/registre?q=caf%C3%A9',
  '/a/%09/b',
]

it('after signing in one is here, whatever the address asked for', async () => {
  await using site = await aSite(null, {}, { proxies: ['127.0.0.1'] })
  const secret = await site.account('agent@interco.example', 'staff')
  let minutes = 0
  async function ledTo(suite: string): Promise<string> {
    site.service.clock.at = later(site.service.clock.at, 60_000)
    minutes += 1
    const code = codeAt(secret, site.service.clock.at)
    const form = { adresse: 'agent@interco.example', motdepasse: PASSWORD, code, suite }
    // A visitor of their own each time: the door counts tries.
    const headers = { 'x-forwarded-for': `198.51.100.${minutes}` }
    const body = new URLSearchParams(form)
    const response = await fetch(`${site.url}/connexion`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
    return response.headers.get('location') ?? ''
  }
  for (const suite of OUTSIDE) expect(await ledTo(suite), JSON.stringify(suite)).toBe('/')
  for (const suite of INSIDE) expect(await ledTo(suite)).toBe(suite)
  const path = fc.array(
    fc.constantFrom('/', '\\', '\t', '.', '..', 'ailleurs.example', ':', '@', '%09', 'é', '?'),
  )
  await fc.assert(
    fc.asyncProperty(path, async (parts) => {
      const led = await ledTo(`/${parts.join('')}`)
      expect(new URL(led, site.url).origin).toBe(site.url)
    }),
    { numRuns: 40 },
  )
})
