import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Where `bin/compile.mjs` leaves the program in few files. Beside the packages: who may write there may write
 * the program itself.
 */
export const BUNDLED = join(ROOT, 'node_modules/.cache/recepisse/program')

/** The programs of ours that are started, by their sources under the root. */
export const PROGRAMS = [
  'src/cli/command-line.ts',
  'workers/console.ts',
  'workers/mailbox.ts',
  'workers/office.ts',
  'workers/reader.ts',
  'workers/sender.ts',
] as const

export type Program = (typeof PROGRAMS)[number]

/** What a bundle is made of: younger than it, it is not used. */
const SOURCES = ['src', 'workers']
const PACKAGES = 'node_modules/.package-lock.json'

/**
 * The file to start for a program: its bundle, which takes half the processor time of a start and less memory
 * in each process; its source where nothing is bundled, or where a source or the packages have changed since.
 */
export function programOf(source: Program): string {
  // A process that runs from a bundle starts others from there: whoever started it has looked.
  isBundled ??= process.argv[1]?.startsWith(BUNDLED) || isFresh(ROOT, join(BUNDLED, bundleName(source)))
  return isBundled ? join(BUNDLED, bundleName(source)) : join(ROOT, source)
}

/** The name of a program’s bundle in its folder. */
export function bundleName(source: Program): string {
  return `${basename(source, '.ts')}.mjs`
}

let isBundled: boolean | null = null

/** True when a bundle is there and nothing under this root that it is made of is younger. */
export function isFresh(root: string, bundle: string): boolean {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  return timeOf(bundle) > Math.max(...[...files, PACKAGES].map((file) => timeOf(join(root, file))))
}

/** When a file was last written, in milliseconds; 0 when it is not there for this account. */
function timeOf(file: string): number {
  try {
    return statSync(file).mtimeMs
  } catch {
    return 0
  }
}
