import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demonstration, demonstrationCall, untilSettled } from '../../demo/demonstration.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { accessibilityFaults, startBrowser, WIDTHS } from './a-browser.ts'
import { aConsole, type RunningConsole, until } from './a-console.ts'
import { recepisse } from './command.ts'
import { fingerprintOf } from './observed.ts'
import { until as holds } from './processes.ts'

/** To look at them, and for the guide: npm test writes none. */
const PICTURES = process.env['RECEPISSE_TEST_PICTURES']
/** Words that stand in the mails below and in nothing of ours. */
const SUBJECT = 'Climatisation zzqxwy'
const SENDER = 'secretariat.kjhgf@froid-inconnu.example'
const RECEIVED = '2022-11-23T08:12:31.000Z'

let browser: Browser
let running: RunningConsole
let page: Page
/** With a PDF; its bytes differ each time it is made. */
let withPdf: Buffer

beforeAll(async () => {
  browser = await startBrowser()
  running = await aConsole(demonstrationCall(), await mkdtemp(join(tmpdir(), 'recepisse-aside-')))
  const { dovecot, world } = running.demonstration
  withPdf = await withFile()
  for (const raw of [withPdf, withoutFile()]) await dovecot.deliver(raw, RECEIVED as never)
  await untilSettled(world, 2, 60_000, () => undefined)
  page = await running.enter(browser, 'staff')
}, 120_000)

afterAll(async () => {
  await browser.close()
  await running[Symbol.asyncDispose]()
})

