/**
 * npm run bench:console: the staff's pages over HTTP with a register of 5 000 applications (issue: under 100 ms, p95).
 * Rows are written as the pipeline leaves them; the server, its sessions and its pages are the product's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as codes from '../src/adapters/accounts/codes.ts'
import * as passwords from '../src/adapters/accounts/passwords.ts'
import { squareOf } from '../src/adapters/accounts/square.ts'
import { createMemoryArchive } from '../src/adapters/archive/memory.ts'
import { systemClock } from '../src/adapters/clock/system.ts'
import { serveSite } from '../src/adapters/http/server.ts'
import { createMailParser } from '../src/adapters/mime/parse.ts'
import { printRegister } from '../src/adapters/print/deposit-register.ts'
import { freePort } from '../src/adapters/rig/ports.ts'
import { composeMail } from '../src/adapters/smtp/compose.ts'
import { writeWorkbook } from '../src/adapters/spreadsheet/write-workbook.ts'
import { openDatabase } from '../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../src/adapters/sql/register.ts'
import { demonstrationCall } from '../src/app/demonstration.ts'
import { answering } from '../src/console/answering.ts'
import type { Desk } from '../src/console/desk.ts'
import { SESSION_COOKIE } from '../src/console/route.ts'
import { ROUTES } from '../src/console/routes.ts'
import { signingKey } from '../src/settings/signing-key.ts'
import { acceptInvitation, invite } from '../src/steps/sign-in.ts'

const APPLICATIONS = 5_000
const ROUNDS = 40
const PASSWORD = 'une phrase assez longue'
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const PAGES = [
  '/',
  '/registre',
  '/registre?page=50',
  '/registre?filiere=numerique',
  '/registre?delai=contested',
  '/registre?texte=structure+4242',
  '/registre?attente=oui',
] as const

const folder = mkdtempSync(join(tmpdir(), 'recepisse-bench-console-'))
const call = demonstrationCall()
const clock = systemClock()
await using database = await openDatabase({ kind: 'sqlite', path: join(folder, 'register.db') })
await fill()
const register = createSqlRegister(database)
const port = await freePort()
const desk: Desk = {
  register,
  calls: [call],
  callsNow: () => [call],
  archive: createMemoryArchive(),
  parser: createMailParser(),
  reader: { read: async () => [] },
  painter: { paint: async () => null },
  jobs: { add: async () => undefined },
  clock,
  codeClock: clock,
  signer: signingKey({ RECEPISSE_DATA: folder }, {}),
  proofs: { ...codes, ...passwords },
  square: squareOf,
  account: 'a',
  voucher: null,
  composeMail,
  workbook: writeWorkbook,
  depositRegister: printRegister,
}
await using _server = await serveSite({
  host: '127.0.0.1',
  port,
  secure: false,
  routes: ROUTES,
  files: [],
  ...answering(desk, () => undefined),
})
const cookie = await signIn()
process.stdout.write(`| page, ${APPLICATIONS} applications | p50 ms | p95 ms |\n|---|---|---|\n`)
for (const page of PAGES) {
  const times: number[] = []
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
  process.stdout.write(`| ${page} | ${at(0.5)} | ${at(0.95)} |\n`)
}
rmSync(folder, { recursive: true })

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

/** Applications, their mails and lines; every twentieth waits for a person. */
async function fill(): Promise<void> {
  await database.transaction().execute(async (tx) => {
    for (let index = 0; index < APPLICATIONS; index += 1) {
      const number = numberOf(index)
      const fingerprint = String(index).padStart(64, '0')
      const at = new Date(Date.UTC(2022, 10, 1) + index * 300_000).toISOString()
      const receipt = { receivedAt: at, source: 'boundary', clocks: [], doubts: [] }
      await tx
        .insertInto('mail')
        .values({
          fingerprint,
          call_id: call.id,
          bytes: 200_000,
          internal_date: at,
          observed_at: at,
          progress: 'settled',
          attempts: 0,
          kept: 1,
          fate: 'application',
          number,
          received_at: at,
          receipt: JSON.stringify(receipt),
          updated_at: at,
        })
        .execute()
      await tx
        .insertInto('application')
        .values({ number, call_id: call.id, opened_by: fingerprint, opened_at: at, merged_into: null })
        .execute()
      await tx
        .insertInto('submission')
        .values({ fingerprint, number, received_at: at, ground: 'first', may_belong_to: '[]' })
        .execute()
      const decision = { send: false, held: true, reason: '05-auto-submitted' }
      if (index % 20 === 0)
        await tx
          .insertInto('decision')
          .values({ fingerprint, body: JSON.stringify(decision), held: 1, to_address: null, decided_at: at })
          .execute()
      await tx
        .insertInto('line')
        .values({
          number,
          call_id: call.id,
          name: `Structure ${index}`,
          sectors: JSON.stringify([call.sectors[index % call.sectors.length]?.id]),
          words: `${number.toLowerCase()} structure ${index}`,
          received_at: at,
          timeliness: index % 50 === 0 ? 'contested' : 'on_time',
          completeness: index % 3 === 0 ? 'incomplete' : 'complete',
          mails: 1,
        })
        .execute()
    }
  })
}

function numberOf(index: number): string {
  let rest = index
  const letters = Array.from({ length: 5 }, () => {
    const letter = LETTERS.charAt(rest % LETTERS.length)
    rest = Math.floor(rest / LETTERS.length)
    return letter
  })
  return `TI22-${letters.join('')}`
}
