import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { QUESTION_LIKE } from '../src/knowledge/question-like.ts'
import { comparable } from '../src/mail/call-words.ts'
import { STEM } from '../src/mail/likeness.ts'
import { callFacts } from './call-facts.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** From left to right: a room may import from itself and from rooms before it. */
const ROOMS = [
  'src/base',
  'src/language',
  'src/knowledge',
  'src/call',
  'src/knowledge',
  'src/mail',
  'src/evidence',
  'src/documents',
  'src/outline',
  'src/dossier',
  'src/verdict',
  'src/acknowledgement',
  'src/proof',
  'src/register',
  'src/publication',
  'src/exports',
  'src/digest',
  'src/alarm',
  'src/steps',
  'src/settings',
  'src/console',
  'src/adapters',
  'src/app',
  'workers',
  'src/cli',
  'demo',
] as const
const NOUNS = ROOMS.slice(0, ROOMS.indexOf('src/steps'))

/** The home of each library, mostly one; zod is our language for shapes and lives everywhere. */
const HOMES: Readonly<Record<string, string | readonly string[]>> = {
  imapflow: 'src/adapters/imap',
  mailparser: 'src/adapters/mime',
  libmime: 'src/adapters/mime',
  'iconv-lite': ['src/adapters/mime', 'src/adapters/readers'],
  nodemailer: 'src/adapters/smtp',
  bullmq: 'src/adapters/queue',
  ioredis: 'src/adapters/queue',
  'pdf-parse': 'src/adapters/readers',
  'pdfjs-dist': 'src/adapters/readers',
  '@cantoo/pdf-lib': ['src/adapters/readers', 'src/adapters/forms'],
  '@cantoo/fontkit': 'src/adapters/forms',
  yauzl: 'src/adapters/readers',
  saxes: 'src/adapters/readers',
  htmlparser2: 'src/adapters/readers',
  'word-extractor': 'src/adapters/readers',
  '@hyzyla/pdfium': 'src/adapters/readers',
  sharp: 'src/adapters/readers',
  'tesseract.js': 'src/adapters/readers',
  'heic-decode': 'src/adapters/readers',
  '@kenjiuno/msgreader': 'src/adapters/readers',
  pkijs: ['src/adapters/readers', 'src/adapters/timestamp'],
  asn1js: ['src/adapters/readers', 'src/adapters/timestamp'],
  'read-excel-file': 'src/adapters/readers',
  'file-type': 'src/adapters/readers',
  yazl: 'src/adapters/zip',
  kysely: 'src/adapters/sql',
  pg: 'src/adapters/sql',
  aws4fetch: 'src/adapters/archive',
  pino: 'src/adapters/telemetry',
  'prom-client': 'src/adapters/telemetry',
  'smtp-server': 'demo',
  fastify: 'src/adapters/http',
  '@fastify/cookie': 'src/adapters/http',
  '@fastify/formbody': 'src/adapters/http',
  '@fastify/multipart': 'src/adapters/http',
  '@fastify/rate-limit': 'src/adapters/http',
  'openid-client': ['src/adapters/oidc', 'src/adapters/oauth'],
  otpauth: 'src/adapters/accounts',
  uqr: 'src/adapters/accounts',
  'write-excel-file': 'src/adapters/spreadsheet',
  pdfkit: 'src/adapters/print',
  yaml: 'src/settings',
  'temporal-polyfill': 'src/base',
  canonicalize: 'src/proof',
  'libphonenumber-js': 'src/documents',
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`. */
const IMPORTS = /^(?:import|export)\b[^'";=]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

interface SourceFile {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

const files: readonly SourceFile[] = ['src', 'workers', 'demo'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(folder, name)
      const text = readFileSync(join(ROOT, path), 'utf8')
      const imports = [...text.matchAll(IMPORTS)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
      return { path, room: roomOf(path), text, imports }
    }),
)

function roomOf(path: string): string {
  return ROOMS.find((room) => path.startsWith(`${room}/`)) ?? path
}

function importedFiles(file: SourceFile): readonly string[] {
  return file.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(ROOT, resolve(ROOT, dirname(file.path), name)))
}

/** Code without comments and strings, for words that may only be used, not mentioned. */
function code(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
}

describe('the house', () => {
  it('has a room for every file', () => {
    expect(
      files.filter((file) => !(ROOMS as readonly string[]).includes(file.room)).map((file) => file.path),
    ).toEqual([])
  })

  it('has arrows that point one way', () => {
    const wrong = files.flatMap((file) =>
      importedFiles(file)
        .filter((target) => ROOMS.indexOf(roomOf(target) as never) > ROOMS.indexOf(file.room as never))
        .map((target) => `${file.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no circle: files import each other one way, in a room as between rooms', () => {
    const known = new Map(files.map((file) => [file.path, importedFiles(file)]))
    const circles: string[] = []
    const done = new Set<string>()
    function walk(path: string, way: readonly string[]): void {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (done.has(path) || way.includes(path)) return
      for (const next of known.get(path) ?? []) walk(next, [...way, path])
      done.add(path)
    }
    for (const { path } of files) walk(path, [])
    expect(circles).toEqual([])
  })

  it('has one home for each library', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== 'zod')
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => ![HOMES[name] ?? []].flat().some((home) => file.path.startsWith(`${home}/`)))
        .map((name) => `${file.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('reads the environment in src/settings only', () => {
    expect(
      files
        .filter((file) => file.room !== 'src/settings' && code(file.text).includes('process.env'))
        .map((file) => file.path),
    ).toEqual([])
  })

  it('keeps noun rooms pure: no clock, no file, no process, no log, nothing async but interfaces', () => {
    const impure =
      /Date\.now|new Date\(\)|Temporal\.Now|performance\.now|Math\.random|\bconsole\.|\basync\b|\bawait\b|process\./
    const wrong = files
      .filter((file) => (NOUNS as readonly string[]).includes(file.room) && impure.test(code(file.text)))
      .map((file) => file.path)
    const node = files
      .filter(
        (file) =>
          (NOUNS as readonly string[]).includes(file.room) &&
          file.imports.some((name) => name.startsWith('node:') && name !== 'node:crypto'),
      )
      .map((file) => file.path)
    expect([...wrong, ...node]).toEqual([])
  })

  it('reads the machine’s clock in one place', () => {
    const readers = files
      .filter((file) => /Date\.now|new Date\(\)|Temporal\.Now/.test(code(file.text)))
      .map((file) => file.path)
    expect(readers).toEqual(['src/adapters/clock/system.ts'])
  })

  it('names its rooms', () => {
    expect(
      files
        .filter((file) =>
          /(^|\/)(utils?|helpers?|common|shared|misc|services?|types)(\/|\.ts$)/.test(file.path),
        )
        .map((file) => file.path),
    ).toEqual([])
  })

  it('knows nothing of the first call outside config', () => {
    expect(
      files.filter((file) => /cirest|dayal|tamarins|polyn[oô]me/i.test(file.text)).map((file) => file.path),
    ).toEqual([])
  })

  it('judges with no fact of any call: no place, postcode, authority, agent or street of a call file', () => {
    const facts = callFacts()
    expect(facts.length).toBeGreaterThan(10)
    const wrong = files
      .filter((file) => JUDGING.includes(file.room))
      .flatMap((file) => {
        const words = ` ${comparable(uncommented(file.text))} `
        return facts.filter((fact) => words.includes(` ${fact} `)).map((fact) => `${file.path}: ${fact}`)
      })
    expect(wrong).toEqual([])
  })

  it('and has learnt none: a table of weights knows words by their beginnings', () => {
    const beginnings = callFacts().map((fact) =>
      fact
        .split(' ')
        .map((word) => word.slice(0, STEM))
        .join(' '),
    )
    const wrong = Object.keys(QUESTION_LIKE.weights).filter((feature) =>
      beginnings.some((fact) => ` ${feature} `.includes(` ${fact} `)),
    )
    expect(wrong).toEqual([])
  })
})

describe('what is written', () => {
  const written = ['src', 'workers', 'demo', 'bin', 'bench'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(?:eml|json|yaml)$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').split('\n') })),
  )

  it('has no line that is longer than 110 characters', () => {
    const long = written.flatMap(({ path, lines }) =>
      lines.flatMap((line, index) => ([...line].length > 110 ? [`${path}:${index + 1}`] : [])),
    )
    expect(long).toEqual([])
  })

  it('has no file in src that is longer than 250 lines', () => {
    const long = written.filter(({ path, lines }) => /^src\/.*\.[jt]s$/.test(path) && lines.length > 251)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('says of every function that src exports what it is for, in whole sentences', () => {
    const silent = files
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(EXPORTED)]
          .filter(({ index, groups }) => !isTold(text.slice(0, index), path, groups?.['name'] ?? ''))
          .map(({ groups }) => `${path}: ${groups?.['name']}`),
      )
    expect(silent).toEqual([])
  })
})

const EXPORTED = /^export (?:async )?function\*? (?<name>\w+)/gm
const REGISTERS = files
  .filter(({ room }) => room === 'src/register')
  .map(({ text }) => text)
  .join('\n')

/** A method of the register is told once for all databases, at its interface, where its name does not tell. */
function isTold(before: string, path: string, name: string): boolean {
  if (path.startsWith('src/adapters/sql/') && REGISTERS.includes(`\n  ${name}(`)) return true
  const docstring = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export (?:async )?function .*\n)*$/.exec(before)?.[1]
  return docstring !== undefined && /[.!?»)]\s*$/.test(docstring)
}

const JUDGING = ['src/knowledge', 'src/mail', 'src/documents', 'src/outline', 'src/dossier', 'src/verdict']

function uncommented(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')
}
