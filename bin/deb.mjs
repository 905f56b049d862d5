// Makes a Debian package of the files that git knows, for this machine's architecture: the program, what is
// compiled of it, its Node and its packages, the unit, the manual (deploy/debian, decision 33). One commit
// gives the same bytes each time.
//   node bin/deb.mjs [--out FOLDER]: prints the package's path. By default into dist.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { BUNDLED } from '../src/adapters/compiled/program.ts'
import { VERSION } from '../src/base/version.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const out = resolve(values.out ?? join(ROOT, 'dist'))
const committed = Number(process.env.SOURCE_DATE_EPOCH ?? said('git', 'log', '-1', '--format=%ct'))
const version = versionOf(committed)
const architecture = said('dpkg', '--print-architecture')
/** The one of the lock (bin/node.sh), not the system's: that is linked with what its system has. */
const OWN_NODE = '. "$0/bin/node.sh"; [ -x "$PRIVATE_NODE" ] || fetch_node; echo "$PRIVATE_NODE"'
const NODE = said('sh', '-euc', `here=$0; ${OWN_NODE}`, ROOT.replace(/\/$/, ''))
/** Where the program lies when it is installed. */
const PROGRAM = 'usr/lib/recepisse'
const DOCUMENTS = 'usr/share/doc/recepisse'
/** What is shipped of what git knows; no test, no demonstration, no benchmark. */
const SOURCES = ['src/**', 'workers/**', 'config/**', 'package.json', 'bin/compile.mjs']
const PAGES = ['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'THIRD-PARTY-NOTICES.md', 'docs/*.md']
const EXECUTABLE = [
  `${PROGRAM}/node`,
  'usr/bin/recepisse',
  'DEBIAN/postinst',
  'DEBIAN/prerm',
  'DEBIAN/postrm',
]

process.umask(0o022)
const stage = mkdtempSync(join(tmpdir(), 'recepisse-deb-'))
try {
  program()
  packages()
  system()
  documents()
  control()
  settle(stage)
  mkdirSync(out, { recursive: true })
  const file = join(out, `recepisse_${version}_${architecture}.deb`)
  const packing = ['--root-owner-group', '-Zxz', '-z2', '--build', stage, file]
  execFileSync('dpkg-deb', packing, { stdio: ['ignore', 'ignore', 'inherit'], env: dated() })
  process.stdout.write(`${file}\n`)
} finally {
  rmSync(stage, { recursive: true, force: true })
}

/** The program, what is compiled of it, and the Node that this runs in. */
function program() {
  for (const file of tracked(SOURCES)) put(join(PROGRAM, file), readFileSync(join(ROOT, file)))
  execFileSync(process.execPath, [join(ROOT, 'bin/compile.mjs'), '--if-stale'], { stdio: 'inherit' })
  cpSync(BUNDLED, join(stage, PROGRAM, relative(ROOT, BUNDLED)), { recursive: true })
  cpSync(NODE, join(stage, PROGRAM, 'node'))
}

/** The locked packages that the program needs, as `npm ci` left them here. */
function packages() {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    // Not there: of another system.
    if (path === '' || dev === true || !existsSync(join(ROOT, path))) continue
    const own = join(ROOT, path)
    const isOwn = (from) => !from.startsWith(join(own, 'node_modules'))
    cpSync(own, join(stage, PROGRAM, path), { recursive: true, filter: isOwn })
  }
}

/** What lies in the system's own places. */
function system() {
  put('usr/bin/recepisse', ours('recepisse.sh'))
  put('usr/lib/sysusers.d/recepisse.conf', ours('sysusers.conf'))
  put('usr/lib/systemd/system/recepisse.service', unit())
  put('usr/share/lintian/overrides/recepisse', ours('lintian-overrides'))
  const manual = mkdtempSync(join(tmpdir(), 'recepisse-manual-'))
  const day = new Date(committed * 1000).toISOString().slice(0, 10)
  execFileSync(process.execPath, [join(ROOT, 'bin/manual.mjs'), manual, day])
  const written = (name) => readFileSync(join(manual, name))
  put('usr/share/man/man1/recepisse.1.gz', zipped(written('recepisse.1')))
  put('usr/share/man/man5/recepisse.env.5.gz', zipped(written('recepisse.env.5')))
  put('usr/share/bash-completion/completions/recepisse', written('completions'))
  rmSync(manual, { recursive: true })
}

