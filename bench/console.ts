/**
 * npm run bench:console [-- 50000]: the staff's pages over HTTP with a register of 5 000 applications, or as
 * many as said (issue: lists and searches under 100 ms, p95; the morning page under 150).
 * Rows are written as the pipeline leaves them; the server, its sessions and its pages are the product's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demonstrationCall } from '../demo/demonstration.ts'
import { freePort } from '../demo/ports.ts'
import * as codes from '../src/adapters/accounts/codes.ts'
import * as passwords from '../src/adapters/accounts/passwords.ts'
import { squareOf } from '../src/adapters/accounts/square.ts'
import { createMemoryArchive } from '../src/adapters/archive/memory.ts'
import { systemClock } from '../src/adapters/clock/system.ts'
import { serveSite } from '../src/adapters/http/server.ts'
import { printSheets } from '../src/adapters/print/application-sheets.ts'
import { printRegister } from '../src/adapters/print/deposit-register.ts'
import { composeMail } from '../src/adapters/smtp/compose.ts'
import { writeWorkbook } from '../src/adapters/spreadsheet/write-workbook.ts'
import { openDatabase } from '../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../src/adapters/sql/register.ts'
import { writeZip } from '../src/adapters/zip/write-zip.ts'
import { answering } from '../src/console/answering.ts'
import type { Desk } from '../src/console/desk.ts'
import { SESSION_COOKIE } from '../src/console/route.ts'
import { ROUTES } from '../src/console/routes.ts'
import { signingKey } from '../src/settings/signing-key.ts'
import { acceptInvitation, invite } from '../src/steps/sign-in.ts'
import { summarise } from '../src/steps/summarise.ts'
import { fillRegister } from './full-register.ts'

const APPLICATIONS = Number(process.argv[2] ?? 5_000)
const ROUNDS = 40
const PASSWORD = 'une phrase assez longue'
const PAGES = [
  '/',
  '/registre',
  '/registre?page=50',
  '/registre?filiere=numerique',
  '/registre?delai=contested',
  '/registre?texte=structure+4242',
  '/registre?texte=structure',
  '/registre?texte=0262+00+42+42',
  '/registre?texte=emot+complet+structure',
  '/registre?tri=name',
  '/registre?tri=sector&page=100',
  '/registre?accuse=attend',
  '/registre?recevabilite=undecided',
  '/tableau',
] as const
/** Once each: the whole register, not a page of it. */
const EXPORTS = ['csv', 'json', 'xlsx', 'pdf'] as const

const folder = mkdtempSync(join(tmpdir(), 'recepisse-bench-console-'))
const call = demonstrationCall()
const clock = systemClock()
await using database = await openDatabase({ kind: 'sqlite', path: join(folder, 'register.db') })
await fillRegister(database, call, APPLICATIONS)
const register = createSqlRegister(database)
const port = await freePort()
const desk: Desk = {
  register,
  calls: [call],
  callsNow: () => [call],
  archive: createMemoryArchive(),
  lookAt: async () => ({ kind: 'elsewhere' }),
  opener: {
    parse: async () => {
      throw new Error('the bench opens no mail')
    },
    document: async () => null,
    attachment: async () => null,
    paint: async () => null,
  },
  reader: { read: async () => [] },
  callFiles: {
    held: () => null,
    placeOf: () => ({ path: '', taken: true }),
    put: async () => undefined,
  },
  compareWith: () => ({ state: 'done', done: 0, of: 0, changes: [] }),
  jobs: { add: async () => undefined },
  clock,
  codeClock: clock,
  signer: signingKey({ RECEPISSE_DATA: folder }, {}),
  proofs: { ...codes, ...passwords },
  square: squareOf,
  account: 'a',
  patienceMs: 0,
  ownUrl: '',
  voucher: null,
  formPdf: async () => new Uint8Array(),
  composeMail,
  workbook: writeWorkbook,
  sheets: printSheets,
  zip: writeZip,
  depositRegister: printRegister,
}
await using _server = await serveSite({
  host: '127.0.0.1',
  port,
  secure: false,
  proxies: [],
  routes: ROUTES,
  files: [],
  ...answering(desk, ROUTES, () => undefined),
})
const cookie = await signIn()
process.stdout.write(
  `| page, ${APPLICATIONS} applications | p50 ms | p95 ms | processor ms |\n|---|---|---|---|\n`,
)
for (const page of PAGES) {
  const times: number[] = []
  const used = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    const answer = await fetch(`http://127.0.0.1:${port}${page}`, { headers: { cookie }, redirect: 'manual' })
    const text = await answer.text()
    times.push(performance.now() - startedAt)
    if (answer.status !== 200 || !text.includes('</html>'))
      throw new Error(`${page} answers ${answer.status}`)
  }
  times.sort((left, right) => left - right)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1)
  // With what asks for it: on a busy machine the only figure that is the program's own.
  const { user, system } = process.cpuUsage(used)
  const own = ((user + system) / 1000 / ROUNDS).toFixed(1)
  process.stdout.write(`| ${page} | ${at(0.5)} | ${at(0.95)} | ${own} |\n`)
}
process.stdout.write(`\n| the whole register | ms | memory MB |\n|---|---|---|\n`)
for (const format of EXPORTS)
  await once(`export as ${format}`, async () => {
    const path = `/exports/${call.id}/registre.${format}`
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    await answer.arrayBuffer()
  })
await once('digest with its workbook', () =>
  summarise({ ...desk, observe: () => undefined, account: 'a' }, call, 'bench'),
)
rmSync(folder, { recursive: true })

async function once(what: string, work: () => Promise<void>): Promise<void> {
  const startedAt = performance.now()
  await work()
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  process.stdout.write(`| ${what} | ${Math.round(performance.now() - startedAt)} | ${memory} |\n`)
}

async function signIn(): Promise<string> {
  const email = 'agent@collectivite.example'
  const secret = codes.newCodeSecret()
  const { TOTP } = await import('otpauth')
  const code = (ms: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + ms })
  await acceptInvitation(desk, await invite(desk, email, 'staff'), {
    password: PASSWORD,
    secret,
    code: code(-30_000),
  })
  const answer = await fetch(`http://127.0.0.1:${port}/connexion`, {
    method: 'POST',
    body: new URLSearchParams({ adresse: email, motdepasse: PASSWORD, code: code(0) }),
    redirect: 'manual',
  })
  const found = answer.headers.getSetCookie().find((one) => one.startsWith(SESSION_COOKIE))
  if (found === undefined) throw new Error(`sign-in answers ${answer.status}`)
  return found.split(';')[0] ?? ''
}
