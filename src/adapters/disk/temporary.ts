import { lstat, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** A folder that goes with its process: at its end, or at the next start when it was killed. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string
}

/** `recepisse-NAMESPACE-PROCESS-BEGUN-…`: whose it is stands in its name. */
const NAME = /^recepisse-(\d+)-(\d+)-(\d+)-[A-Za-z0-9]{6}$/

/**
 * Makes one, after removing those of ours whose process is dead: short, for the path of a socket has 107
 * bytes at the most.
 */
export async function temporaryFolder(root = tmpdir()): Promise<TemporaryFolder> {
  const space = await namespaceOfProcesses()
  await removeThoseOfTheDead(root, space)
  const begun = await beginOf(process.pid)
  const path = await mkdtemp(join(root, `recepisse-${space ?? 0}-${process.pid}-${begun ?? 0}-`))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/**
 * A process of another namespace has a number that says nothing here: it is left alone, and so is everything
 * without /proc.
 */
async function removeThoseOfTheDead(root: string, space: string | null): Promise<void> {
  if (space === null) return
  for (const name of await readdir(root)) {
    const [, where, id, begun] = NAME.exec(name) ?? []
    if (where !== space || (await beginOf(Number(id))) === begun) continue
    const found = await lstat(join(root, name)).catch(() => null)
    if (found?.isDirectory() === true && found.uid === userInfo().uid)
      await rm(join(root, name), { recursive: true, force: true })
  }
}

async function namespaceOfProcesses(): Promise<string | null> {
  const link = await readlink('/proc/self/ns/pid').catch(() => '')
  return /^pid:\[(\d+)\]$/.exec(link)?.[1] ?? null
}

/**
 * When a process began, in ticks since the machine did: numbers of processes are given again. Null when there
 * is none.
 */
async function beginOf(id: number): Promise<string | null> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => null)
  // Behind the program's name, which may hold blanks and brackets: the state is the third field, this the
  // 22nd.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[19] ?? null
}
