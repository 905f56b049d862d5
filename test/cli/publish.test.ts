import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { forbiddenExpressions } from '../../src/acknowledgement/mentions.ts'
import { PublishedHeads } from '../../src/proof/head.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'recepisse-publish-'))
const WITH_PAGE = join(ROOT, 'config/calls/exemple-val-de-louvre-2026.yaml')
const WITHOUT_PAGE = join(ROOT, 'demo/call.yaml')
const PAGE = 'https://www.valdelouvre.example/ateliers/verifier.html'

function recepisse(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...words], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      RECEPISSE_CALL: WITH_PAGE,
      RECEPISSE_DATA: join(folder, 'data'),
      ...environment,
    },
  })
  return { status, said: `${stdout}${stderr}` }
}

/** Every file of a folder by its name, in the order of names. */
function contents(out: string): Readonly<Record<string, string>> {
  const names = readdirSync(out).sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]))
}

function publishedIn(page: string): {
  keys: { id: string; pem: string; isCurrent: boolean }[]
  languages: { id: string; calls: object[] }[]
} {
  return JSON.parse(/<script type="application\/json" id="published">(.*?)<\/script>/.exec(page)?.[1] ?? '')
}

const plain = (text: string) => text.replace(/[\s\u00A0\u202F]+/g, ' ')
const out = join(folder, 'site')
let files: Readonly<Record<string, string>>
let key: { id: string; pem: string }

beforeAll(() => {
  expect(recepisse(['publish', '--out', out])).toMatchObject({ status: 0 })
  files = contents(out)
  const { said } = recepisse(['key'])
  key = { id: /^key (\S+)$/m.exec(said)?.[1] ?? '', pem: said.slice(0, said.indexOf('key ')) }
}, 60_000)

