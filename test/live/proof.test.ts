import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { startTimeStampAuthority, type TimeStampAuthority } from '../rig/time-stamp-authority.ts'
import { accessibilityFaults, outlineOf, startBrowser } from './a-browser.ts'
import { recepisse } from './command.ts'
import { until } from './processes.ts'

const run = promisify(execFile)
const call = demonstrationCall()
const RECIPE = new URL('../../docs/verify-with-openssl.md', import.meta.url)

let demonstration: Demonstration
let authority: TimeStampAuthority
let number: string
let folder: string
let letter: string
let files: readonly string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recepisse-proof-'))
  authority = await startTimeStampAuthority(join(folder, 'tsa'))
  demonstration = await startDemonstration(call, await mkdtemp(join(tmpdir(), 'recepisse-proof-rig-')), {
    service: true,
    environment: { RECEPISSE_TSA_URL: authority.url },
  })
  // The authority is away while mails come: their acknowledgements leave all the same.
  authority.isAway = true
  const samples = (await sampleMails(call)).filter(({ file }) => /^(02|04|12)/.test(file))
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  await untilSettled(demonstration.world, samples.length, 60_000, () => undefined)
  authority.isAway = false
  const [taken] = demonstration.sink.letters
  if (taken === undefined) throw new Error('a letter left')
  letter = join(folder, 'accuse.eml')
  await writeFile(letter, taken.raw)
  number = /réf\.\s(\S+)/.exec((await createMailParser().parse(taken.raw)).mail.subject)?.[1] ?? ''
  files = await attachmentsOf(number)
  await writeFile(join(folder, 'cle.pem'), (await recepisse(demonstration.environment, 'key')).said)
}, 90_000)

afterAll(async () => {
  await demonstration[Symbol.asyncDispose]()
  await authority[Symbol.asyncDispose]()
})

/** What the applicant still has on their disk. */
async function attachmentsOf(of: string): Promise<readonly string[]> {
  const views = await demonstration.world.register.mails(call.id)
  const mail = views.find((view) => view.number === of)
  const sample = (await sampleMails(call)).find(({ raw }) => raw.length === mail?.bytes)
  const parsed = await createMailParser().parse(sample?.raw ?? Buffer.alloc(0))
  const paths: string[] = []
  for (const index of parsed.mail.attachments.keys()) {
    const path = join(folder, `piece-${index}`)
    await writeFile(path, parsed.content(index))
    paths.push(path)
  }
  return paths
}

const verify = (...words: string[]) => recepisse({ PATH: '/usr/bin:/bin' }, 'verify', ...words)
const key = () => join(folder, 'cle.pem')

it('an applicant checks the acknowledgement and the files, offline and without the authority’s machine', async () => {
  const right = await verify(letter, ...files, '--key', key())
  expect(right).toMatchObject({ status: 0 })
  expect(right.said).toContain(`Candidature ${number}`)
  expect(right.said).toContain('OK   La signature du reçu est celle de l’autorité.')
  expect(right.said.match(/OK {3}piece-\d+ : c’est un fichier reçu/g)?.length).toBe(files.length)

  const changed = join(folder, 'piece-modifiee')
  await writeFile(changed, Buffer.concat([await readFile(files[0] ?? ''), Buffer.from(' ')]))
  const wrong = await verify(letter, changed, '--key', key())
  expect(wrong).toMatchObject({ status: 1 })
  expect(wrong.said).toContain(
    'NON  piece-modifiee : ce fichier n’est pas dans le reçu, ou il a changé depuis.',
  )
  expect((await verify(letter)).said).toContain('Signature non vérifiée')
})

it('a stamp that was owed is caught up, and the whole proof holds with openssl alone', async () => {
  const out = join(folder, 'preuve')
  const made = await recepisse(demonstration.environment, 'proof', number, '--out', out)
  expect(made).toMatchObject({ status: 0 })
  expect(made.said).toMatch(/^\d+ entries, 1 time-stamps/)
  const proved = await verify(
    letter,
    '--key',
    key(),
    '--proof',
    join(out, 'preuve.json'),
    '--roots',
    authority.rootFile,
  )
  expect(proved).toMatchObject({ status: 0 })
  expect(proved.said).toMatch(
    /OK {3}Le reçu est inscrit au registre[\s\S]*OK {3}La tête[\s\S]*OK {3}Horodatage du/,
  )

  await writeFile(join(out, 'cle.pem'), await readFile(key()))
  await writeFile(join(out, 'chaine.pem'), authority.root)
  const recipe = await readFile(RECIPE, 'utf8')
  const commands = [...recipe.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, command]) => command ?? '')
  expect(commands.length).toBe(4)
  for (const command of commands)
    await run('sh', ['-ec', command], { cwd: out, env: { PATH: '/usr/bin:/bin', FILE: files[0] ?? '' } })
  const head = join(out, 'tete.json')
  await writeFile(head, `${await readFile(head, 'utf8')} `)
  for (const command of commands.slice(2))
    await expect(run('sh', ['-ec', command], { cwd: out, env: { PATH: '/usr/bin:/bin' } })).rejects.toThrow()
})

