import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { readPdf } from '../../src/adapters/readers/pdf.ts'
import { wholeText } from '../../src/documents/text/page.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, applicationWith } from '../steps/a-service.ts'
import { aSite, entered, type Site, wordsOf } from './a-site.ts'

const BUDGET = { members: 10, bytes: 1e8, stillWorking: async () => undefined, recognise: true }
const PIECE = Buffer.from('%PDF-1.4 une pièce qui n’en est pas une')
const exportsOf = (file: string) => `/exports/${sampleCall.id}/${file}`

let site: Site
let staff: Awaited<ReturnType<typeof entered>>
let number: string
beforeAll(async () => {
  site = await aSite()
  const numeric = 'Bonjour, voici la candidature de Usine Verte. Filière : le numérique.'
  const one = applicationWith('Usine Verte', 'plan d’action.pdf', 'application/pdf', PIECE)
  const mail = await site.service.take(one.replace(/Bonjour[^\n]*/, numeric), '2026-03-10T06:00:00.000Z')
  number = mail.number ?? ''
  await site.service.take(application('Usine Rouge'), '2026-03-11T06:00:00.000Z')
  const { register } = site.desk
  const found = (await register.application(mail.number!))!
  expect(found.number).toBe(number)
  await register.recordEligibility(
    found.number,
    'eligible',
    { by: 'agent@interco.example', reason: 'dans le territoire' },
    site.service.clock.now(),
  )
  staff = await entered(site, 'staff')
}, 60_000)
afterAll(() => site[Symbol.asyncDispose]())

const file = async (path: string) => new Uint8Array(await (await site.get(path, staff.cookie)).arrayBuffer())

/** Every file of a ZIP, in a folder. */
async function unpacked(zip: Uint8Array, folder: string): Promise<readonly string[]> {
  const names: string[] = []
  await new Promise<void>((resolve, reject) => {
    fromBuffer(Buffer.from(zip), { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error)
      archive.on('entry', (entry) => {
        archive.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk as Buffer)
          mkdirSync(dirname(join(folder, entry.fileName)), { recursive: true })
          writeFileSync(join(folder, entry.fileName), Buffer.concat(chunks))
          names.push(entry.fileName)
          archive.readEntry()
        })
      })
      archive.on('end', () => resolve())
      archive.on('error', reject)
      archive.readEntry()
    })
  })
  return names
}

it('the ZIP holds what was received as it came, under names that tell whose it is, and sha256sum agrees', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-dossiers-'))
  try {
    const names = await unpacked(await file(exportsOf('dossiers.zip')), folder)
    const own = names.filter((name) => name.includes(number))
    expect(own.map((name) => name.split(`${number}_`)[1]).sort()).toEqual([
      'Usine-Verte_fiche.pdf',
      'Usine-Verte_formulaire.txt',
      'Usine-Verte_plan-d-action.pdf',
    ])
    expect(names).toContain('Le-numérique/Comparaison_Le-numérique.xlsx')
    const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
    expect(said.trim().split('\n')).toHaveLength(names.length - 1)
    const piece = own.find((name) => name.endsWith('action.pdf')) ?? ''
    const sums = execFileSync('sha256sum', [piece], { cwd: folder, encoding: 'utf8' })
    const [document] = (await site.desk.register.applications(sampleCall.id))
      .flatMap(({ mails }) => mails.flatMap(({ documents }) => documents))
      .filter(({ name }) => name.startsWith('plan'))
    expect(sums).toContain(document?.sha256)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('of one category alone it holds no other; an unknown one leads back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-dossiers-'))
  try {
    const names = await unpacked(await file(`${exportsOf('dossiers.zip')}?filiere=logistique`), folder)
    expect(names.toSorted()).toEqual(['LISEZMOI.txt', 'MANIFESTE.csv', 'SHA256SUMS'])
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect((await site.get(`${exportsOf('dossiers.zip')}?filiere=rien`, staff.cookie)).status).toBe(303)
})

it('the sheet of an application is one page: who, when, what was found, fingerprints, and what was decided', async () => {
  const bytes = await file(`/candidatures/${number}/fiche.pdf`)
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (fr-FR)')
  const { pages } = (await readPdf(bytes, BUDGET)).reading
  expect(pages).toHaveLength(1)
  const text = wordsOf(wholeText(pages))
  for (const told of ['Usine Verte', number, 'contact@usineverte.example', 'plan d’action.pdf'])
    expect(text).toContain(told)
  expect(text).toMatch(/Recevable, par agent@interco\.example le .* : dans le territoire/)
  expect(text).toContain('Observations du comité')
  const all = (await readPdf(await file(exportsOf('fiches.pdf')), BUDGET)).reading
  expect(all.pages).toHaveLength(2)
})

it('the dashboard counts by category; a number leads to the same list, and who exported is in the journal', async () => {
  const page = await (await site.get('/tableau', staff.cookie)).text()
  expect(wordsOf(page)).toContain('Le numérique')
  const to =
    /href="(\/registre\?[^"]*recevabilite&#61;eligible|\/registre\?[^"]*eligible)"/.exec(page)?.[1] ?? ''
  const list = await (
    await site.get(to.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), staff.cookie)
  ).text()
  expect(wordsOf(list)).toContain('1 candidature sur 2')
  const trail = await site.desk.register.trail(100)
  expect(trail.map(({ detail }) => detail['what'])).toContain('export dossiers.zip')
})

it('a register that is not what was sealed leaves in none of them', async () => {
  const { database } = site.service
  const set = (reason: string) => database.updateTable('eligibility').set({ reason }).execute()
  await set('autre')
  try {
    for (const path of [
      exportsOf('dossiers.zip'),
      exportsOf('fiches.pdf'),
      `/candidatures/${number}/fiche.pdf`,
    ])
      expect((await site.get(path, staff.cookie)).status).toBe(409)
  } finally {
    await set('dans le territoire')
  }
})
