import { TOTP } from 'otpauth'
import { freePort } from '../../demo/ports.ts'
import * as codes from '../../src/adapters/accounts/codes.ts'
import * as passwords from '../../src/adapters/accounts/passwords.ts'
import { squareOf } from '../../src/adapters/accounts/square.ts'
import { formFonts } from '../../src/adapters/forms/font.ts'
import { formPdf } from '../../src/adapters/forms/form-pdf.ts'
import { type HttpSite, serveSite } from '../../src/adapters/http/server.ts'
import { printSheets } from '../../src/adapters/print/application-sheets.ts'
import { printRegister } from '../../src/adapters/print/deposit-register.ts'
import { composeMail } from '../../src/adapters/smtp/compose.ts'
import { writeWorkbook } from '../../src/adapters/spreadsheet/write-workbook.ts'
import { writeZip } from '../../src/adapters/zip/write-zip.ts'
import { comparing } from '../../src/app/call-comparison.ts'
import { staticFiles } from '../../src/app/console.ts'
import { Failure } from '../../src/base/failure.ts'
import { answering } from '../../src/console/answering.ts'
import type { Desk, Voucher } from '../../src/console/desk.ts'
import { SESSION_COOKIE } from '../../src/console/route.ts'
import { ROUTES } from '../../src/console/routes.ts'
import type { Role } from '../../src/register/accounts.ts'
import type { CallFiles } from '../../src/steps/adopt-call.ts'
import { acceptInvitation, invite } from '../../src/steps/sign-in.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aService, type SmallService } from '../steps/a-service.ts'

export const PASSWORD = 'une phrase assez longue'

/** The console over a small service, on a port of its own; no browser: what goes over the wire. */
export interface Site extends AsyncDisposable {
  readonly url: string
  readonly service: SmallService
  readonly desk: Desk
  /** An account that has taken up its invitation; its authenticator's secret. */
  account(email: string, role: Role): Promise<string>
  get(path: string, cookie?: string): Promise<Response>
  post(path: string, form: Readonly<Record<string, string>>, cookie?: string): Promise<Response>
  /** The session's cookie, or '' when it was refused. */
  signIn(email: string, password: string, code: string): Promise<string>
}

/** A service whose files are elsewhere. */
const NO_FILES: CallFiles = {
  held: () => null,
  placeOf: (id) => ({ path: `/calls/${id}.yaml`, taken: true }),
  put: async () => {
    throw new Failure('permanent', 'call-file-unwritable', 'there is no folder')
  },
}

export async function aSite(
  voucher: ((url: string) => Voucher) | null = null,
  over: Partial<Desk> = {},
  serving: Partial<Pick<HttpSite, 'proxies' | 'patience' | 'answer'>> = {},
): Promise<Site> {
  const service = await aService(over.calls?.[0])
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const desk: Desk = {
    register: service.register,
    calls: [sampleCall],
    callsNow: () => [sampleCall],
    archive: service.archive,
    lookAt: async () => ({ kind: 'elsewhere' }),
    opener: service.reader,
    reader: service.reader,
    callFiles: NO_FILES,
    compareWith: comparing(
      { archive: service.archive, register: service.register, calls: over.calls ?? [sampleCall] },
      () => undefined,
    ),
    jobs: { add: async () => undefined },
    clock: service.clock,
    codeClock: service.clock,
    signer: service.signer,
    proofs: { ...codes, ...passwords },
    square: squareOf,
    account: 'a',
    patienceMs: 0,
    ownUrl: url,
    voucher: voucher === null ? null : voucher(url),
    formPdf: async (call) => formPdf(call, await formFonts()),
    composeMail,
    workbook: writeWorkbook,
    sheets: printSheets,
    zip: writeZip,
    depositRegister: printRegister,
    ...over,
  }
  const server = await serveSite({
    host: '127.0.0.1',
    port,
    secure: false,
    proxies: [],
    routes: ROUTES,
    files: await staticFiles(),
    ...answering(desk, ROUTES, () => undefined),
    ...serving,
  })
  const get = (path: string, cookie = '') =>
    fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' })
  const post = (path: string, form: Readonly<Record<string, string>>, cookie = '') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
  return {
    url,
    service,
    desk,
    get,
    post,
    async account(email, role) {
      const token = await invite(desk, email, role)
      const secret = codes.newCodeSecret()
      await acceptInvitation(desk, token, {
        password: PASSWORD,
        secret,
        code: codeAt(secret, service.clock.at),
      })
      return secret
    },
    async signIn(adresse, motdepasse, code) {
      const response = await post('/connexion', { adresse, motdepasse, code })
      return (
        response.headers
          .getSetCookie()
          .find((one) => one.startsWith(SESSION_COOKIE))
          ?.split(';')[0] ?? ''
      )
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await service[Symbol.asyncDispose]()
    },
  }
}

export function codeAt(secret: string, at: string): string {
  return new TOTP({ secret }).generate({ timestamp: Date.parse(at) })
}

/** Somebody of that role, signed in: the session's cookie and the token of its forms. */
export async function entered(site: Site, role: 'reader' | 'staff' | 'administrator') {
  const secret = await site.account(`${role}@interco.example`, role)
  const cookie = await site.signIn(`${role}@interco.example`, PASSWORD, codeAt(secret, site.service.clock.at))
  const page = await (await site.get('/', cookie)).text()
  return { cookie, jeton: /name="jeton" value="([^"]+)"/.exec(page)?.[1] ?? '' }
}

/** What a page shows, in plain spaces. */
export function wordsOf(page: string): string {
  return page
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
}
