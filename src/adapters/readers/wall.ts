import { execFileSync } from 'node:child_process'
import { accessSync, constants, realpathSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import { COMPILED } from '../compiled/cache.ts'
import { READING } from '../compiled/engine.ts'
import { programOf } from '../compiled/program.ts'
import { CHILD_DATA_BYTES, CHILD_FILES, CHILD_LIFE_SECONDS, CHILD_TASKS } from './limits.ts'

/**
 * What stands between the readers and everything else. `namespaces`: a process that sees the program and
 * nothing more, has no network, no other process beside it and no rights (bubblewrap); inside it, and alone
 * as `runtime`, Node’s own permissions. `none`: bounds of time and memory only.
 */
export type Wall = 'namespaces' | 'runtime' | 'none'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PROGRAM = 'workers/reader.ts'
/** What a reader loads: the program and its packages. */
const PARTS = ['src', 'workers', 'node_modules', 'package.json'].map((name) => `${ROOT}${name}`)
const PRLIMIT = '/usr/bin/prlimit'
const BUBBLEWRAP = '/usr/bin/bwrap'
/** A reader that spins does not see that its parent is gone: the kernel ends it. */
const WITH_PARENT = ['/usr/bin/setpriv', '--pdeathsig', 'KILL', '--'] as const
const LIBRARIES = ['lib', 'lib64', 'lib32', 'bin', 'sbin']
/**
 * Descriptors of the child: the line to its parent, and where bubblewrap tells which process is the child.
 */
export const LINE = 3
export const TOLD_BY_WALL = 4

/** A command that starts a reader behind a wall. */
export interface Walled {
  readonly command: string
  readonly args: readonly string[]
}

/**
 * The strongest wall that stands on this machine, tried by starting something behind it. A system that
 * forbids user namespaces (a container’s profile, a hardened kernel) has no bubblewrap.
 */
export function wallAtHand(): Wall {
  known ??= canRun(BUBBLEWRAP, [...namespaces(), '--', '/usr/bin/true']) ? 'namespaces' : 'runtime'
  return known
}

let known: Wall | null = null

const STRENGTH: Readonly<Record<Wall, number>> = { none: 0, runtime: 1, namespaces: 2 }

/** The strongest wall at hand. Failure('permanent', 'no-wall') when it is weaker than `least`. */
export function wallFor(least: Wall): Wall {
  const wall = wallAtHand()
  if (STRENGTH[wall] >= STRENGTH[least]) return wall
  throw new Failure(
    'permanent',
    'no-wall',
    'strangers’ documents are not read here without a wall around their readers: install bubblewrap ' +
      '(apt-get install -y bubblewrap), or let this account make user namespaces; or say ' +
      `RECEPISSE_WALL=${wall}, which leaves them the rights of this account`,
  )
}

/** Failure('permanent', 'reader-unbounded') where nothing bounds a process: it is never started without. */
export function readerBehind(wall: Wall, environment: Readonly<Record<string, string>>): Walled {
  if (!isThere(PRLIMIT))
    throw new Failure(
      'permanent',
      'reader-unbounded',
      `documents are not read without ${PRLIMIT}, which bounds their readers: install util-linux`,
    )
  const node = [process.execPath, ...READING, ...permissions(wall), programOf(PROGRAM)]
  const behind =
    wall === 'namespaces'
      ? [BUBBLEWRAP, ...namespaces(environment), '--info-fd', `${TOLD_BY_WALL}`, '--', ...node]
      : node
  return { command: PRLIMIT, args: [...limits(), '--', ...WITH_PARENT, ...behind] }
}

const ByWall = z.object({ 'child-pid': z.int().positive() })

/** The process that bubblewrap started; undefined when it says nothing and ends. */
export async function childOf(told: Readable): Promise<number | undefined> {
  let text = ''
  for await (const chunk of told) {
    text += String(chunk)
    if (text.includes('}') || text.length > TOLD_CHARACTERS) break
  }
  return text.includes('}') ? ByWall.parse(JSON.parse(text))['child-pid'] : undefined
}

const TOLD_CHARACTERS = 4_000

/** The kernel’s own limits; what a parent sees to is in `bounds.ts`. */
function limits(): string[] {
  return [
    `--data=${CHILD_DATA_BYTES}`,
    `--cpu=${CHILD_LIFE_SECONDS}`,
    `--nofile=${CHILD_FILES}`,
    `--nproc=${CHILD_TASKS}`,
    '--fsize=0',
    '--core=0',
  ]
}

/**
 * Recognition runs in a worker of its own, and pictures are decoded by an addon: both stay inside the wall.
 */
function permissions(wall: Wall): string[] {
  if (wall === 'none') return []
  return [
    '--permission',
    ...PARTS.map((part) => `--allow-fs-read=${part}`),
    // Without the right to write there Node does not even read what was compiled ahead; behind a wall of
    // namespaces it is mounted to be read only, as everything is.
    ...(wall === 'namespaces' ? [`--allow-fs-write=${COMPILED.NODE_COMPILE_CACHE}`] : []),
    '--allow-worker',
    '--allow-addons',
  ]
}

/** Everything is unshared; the file system is the program, read-only, and the libraries it is linked with. */
function namespaces(environment: Readonly<Record<string, string>> = {}): string[] {
  return [
    ...['--unshare-all', '--unshare-user', '--die-with-parent', '--new-session', '--as-pid-1'],
    ...['--cap-drop', 'ALL', '--uid', '65534', '--gid', '65534', '--clearenv'],
    ...Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--ro-bind', '/usr', '/usr'],
    ...LIBRARIES.flatMap((name) => libraries(`/${name}`)),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...[realpathSync(process.execPath), ...PARTS].flatMap((path) => ['--ro-bind', path, path]),
    ...['--chdir', '/'],
  ]
}

/** On a merged system `/lib` is a link into `/usr`. */
function libraries(path: string): string[] {
  if (!isThere(path)) return []
  const target = realpathSync(path)
  return target === path ? ['--ro-bind', path, path] : ['--symlink', target, path]
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.F_OK)
    return true
  } catch {
    return false
  }
}

function canRun(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', env: {}, timeout: 10_000 })
    return true
  } catch {
    return false
  }
}
