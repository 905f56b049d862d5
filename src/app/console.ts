import { readFile } from 'node:fs/promises'
import * as codes from '../adapters/accounts/codes.ts'
import * as passwords from '../adapters/accounts/passwords.ts'
import { squareOf } from '../adapters/accounts/square.ts'
import { scanningDocuments, scanningOpener } from '../adapters/antivirus/scanning-reader.ts'
import { openArchive } from '../adapters/archive/open.ts'
import { systemClock } from '../adapters/clock/system.ts'
import { formFonts } from '../adapters/forms/font.ts'
import { formPdf } from '../adapters/forms/form-pdf.ts'
import { serveSite } from '../adapters/http/server.ts'
import { openVoucher } from '../adapters/oidc/voucher.ts'
import { printSheets } from '../adapters/print/application-sheets.ts'
import { printRegister } from '../adapters/print/deposit-register.ts'
import { openQueues } from '../adapters/queue/bullmq.ts'
import { keepingPages } from '../adapters/readers/kept-pages.ts'
import { composeMail } from '../adapters/smtp/compose.ts'
import { writeWorkbook } from '../adapters/spreadsheet/write-workbook.ts'
import { writeZip } from '../adapters/zip/write-zip.ts'
import { Failure } from '../base/failure.ts'
import { answering } from '../console/answering.ts'
import type { Desk } from '../console/desk.ts'
import { ROUTES } from '../console/routes.ts'
import { callsOf } from '../settings/call-file.ts'
import { archiveLocation, oidcProvider } from '../settings/secrets.ts'
import { antivirusOf, type Settings } from '../settings/settings.ts'
import { signingKey } from '../settings/signing-key.ts'
import { comparing } from './call-comparison.ts'
import { callFilesOf } from './call-files.ts'
import { lookThrough } from './glances.ts'
import type { Premises } from './premises.ts'
import { queueObserver, queuePlace, type World } from './world.ts'

/** The office works a decision in within a second; a browser that waits longer looks broken. */
const PATIENCE_MS = 3_000

/**
 * The console process: serves the staff's pages, when a port is set. It holds the key of receipts and no
 * secret of the mail servers.
 */
export async function startConsole(world: World, premises: Premises): Promise<AsyncDisposable> {
  const { settings } = world
  // What fails on the way ends what was begun.
  await using stack = new AsyncDisposableStack()
  if (settings.RECEPISSE_CONSOLE_PORT === undefined) return stack.move()
  const desk = await deskOf(world, premises, stack)
  const secure = settings.RECEPISSE_CONSOLE_URL?.startsWith('https:') === true
  const site = {
    host: settings.RECEPISSE_CONSOLE_HOST,
    port: settings.RECEPISSE_CONSOLE_PORT,
    secure,
    proxies: settings.RECEPISSE_CONSOLE_PROXY,
    routes: ROUTES,
    files: await staticFiles(),
    ...answering(desk, ROUTES, world.observe),
  }
  stack.use(await (premises.front?.serve(ownHost(settings), site) ?? serveSite(site)))
  return stack.move()
}

/** Staff of several authorities come to one port: the name under which they come says to whom. */
function ownHost({ RECEPISSE_CONSOLE_URL: url }: Settings): string {
  if (url !== undefined) return new URL(url).hostname
  throw new Failure(
    'permanent',
    'settings',
    'set RECEPISSE_CONSOLE_URL in the mailbox’s file: its staff’s pages are told from others’ by that name',
  )
}

async function deskOf(world: World, premises: Premises, stack: AsyncDisposableStack): Promise<Desk> {
  const { settings, environment, register, calls, clock, observe } = world
  const readers = premises.readers(settings, { processes: 1 })
  const antivirus = antivirusOf(settings)
  const provider = oidcProvider(settings, environment)
  const archive = await openArchive(archiveLocation(settings, environment))
  return {
    register,
    calls,
    callsNow: () => callsOf(settings),
    archive,
    lookAt: lookThrough(settings),
    opener: keepingPages(antivirus === null ? readers : scanningOpener(readers, antivirus)),
    reader: antivirus === null ? readers : scanningDocuments(readers, antivirus),
    callFiles: callFilesOf(settings),
    compareWith: comparing({ archive, register, calls }, observe),
    jobs: stack.use(openQueues(await queuePlace(world), queueObserver(observe))),
    clock,
    codeClock: systemClock(),
    signer: signingKey(settings, environment),
    proofs: { ...codes, ...passwords },
    square: squareOf,
    account: settings.IMAP_USER ?? '',
    patienceMs: PATIENCE_MS,
    ownUrl: settings.RECEPISSE_CONSOLE_URL ?? '',
    voucher: provider === null ? null : openVoucher(provider, settings.RECEPISSE_CONSOLE_URL ?? ''),
    formPdf: async (call) => formPdf(call, await formFonts()),
    composeMail,
    workbook: writeWorkbook,
    sheets: printSheets,
    zip: writeZip,
    depositRegister: printRegister,
  }
}

/** What pages load besides themselves. */
export async function staticFiles() {
  const text = (name: string) => readFile(new URL(`../console/${name}`, import.meta.url), 'utf8')
  return [
    { path: '/style.css', type: 'text/css; charset=utf-8', content: await text('style.css') },
    { path: '/comfort.js', type: 'text/javascript; charset=utf-8', content: await text('comfort.js') },
    { path: '/icon.svg', type: 'image/svg+xml', content: await text('icon.svg') },
  ]
}
