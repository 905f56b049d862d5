import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

/** The package of this commit, and one of a higher version to upgrade to. */
export interface Packages {
  readonly first: string
  readonly later: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    packages: Packages
  }
}

export const LATER = '99.0-1'
const DEB = resolve(import.meta.dirname, '../../bin/deb.mjs')
const run = promisify(execFile)
const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'recepisse-built-'))

/** Builds the package into a folder of its own; its path. */
export async function built(environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await run(process.execPath, [DEB, '--out', await folder()], {
    env: { ...process.env, ...environment },
  })
  return stdout.trim()
}

/** The same under a higher version, and quickly: not compressed. */
async function raised(deb: string): Promise<string> {
  const [unpacked, out] = [join(await folder(), 'all'), await folder()]
  await run('dpkg-deb', ['-R', deb, unpacked])
  const control = join(unpacked, 'DEBIAN/control')
  await writeFile(control, (await readFile(control, 'utf8')).replace(/^Version: .*$/m, `Version: ${LATER}`))
  const file = join(out, `recepisse_${LATER}_test.deb`)
  await run('dpkg-deb', ['--root-owner-group', '-Znone', '--build', unpacked, file])
  await rm(dirname(unpacked), { recursive: true })
  return file
}

/** Builds them once for all tests, and takes them away after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const first = await built()
  const later = await raised(first)
  project.provide('packages', { first, later })
  return async () => {
    for (const file of [first, later]) await rm(dirname(file), { recursive: true })
  }
}
