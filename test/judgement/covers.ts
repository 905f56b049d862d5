import { readdirSync } from 'node:fs'
import type { Entry, WordList } from '../../src/knowledge/entry.ts'

const FOLDER = new URL('../../src/knowledge/', import.meta.url)

export function isWordList(value: unknown): value is WordList<Entry> {
  return typeof value === 'object' && value !== null && 'entries' in value && 'says' in value
}

/** Every list of words of the room of knowledge, by file and name. */
export async function everyWordList(): Promise<readonly (readonly [string, WordList<Entry>])[]> {
  const lists: (readonly [string, WordList<Entry>])[] = []
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'))
  for (const file of files.toSorted()) {
    const exported: Record<string, unknown> = await import(new URL(file, FOLDER).href)
    for (const [name, value] of Object.entries(exported))
      if (isWordList(value)) lists.push([`${file} ${name}`, value] as const)
  }
  return lists
}

/**
 * Words that a list holds so that what programs write is told from what people write: a mail that begins with them is
 * automatic, whatever is attached, and not what this is about.
 */
const OF_PROGRAMS = /^(?:automatic-mail|bounces|gateways)\.ts/

/** Sentences that people may write over an application: every example and near miss of every list. */
export async function coverSentences(): Promise<readonly string[]> {
  const lists = await everyWordList()
  return lists
    .filter(([name]) => !OF_PROGRAMS.test(name))
    .flatMap(([, list]) => list.entries.flatMap((entry) => [entry.example, entry.unlike]))
}
