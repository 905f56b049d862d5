import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { recepisse } from './command.ts'
import { toApplicants } from './observed.ts'

let demonstration: Demonstration
const call = demonstrationCall()

beforeAll(async () => {
  demonstration = await startDemonstration(call, await mkdtemp(join(tmpdir(), 'recepisse-commands-')), {
    service: true,
  })
  const samples = (await sampleMails(call)).filter(({ file }) => /^(02|04|05|12|18|19)/.test(file))
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  await untilSettled(demonstration.world, samples.length, 60_000, () => undefined)
}, 90_000)

afterAll(async () => {
  await demonstration[Symbol.asyncDispose]()
})

const run = (...words: string[]) => recepisse(demonstration.environment, ...words)

async function numberOf(name: string): Promise<string> {
  const applications = await demonstration.world.register.applications(call.id)
  return applications.find((one) => one.applicant.name === name)?.number ?? ''
}

describe('the commands on a running service', () => {
  it('check says what works, and sends nothing', async () => {
    const before = toApplicants(demonstration.sink).length
    const { status, said } = await run('check')
    expect(status).toBe(0)
    expect(said).toMatch(/ok {4}mailbox: INBOX: 6 mails, opened for reading only/)
    expect(said).toContain('that day is a jeudi')
    expect(said).toMatch(/ok {4}notices: \S+\+…@\S+ is taken as sender of a letter; no letter was sent/)
    expect(said).toContain('this server takes any address')
    expect(toApplicants(demonstration.sink).length).toBe(before)
  })

  it('check --received shows the hop that is taken for the border', async () => {
    expect((await run('check', '--received')).said).toMatch(
      /→ .*by mx\.cirest\.fr.*\dZ.*trusted.*the border: this/,
    )
  })

  it('list shows each sector, gaps too', async () => {
    const { said } = await run('list')
    expect(said).toContain('La logistique : 1')
    expect(said).toContain('L’agroalimentaire : 0')
    expect(said.replace(/[\u00A0\u202F]/g, ' ')).toMatch(
      /Acknowledgements that a person must send: \d+\n {2}.* notice by +letter by .*\n {2}TI22-\w{5} .* \d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d +\d\d-/,
    )
  })

  it('disclose gives everything that is kept about one application, and nothing of another', async () => {
    const number = (await demonstration.world.register.applications(call.id))[0]?.number ?? ''
    const out = join(demonstration.folder, `acces-${number}`)
    expect(await run('disclose', number.toLowerCase(), '--out', out)).toMatchObject({ status: 0 })
    const names = await readdir(out, { recursive: true })
    const of = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length
    expect([of(/\.eml$/), of(/^lettres\/.*\.txt$/), of(/^(dossier|historique)\.json$/)]).toEqual([1, 1, 2])
    const history: unknown = JSON.parse(await readFile(join(out, 'historique.json'), 'utf8'))
    expect(history).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'letter.sent' })]))
    const others = (await demonstration.world.register.applications(call.id)).slice(1)
    const all = `${JSON.stringify(history)}${await readFile(join(out, 'dossier.json'), 'utf8')}`
    expect(others.filter((one) => all.includes(one.number))).toEqual([])
    expect((await run('disclose', number, '--out', out)).status).toBe(1)
  })

  it('retention proposes, with the law’s reason, and deletes nothing', async () => {
    const { status, said } = await run('retention')
    expect(status).toBe(0)
    const rows = said.split('\r\n')
    expect(rows.length).toBe(1 + (await demonstration.world.register.applications(call.id)).length)
    expect(rows[1]).toContain(';2027-11-23;2032-11-23;à soumettre au visa des Archives départementales;')
  })

  it('outcome records a withdrawal at any time, and retention and erase follow it', async () => {
    const [first] = await demonstration.world.register.applications(call.id)
    const number = first?.number ?? ''
    const author = ['--by', 'Agent', '--reason', 'courriel du candidat']
    expect(await run('outcome', number, '--is', 'withdrawn', ...author)).toMatchObject({ status: 0 })
    expect((await run('outcome', number, '--is', 'first', ...author)).status).toBe(2)
    expect((await run('retention')).said).toContain(';retirée par le candidat;2027-11-23;;à soumettre')
    const erasing = await run('erase', number, '--selected', '--by', 'Agent', '--reason', 'visa')
    expect(erasing).toMatchObject({ status: 2 })
    expect(erasing.said).toContain('was not selected')
    expect((await run('outcome', number, '--undo', ...author)).status).toBe(0)
    expect((await run('outcome', number, '--undo', ...author)).status).toBe(1)
  })

  it('compare writes the candidates of a category, and archive a package that is whole', async () => {
    const [first] = await demonstration.world.register.applications(call.id)
    const sheet = join(demonstration.folder, 'comparaison.xlsx')
    const category = first?.sectors[0] ?? 'none'
    const compared = await run('compare', '--category', category, '--out', sheet)
    expect(compared).toMatchObject({ status: 0 })
    expect((await readFile(sheet)).subarray(0, 2).toString()).toBe('PK')
    expect((await run('compare', '--category', 'nulle', '--out', sheet)).status).toBe(2)
    const out = join(demonstration.folder, 'paquet')
    expect((await run('archive', '--out', out)).status).toBe(2)
    expect((await run('archive', '--out', out, '--agency', 'FRAD974')).status).toBe(0)
    expect((await readdir(out)).sort()).toEqual([
      'LISEZMOI.txt',
      'content',
      'empreintes.json',
      'manifest.xml',
    ])
    expect((await run('archive', '--out', out, '--agency', 'FRAD974')).status).toBe(1)
  })

  it('list --json and export --format json tell the same', async () => {
    const lines = (await run('list', '--json')).said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(JSON.parse((await run('export', '--format', 'json')).said)).toEqual(lines)
  })

  it('export --format sheets and zip are for a committee, of a category where one is named', async () => {
    expect((await run('export', '--format', 'sheets')).said.startsWith('%PDF')).toBe(true)
    const { said } = await run('export', '--format', 'zip')
    expect(said.startsWith('PK')).toBe(true)
    expect(said).toContain('SHA256SUMS')
    const one = await run('export', '--format', 'zip', '--category', 'none')
    expect(one.said.length).toBeLessThan(said.length)
    expect((await run('export', '--format', 'zip', '--category', 'nulle')).status).toBe(2)
  })

  it('export --format csv begins with the mark that a spreadsheet wants', async () => {
    const { said } = await run('export', '--format', 'csv')
    expect(said.startsWith('\uFEFFN° d’enregistrement;')).toBe(true)
    expect(said.trim().split('\r\n')).toHaveLength(5)
  })

  it('show tells an application, now and as it stood', async () => {
    const number = await numberOf('Quai Est Logistique')
    expect((await run('show', number)).said).toMatch(/presentation\s+met/)
    expect((await run('show', number, '--at', '2022-11-23T05:00:00.000Z')).said).toMatch(
      /presentation\s+missing/,
    )
    expect((await run('show', 'TI22-22222')).status).toBe(1)
  })

  it('audit balances', async () => {
    expect(await run('audit')).toMatchObject({
      status: 0,
      said: expect.stringContaining('6 mails, 6 fates, 0 unexplained'),
    })
  })

  it('digest says in French what needs a person', async () => {
    expect((await run('digest')).said).toMatch(/6\scourriels reçus, le\ssort\sde\schacun\sest\sconnu/)
  })

  it('post enters a paper application that the service then judges', async () => {
    const entered = await run(
      'post',
      '--arrived',
      '2022-11-23T09:00',
      '--postmark',
      '2022-11-22',
      '--received-by',
      'Accueil',
      '--by',
      'Secrétariat',
      '--name',
      'Papier Filant',
      '--sector',
      'Le numérique',
    )
    expect(entered.status).toBe(0)
    await untilSettled(demonstration.world, 6, 60_000, () => undefined)
    const number = await numberOf('Papier Filant')
    expect((await run('show', number)).said).toContain('by the clock « post »')
  })

  it('a second « run » on the same data says that one is running', async () => {
    const { status, said } = await run('run')
    expect(status).toBe(2)
    expect(said).toContain('another « recepisse run »')
  })
})