function headOf(subject: string): string {
  return [
    `Return-Path: <${SENDER}>`,
    'Received: from mail.froid-inconnu.example (mail.froid-inconnu.example [203.0.113.9])',
    '\tby mx.cirest.fr (Postfix) with ESMTPS id 4NHx99',
    '\tfor <dayal@cirest.fr>; Wed, 23 Nov 2022 08:12:31 +0000',
    `From: "Secr\u202Etariat" <${SENDER}>`,
    'To: dayal@cirest.fr',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replace(/\W/g, '')}@froid-inconnu.example>`,
    'Date: Wed, 23 Nov 2022 08:12:20 +0000',
    'MIME-Version: 1.0',
    '',
  ].join('\r\n')
}

async function withFile(): Promise<Buffer> {
  const pdf = Buffer.from(await aPdf(['Entretien annuel de la climatisation des bureaux, tarif 2023.']))
  const coded = pdf.toString('base64').replace(/(.{76})/g, '$1\r\n')
  const text = 'Content-Type: text/plain; charset=utf-8\r\n\r\nBonjour, voici notre tarif.\r\n'
  const file = `Content-Type: application/pdf; name="=?utf-8?Q?tarif_zzqxwy_d=27=C3=A9t=C3=A9.pdf?="
Content-Disposition: attachment; filename*=utf-8''tarif%20zzqxwy%20d%27%C3%A9t%C3%A9.pdf
Content-Transfer-Encoding: base64

`.replaceAll('\n', '\r\n')
  return Buffer.from(
    `${headOf(SUBJECT)}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n${text}--x\r\n${file}${coded}\r\n--x--\r\n`,
  )
}

function withoutFile(): Buffer {
  return Buffer.from(`${headOf('Menu de la cantine')}Content-Type: text/plain\r\n\r\nLundi, du poisson.\r\n`)
}

const main = async () => (await page.locator('main').innerText()).replace(/[\u00A0\u202F]/g, ' ')

async function picture(name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}

/** At the width of a telephone and of a desk. */
async function expectReadable(): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    expect(await accessibilityFaults(page)).toEqual([])
  }
}

/** What a mail program of hers would show as read. */
async function flagsIn({ dovecot }: Demonstration): Promise<readonly string[]> {
  const { port, user, password: pass } = dovecot
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: { user, pass }, logger: false })
  await client.connect()
  try {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const all = await client.fetchAll('1:*', { flags: true })
    return all.flatMap(({ flags }) => [...(flags ?? [])]).filter((flag) => flag !== '\\Recent')
  } finally {
    await client.logout()
  }
}

/** Files of the service that hold one of the words. */
async function filesWith({ folder }: Demonstration, words: readonly string[]): Promise<readonly string[]> {
  const files = [join(folder, 'service.log')]
  for (const entry of await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  const found: string[] = []
  for (const file of files) {
    const content = await readFile(file)
    if (words.some((word) => content.includes(word))) found.push(file)
  }
  return found
}

it('lists what was put aside, those with attachments first, and the morning page says so', async () => {
  await page.goto(`${running.url}/`)
  expect(await main()).toContain('1 courriel écarté a des pièces jointes')
  await page.getByRole('link', { name: '1 courriel écarté a des pièces jointes' }).click()
  await page.getByRole('heading', { name: 'Écartés' }).waitFor()
  const rows = await page.locator('tbody tr').allInnerTexts()
  expect(rows.map((row) => row.replace(/[\u00A0\u202F]/g, ' '))).toEqual([
    expect.stringMatching(/^23\/11\/2022 à 12 h 12\s+1 PDF\s+\d+ Ko\s+à regarder$/),
    expect.stringMatching(/aucune/),
  ])
  await expectReadable()
  await picture('ecartes')
})

it('shows head and structure live, marks nothing and keeps nothing', async () => {
  await page.locator('tbody a').first().click()
  const said = await main()
  for (const word of [SUBJECT, SENDER, "tarif zzqxwy d'été.pdf", 'Texte du courriel'])
    expect(said).toContain(word)
  expect(said).not.toContain('\u202E')
  await expectReadable()
  await picture('courriel-ecarte')
  const answer = await page.request.get(page.url())
  expect(answer.headers()['cache-control']).toBe('no-store')
  expect(await flagsIn(running.demonstration)).toEqual([])
  const words = ['zzqxwy', 'kjhgf', 'froid-inconnu', 'cantine']
  expect(await filesWith(running.demonstration, words)).toEqual([])
  await page.goto(`${running.url}/`)
  expect(await main()).not.toContain('a des pièces jointes')
  const trail = await running.demonstration.world.register.trail(10)
  expect(trail[0]).toMatchObject({ type: 'record.read', detail: { what: 'courriel écarté' } })
})

it('a mail that left the mailbox is said to be gone; the list stays', async () => {
  const mail = fingerprintOf(withoutFile())
  const { port, user, password: pass } = running.demonstration.dovecot
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: { user, pass }, logger: false })
  await client.connect()
  await client.mailboxOpen('INBOX')
  await client.messageDelete({ subject: 'cantine' })
  await client.logout()
  await page.goto(`${running.url}/ecartes/${mail}`)
  expect(await main()).toContain('n’est plus dans les dossiers surveillés')
  await expectReadable()
})

it('takes a mail in: an application with its true time, and an acknowledgement', async () => {
  const { world, sink, environment } = running.demonstration
  const fingerprint = fingerprintOf(withPdf)
  await page.goto(`${running.url}/ecartes/${fingerprint}`)
  await page.getByLabel('Motif').first().fill('candidature d’un porteur de projet, confirmée par téléphone')
  await page.getByRole('button', { name: 'Prendre en compte' }).click()
  await page.getByText('Votre décision est enregistrée').waitFor()
  await until(page, async () => (await main()).includes('Tout ce qui s’est passé'))
  await page.getByText('Tout ce qui s’est passé').click()
  expect(await main()).toContain('Courriel écarté, pris en compte par un agent')
  await holds(async () => sink.letters.some(({ to }) => to.includes(SENDER)))
  const [application] = await world.register.summaries(world.calls[0].id)
  expect(application).toMatchObject({ receivedAt: RECEIVED, receipt: { source: 'boundary' } })
  expect(await flagsIn(running.demonstration)).toEqual([])
  expect((await recepisse(environment, 'audit')).said).toContain('1 mails, 1 fates, 0 unexplained')
  expect((await recepisse(environment, 'replay', '--register')).said).toBe('0 mails would change\n')
})