/** The unit of deploy, where the package has the program. */
function unit() {
  const places = [
    ['the program in /opt/recepisse', `the program in /${PROGRAM}`],
    ['ExecStart=/opt/recepisse/bin/', 'ExecStart=/usr/bin/'],
  ]
  return places.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/recepisse.service no longer says « ${from} »`)
      return text.replace(from, to)
    },
    readFileSync(join(ROOT, 'deploy/recepisse.service'), 'utf8'),
  )
}

function documents() {
  for (const file of tracked(PAGES)) put(join(DOCUMENTS, file), readFileSync(join(ROOT, file)))
  const notices = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8')
  put(join(DOCUMENTS, 'copyright'), ours('copyright') + notices.slice(notices.indexOf('| package')))
  put(join(DOCUMENTS, 'node-LICENSE.gz'), zipped(readFileSync(join(dirname(NODE), '../LICENSE'))))
  put(join(DOCUMENTS, 'changelog.gz'), zipped(readFileSync(join(ROOT, 'CHANGELOG.md'))))
  const [, maintainer] = /^Maintainer: (.*)$/m.exec(ours('control')) ?? []
  const when = new Date(committed * 1000).toUTCString().replace('GMT', '+0000')
  const entry = [
    `recepisse (${version}) unstable; urgency=medium`,
    '  * See changelog.gz.',
    ` -- ${maintainer}  ${when}\n`,
  ]
  put(join(DOCUMENTS, 'changelog.Debian.gz'), zipped(Buffer.from(entry.join('\n\n'))))
}

function control() {
  const files = filesBelow(stage).toSorted()
  const bytes = files.reduce((sum, file) => sum + statSync(join(stage, file)).size, 0)
  const size = Math.ceil(bytes / 1024)
  const told = { version, architecture, size }
  put(
    'DEBIAN/control',
    ours('control').replace(/\{\{(\w+)\}\}/g, (_, name) => told[name]),
  )
  for (const script of ['postinst', 'prerm', 'postrm']) put(`DEBIAN/${script}`, ours(script))
  const sum = (file) =>
    createHash('md5')
      .update(readFileSync(join(stage, file)))
      .digest('hex')
  put('DEBIAN/md5sums', files.map((file) => `${sum(file)}  ${file}\n`).join(''))
}

/**
 * Rights and times as they are for everybody: what ran here stands in neither. What is compiled is younger
 * than its sources (src/adapters/compiled/program.ts).
 */
function settle(path) {
  const name = relative(stage, path)
  const isFolder = statSync(path).isDirectory()
  if (isFolder) for (const one of readdirSync(path)) settle(join(path, one))
  chmodSync(path, isFolder || EXECUTABLE.includes(name) ? 0o755 : 0o644)
  const second = name.startsWith(join(PROGRAM, relative(ROOT, BUNDLED))) ? committed : committed - 1
  lutimesSync(path, second, second)
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(stage, join(entry.parentPath, entry.name)))
}

function put(name, content) {
  mkdirSync(dirname(join(stage, name)), { recursive: true })
  writeFileSync(join(stage, name), content)
}

function ours(name) {
  return readFileSync(join(ROOT, 'deploy/debian', name), 'utf8')
}

/** What git knows, and nothing that lies beside it. */
function tracked(paths) {
  return said('git', 'ls-files', '--', ...paths.map((path) => `:(glob)${path}`)).split('\n')
}

/** Between releases: the last one's, and when it was committed, so that a later one is a higher one. */
function versionOf(second) {
  const day = new Date(second * 1000).toISOString().replace(/[-:T]|\.\d+Z$/g, '')
  const isRelease = said('git', 'tag', '--points-at', 'HEAD').split('\n').includes(`v${VERSION}`)
  return `${VERSION}${isRelease ? '' : `+${day}`}-1`
}

function zipped(content) {
  return gzipSync(content, { level: 9 })
}

function dated() {
  return { ...process.env, SOURCE_DATE_EPOCH: String(committed) }
}

function said(command, ...words) {
  return execFileSync(command, words, { cwd: ROOT, encoding: 'utf8' }).trim()
}
