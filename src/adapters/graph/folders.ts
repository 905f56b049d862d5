import { createHash } from 'node:crypto'
import { z } from 'zod'
import { asFailure, Failure } from '../../base/failure.ts'
import { isWellKnown } from '../../evidence/graph-folders.ts'
import { isFolderMissing } from '../../evidence/mailbox.ts'
import { Pages } from './answers.ts'
import type { Graph } from './graph.ts'

/** A folder as Graph knows it: its id stays when it is renamed. */
export const GraphFolder = z.object({ id: z.string().min(1), totalItemCount: z.int().nonnegative() })
export type GraphFolder = z.infer<typeof GraphFolder>

const Named = GraphFolder.extend({ displayName: z.string() })
const Children = z.object({ value: z.array(Named), '@odata.nextLink': z.string().optional() })
const SELECT = '$select=id,displayName,totalItemCount'
export const JUNK = 'junkemail'

/**
 * A folder by a name that Graph knows, or by the names that people see, with « / » in between. Failures:
 * permanent when there is none.
 */
export async function findFolder(graph: Graph, path: string, signal?: AbortSignal): Promise<GraphFolder> {
  const [first = '', ...names] = path.split('/').map((name) => name.trim())
  let found = isWellKnown(first)
    ? await graph.get(`/mailFolders/${first.toLowerCase()}?${SELECT}`, GraphFolder, signal)
    : await childNamed(graph, `/mailFolders?${SELECT}&$top=100`, first, signal)
  for (const name of names) {
    if (found === null) break
    const id = encodeURIComponent(found.id)
    found = await childNamed(graph, `/mailFolders/${id}/childFolders?${SELECT}&$top=100`, name, signal)
  }
  if (found !== null) return found
  throw new Failure(
    'permanent',
    'graph-folder-missing',
    'the mailbox has no such folder: check GRAPH_FOLDERS',
  )
}

/**
 * Those of `paths` that are not among the watched ones, by the folders that they lead to. Two names that
 * Graph knows are compared as they are: mostly nothing is asked for.
 */
export async function notWatched(
  graph: Graph,
  paths: readonly string[],
  watched: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const others = paths.filter((path) => !watched.includes(path))
  if ([...others, ...watched].every(isWellKnown)) return others
  const idOf = async (path: string) => {
    const found = await findFolder(graph, path, signal).catch((error: unknown) => {
      if (isFolderMissing(asFailure(error))) return null
      throw error
    })
    return found?.id ?? null
  }
  const ids = new Set(await Promise.all(watched.map(idOf)))
  const left: string[] = []
  for (const path of others) {
    const id = await idOf(path)
    if (id === null || !ids.has(id)) left.push(path)
  }
  return left
}

async function childNamed(
  graph: Graph,
  path: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<GraphFolder | null> {
  const wanted = comparable(name)
  const pages = new Pages()
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: z.infer<typeof Children> | null = await graph.get(pages.next(next), Children, signal)
    const found = page?.value.find(({ displayName }) => comparable(displayName) === wanted)
    if (found !== undefined) return found
    next = page?.['@odata.nextLink']
  }
  return null
}

function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/**
 * What stands in the place of UIDVALIDITY: another folder under the same name has another. Twenty digits of
 * the id's hash, longer than any of IMAP's.
 */
export function validityOf({ id }: GraphFolder): string {
  const digest = createHash('sha256').update(id).digest()
  return String(digest.readBigUInt64BE()).padStart(20, '1')
}