describe('what is published', () => {
  it('is a page with the key and the zone in it, the key, the heads and the call’s paragraph', () => {
    expect(Object.keys(files)).toEqual([
      'LISEZMOI.txt',
      'cle.pem',
      'paragraphe-exemple-val-de-louvre-2026.html',
      'paragraphe-exemple-val-de-louvre-2026.txt',
      'tetes.json',
      'verifier.html',
    ])
    const page = files['verifier.html'] ?? ''
    expect(page).not.toMatch(/\{\{\w+\}\}/)
    expect(page).toContain('<p class="authority">Val-de-Louvre Agglomération</p>')
    expect(page).toContain('<strong>www.valdelouvre.example</strong>')
    const published = publishedIn(page)
    expect(published.keys.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([[key.id, true]])
    const calls = [expect.objectContaining({ zone: 'Europe/Paris', zoneLabel: 'heure de Paris' })]
    expect(published.languages).toEqual([expect.objectContaining({ id: 'fr', calls })])
    expect(files['cle.pem']).toBe(key.pem)
  })

  it('has the heads as « heads --out » writes them', () => {
    const path = join(folder, 'heads.json')
    expect(recepisse(['heads', '--out', path]).status).toBe(0)
    expect(files['tetes.json']).toBe(readFileSync(path, 'utf8'))
    PublishedHeads.parse(JSON.parse(files['tetes.json'] ?? ''))
  })

  it('tells in the paragraph where to apply, whence the acknowledgement comes and how it is checked', () => {
    const text = plain(files['paragraphe-exemple-val-de-louvre-2026.txt'] ?? '')
    for (const words of [
      'Adresse de dépôt : ateliers-ouverts@valdelouvre.example',
      'au plus tard le lundi 26 octobre 2026 à 17 h 00, heure de Paris (UTC+1)',
      'Formats acceptés : pdf, odt, docx',
      'envoyé par l’adresse ateliers-ouverts@valdelouvre.example à l’adresse électronique utilisée pour l’envoi, sauf mention d’une autre adresse donnée à cette fin (article R. 112-11-3)',
      '01 99 00 00 00',
      `Page de vérification : ${PAGE}`,
      `Empreinte de la clé publique : ${key.id.match(/.{4}/g)?.join(' ')}`,
      'Les données de votre dossier sont traitées',
    ])
      expect(text).toContain(words)
    const html = files['paragraphe-exemple-val-de-louvre-2026.html'] ?? ''
    expect(html).toContain(`<a href="${PAGE}">${PAGE}</a>`)
    const inWords = plain(
      html
        .replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ')
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
    )
    expect(inWords).toContain(text.slice(text.indexOf('Tout envoi'), text.indexOf(' Page de vérification')))
  })

  it('is set as French is, within 72 columns, and judges nobody', () => {
    const text = files['paragraphe-exemple-val-de-louvre-2026.txt'] ?? ''
    expect(text.replace(/\n {2}/g, '\n')).not.toMatch(/ [:;!?»]|« |\p{L}'\p{L}|\b[LR]\.\s?\n/u)
    expect(text.split('\n').filter((line) => line.length > 72)).toEqual([])
    expect(forbiddenExpressions(text)).toEqual([])
  })

  it('can be read by a web server, unlike what else a command writes', () => {
    expect(statSync(out).mode & 0o777).toBe(0o755)
    expect(Object.keys(files).filter((name) => (statSync(join(out, name)).mode & 0o777) !== 0o644)).toEqual(
      [],
    )
  })

  it('is the same to the byte when it is written again', () => {
    expect(recepisse(['publish', '--out', out])).toMatchObject({ status: 0 })
    expect(contents(out)).toEqual(files)
  })
})

it('without a page’s address it says which file lacks it, and the paragraph sends to the service', () => {
  const site = join(folder, 'first')
  const { status, said } = recepisse(['publish', '--out', site], { RECEPISSE_CALL: WITHOUT_PAGE })
  expect(status).toBe(0)
  expect(said).toContain(`${WITHOUT_PAGE}: acknowledgement.checkingPage is missing`)
  const written = contents(site)
  const text = plain(Object.entries(written).find(([name]) => /^paragraphe.*txt$/.test(name))?.[1] ?? '')
  expect(text).toContain('la page de vérification sont à demander au service chargé du dossier')
  expect(text).not.toMatch(/https:|Page de vérification :/)
  expect(written['verifier.html']).not.toContain('barre d’adresse')
  expect(recepisse(['publish', '--out', out]).said).not.toContain('checkingPage')
})

it('keys that signed before stay on the page, and their files beside it', () => {
  const data = { RECEPISSE_CALL: WITHOUT_PAGE, RECEPISSE_DATA: join(folder, 'rotated') }
  const site = join(folder, 'rotated-site')
  expect(recepisse(['publish', '--out', site], data).status).toBe(0)
  const [before] = publishedIn(contents(site)['verifier.html'] ?? '').keys
  const closed = ['close', '--by', 'Agent A', '--reason', 'essai', '--out', join(folder, 'r.pdf')]
  expect(recepisse(closed, data)).toMatchObject({ status: 0 })
  const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect(recepisse(['publish', '--out', site], { ...data, RECEPISSE_SIGNING_KEY: fresh }).status).toBe(0)
  const written = contents(site)
  const { keys } = publishedIn(written['verifier.html'] ?? '')
  expect(keys.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  expect(keys[1]?.id).toBe(before?.id)
  expect(written[`cle-${before?.id}.pem`]?.trim()).toBe(before?.pem.trim())
  expect(written['cle.pem']?.trim()).toBe(keys[0]?.pem.trim())
  expect(written['verifier.html']).toContain(`href="cle-${before?.id}.pem"`)
}, 120_000)

describe('what is refused', () => {
  it('a folder that holds what is not of a publication, left as it was', () => {
    const site = mkdtempSync(join(tmpdir(), 'recepisse-publish-'))
    writeFileSync(join(site, 'index.html'), 'mine')
    const { status, said } = recepisse(['publish', '--out', site])
    expect([status, said]).toEqual([
      1,
      expect.stringContaining('holds index.html, which is not of a publication'),
    ])
    expect(contents(site)).toEqual({ 'index.html': 'mine' })
  })

  const both = { RECEPISSE_CALL: `${WITH_PAGE},${WITHOUT_PAGE}` }
  it('one page for two authorities; one of them can be named', () => {
    const site = join(folder, 'two')
    const { status, said } = recepisse(['publish', '--out', site], both)
    expect([status, said]).toEqual([
      2,
      expect.stringContaining('of several authorities (Val-de-Louvre Agglomération, '),
    ])
    const named = ['publish', '--out', site, '--call', 'exemple-val-de-louvre-2026']
    expect(recepisse(named, both).status).toBe(0)
    expect(publishedIn(contents(site)['verifier.html'] ?? '').languages[0]?.calls).toHaveLength(1)
  })

  it('a call that is not in use, and no folder', () => {
    const { status, said } = recepisse(['publish', '--out', join(folder, 'none'), '--call', 'autre'])
    expect([status, said]).toEqual([2, expect.stringContaining('there is no call « autre » in use')])
    expect(recepisse(['publish'])).toMatchObject({
      status: 2,
      said: expect.stringContaining('say where with --out'),
    })
  })
})

it('names what an earlier time left and this one did not write', () => {
  const site = join(folder, 'renamed')
  expect(recepisse(['publish', '--out', site], { RECEPISSE_CALL: WITHOUT_PAGE }).status).toBe(0)
  const { said } = recepisse(['publish', '--out', site])
  expect(said).toMatch(/not written anew: paragraphe-\S+\.html, paragraphe-\S+\.txt/)
})
