// Makes the program quick to start: a few files in the place of a thousand, compiled ahead. Its sources stay
// runnable, and are what runs when they are younger. Done where the packages are installed (prepare.sh), and
// by the program's owner where the service may not write beside it (an image, a system service). Takes five
// seconds.
//   node bin/compile.mjs [--if-stale | --bundled] [UID ...]
// --bundled: the few files are there already (a package brings them) and are compiled as they are.
// UID: who else will run it. Node keeps what it compiled apart for each account, and never looks at
// another's.
import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILED } from '../src/adapters/compiled/cache.ts'
import { ENGINES } from '../src/adapters/compiled/engine.ts'
import { BUNDLED, bundleName, isFresh, PROGRAMS } from '../src/adapters/compiled/program.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** What each program does, apart from its beginning: it can be loaded without being started. */
const HEARTS = ['console', 'mailbox', 'office', 'sender'].map((name) => `src/app/${name}.ts`)
/**
 * These find files of their own beside their code (fonts, languages, machine code), start others, or load
 * what may be missing.
 */
const APART = [
  ...['sharp', 'tesseract.js', 'libheif-js', 'pdfjs-dist', 'pdf-parse', 'pdfkit', '@hyzyla/pdfium'],
  ...['pino', 'msgpackr', 'pg'],
]
/** Who the readers are behind their wall. */
const NOBODY = '65534'

const words = process.argv.slice(2)
if (words.includes('--if-stale') && isFresh(ROOT, join(BUNDLED, bundleName(PROGRAMS[0])))) process.exit(0)
process.stderr.write('Compiling the program…\n')
// It is the program, which other accounts run too: the service's, and the readers behind their wall.
process.umask(0o022)
for (const folder of [dirname(dirname(BUNDLED)), dirname(BUNDLED)]) {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}
if (!words.includes('--bundled')) await bundle()
for (const engine of ENGINES)
  execFileSync(process.execPath, [...engine, '--input-type=module', '-e', loadingAll()], {
    env: { ...process.env, ...COMPILED },
    stdio: 'pipe',
  })
open()
share([NOBODY, ...words.filter((word) => /^\d+$/.test(word))])

async function bundle() {
  const { rolldown } = await import('rolldown')
  const made = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: Object.fromEntries([
      ...PROGRAMS.map((source) => [bundleName(source), source]),
      ...HEARTS.map((source) => [`heart-${bundleName(source)}`, source]),
    ]),
    external: APART.map((name) => new RegExp(`^${name}($|/)`)),
    plugins: [{ name: 'own-addresses', transform: withOwnAddress }],
    logLevel: 'warn',
  })
  const fresh = `${BUNDLED}.new`
  rmSync(fresh, { recursive: true, force: true })
  await made.write({ dir: fresh, entryFileNames: '[name]', chunkFileNames: '[name]-[hash].mjs' })
  await made.close()
  mkdirSync(dirname(BUNDLED), { recursive: true })
  rmSync(BUNDLED, { recursive: true, force: true })
  renameSync(fresh, BUNDLED)
}

/** What a source of ours finds by its own address it still finds from a bundle. */
function withOwnAddress(code, id) {
  if (!id.startsWith(ROOT) || id.includes('/node_modules/') || !code.includes('import.meta.url')) return null
  const from = JSON.stringify(relative(BUNDLED, id))
  return { code: code.replaceAll('import.meta.url', `new URL(${from}, import.meta.url).href`), map: null }
}

/** Node keeps what it compiled of the files that it loads. */
function loadingAll() {
  const programs = new Set(PROGRAMS.map(bundleName))
  const files = readdirSync(BUNDLED).filter((name) => !programs.has(name))
  return files.map((name) => `await import(${JSON.stringify(join(BUNDLED, name))})`).join('\n')
}

/** What a command compiled meanwhile, it kept to its own account. */
function open() {
  const folder = COMPILED.NODE_COMPILE_CACHE
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!name.startsWith(process.version) || lstatSync(path).isSymbolicLink()) continue
    chmodSync(path, 0o755)
    for (const file of readdirSync(path)) chmodSync(join(path, file), 0o644)
  }
}

/** Gives these accounts what this one compiled: its folders end in the number of the account. */
function share(accounts) {
  const folder = COMPILED.NODE_COMPILE_CACHE
  const own = `-${process.getuid()}`
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(process.version) || !name.endsWith(own)) continue
    for (const account of accounts) {
      const theirs = `${name.slice(0, -own.length)}-${account}`
      if (theirs === name) continue
      rmSync(join(folder, theirs), { recursive: true, force: true })
      symlinkSync(name, join(folder, theirs))
    }
  }
}