it('another call’s stamp, and an entry of another register, are found', async () => {
  const out = join(folder, 'preuve-2')
  await recepisse(demonstration.environment, 'proof', number, '--out', out)
  const path = join(out, 'preuve.json')
  const bundle = JSON.parse(await readFile(path, 'utf8')) as {
    head: { head: { root: string } }
    stamps: { token: string }[]
  }
  const first = JSON.parse(await readFile(join(folder, 'preuve', 'preuve.json'), 'utf8')) as typeof bundle
  await writeFile(path, JSON.stringify({ ...first, head: bundle.head, stamps: bundle.stamps }))
  const mixed = { ...bundle, stamps: first.stamps }
  if (first.head.head.root !== bundle.head.head.root) {
    await writeFile(path, JSON.stringify(mixed))
    expect((await verify(letter, '--key', key(), '--proof', path)).said).toContain('stamp-imprint')
  }
  const foreign = structuredClone(bundle)
  foreign.head.head.root = '0'.repeat(64)
  await writeFile(path, JSON.stringify(foreign))
  const said = (await verify(letter, '--key', key(), '--proof', path)).said
  expect(said).toContain('NON  L’inscription du reçu ne figure pas')
  expect(said).toContain('NON  La signature de la tête du registre ne tient pas')
})

it('the page does the same from a folder, without a network, and reads well', async () => {
  await using browser = await startBrowser()
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const out = join(folder, 'preuve')
  await page.goto(pathToFileURL(join(out, 'verifier.html')).href)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 900 })
  expect((await outlineOf(page)).overflowing).toEqual([])
  await fill(page, await readFile(join(out, 'recu-1.txt'), 'utf8'))
  await page.locator('#files').setInputFiles([...files])
  await page.locator('#proof').setInputFiles(join(out, 'preuve.json'))
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await until(async () => (await page.locator('#result li').count()) > 3)
  const lines = await page.locator('#result li').allInnerTexts()
  expect(lines.filter((line) => /non conforme|différent|impossible/.test(line))).toEqual([])
  expect(lines.filter((line) => line.includes('conforme')).length).toBe(4 + files.length)
  expect(await page.locator('.verdict').getAttribute('class')).toBe('verdict right')
  expect(await accessibilityFaults(page)).toEqual([])
  const pictures = process.env['RECEPISSE_TEST_PICTURES']
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'verifier.png'), fullPage: true })

  const receipt = await readFile(join(out, 'recu-1.txt'), 'utf8')
  const decoded = JSON.parse(Buffer.from(receipt.replaceAll(/-----.*-----/g, ''), 'base64').toString()) as {
    receipt: { receivedAt: string }
  }
  decoded.receipt.receivedAt = '2022-11-01T00:00:00.000Z'
  const forged = Buffer.from(JSON.stringify(decoded)).toString('base64')
  await fill(page, `-----BEGIN RECEPISSE-----\n${forged}\n-----END RECEPISSE-----`)
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByText('la signature ne correspond pas au contenu').waitFor()
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
})

async function fill(page: Page, receipt: string): Promise<void> {
  await page.locator('#pasted').fill(receipt)
  await page.locator('#key').fill(await readFile(key(), 'utf8'))
}

it('the page that the authority publishes needs nothing but the letter as it was saved, and the files', async () => {
  const site = join(folder, 'site')
  expect(await recepisse(demonstration.environment, 'publish', '--out', site)).toMatchObject({ status: 0 })
  await using browser = await startBrowser()
  const page = await browser.newPage()
  await page.goto(pathToFileURL(join(site, 'verifier.html')).href)
  await page.locator('#mail').setInputFiles(letter)
  await page.locator('#files').setInputFiles([...files])
  await page.getByText('Avec une preuve ou une autre clé').click()
  await page.locator('#proof').setInputFiles(join(folder, 'preuve', 'preuve.json'))
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByText('Ce reçu est authentique').waitFor()
  const lines = await page.locator('#result li').allInnerTexts()
  expect(lines.filter((line) => /\s: conforme/.test(line))).toHaveLength(4 + files.length)
  expect(lines.join()).toContain('(heure de La Réunion)')
  const saved = await readFile(join(site, 'cle.pem'), 'utf8')
  expect((await readFile(key(), 'utf8')).startsWith(saved)).toBe(true)
})

it('a call is closed after its deadline: signed, stamped, and the register holds', async () => {
  const paper = join(folder, 'registre.pdf')
  const words = ['close', '--out', paper, '--by', 'Agent A', '--reason', 'clôture de l’appel']
  await until(async () => (await recepisse(demonstration.environment, ...words)).status === 0, 60_000)
  const heads = await demonstration.world.register.heads()
  expect(heads.map(({ head }) => head.kind)).toEqual(expect.arrayContaining(['regular', 'deadline', 'close']))
  const closing = heads.find(({ head }) => head.kind === 'close')
  const pages = (await run('pdftotext', ['-layout', paper, '-'])).stdout.replaceAll(/\s/g, '')
  expect(pages).toContain(`decodedecontrôle${closing?.head.root}`)
  if (closing === undefined) throw new Error('the closing takes a head')
  expect(await demonstration.world.register.anchorsOf(closing.head)).toHaveLength(1)
  const inspected = await recepisse(demonstration.environment, 'verify', '--register')
  expect(inspected).toMatchObject({ status: 0 })
  expect(inspected.said).toMatch(/, 0 faults\n$/)
  const [morning] = heads
  const head = (root: string) => [
    'verify',
    '--register',
    '--size',
    String(morning?.head.size),
    '--root',
    root,
  ]
  const printed = morning?.head.root.slice(0, 32) ?? ''
  expect((await recepisse(demonstration.environment, ...head(printed))).status).toBe(0)
  const other = printed.startsWith('0') ? '1' : '0'
  const removed = await recepisse(demonstration.environment, ...head(other + printed.slice(1)))
  expect(removed).toMatchObject({ status: 1 })
  expect(removed.said).toContain('head-unknown')
  expect((await readdir(join(folder, 'preuve'))).length).toBeGreaterThan(8)
})
