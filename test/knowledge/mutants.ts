import { readdirSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isWordList } from '../judgement/covers.ts'

/** A list of knowledge without one of its entries, which a test must notice. */
export interface Mutant {
  /** The file and the name of the list, as the tests of it are called. */
  readonly list: string
  readonly entry: string
  /** Where the program then differs. */
  readonly file: string
  change(source: string): string
}

const FOLDER = new URL('../../src/knowledge/', import.meta.url)
/** What makes lists, is put together from other files or a part of one, is learnt as a whole, or holds numbers. */
const NO_LISTS: ReadonlySet<string> = new Set([
  'bounce-subjects.ts',
  'domain-ends.ts',
  'dotted.ts',
  'entry.ts',
  'germanic-letters.ts',
  'labels.ts',
  'legal-forms-abroad.ts',
  'question-like.ts',
  'romance-letters.ts',
  'weights.ts',
])

/** Each entry of each list dropped, whatever the list is made as. */
export async function mutants(): Promise<readonly Mutant[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !NO_LISTS.has(file))
  const hooks = registerHooks({ load: withAllItsConstants })
  const all: Mutant[] = []
  for (const file of files.toSorted()) {
    const whole = await import(`${new URL(file, FOLDER).href}?whole`)
    const { everything }: { everything: Record<string, unknown> } = whole
    for (const [name, value] of Object.entries(everything)) all.push(...ofValue(file, name, value))
  }
  hooks.deregister()
  return all
}

/** Lists that a file keeps to itself are lists all the same. */
const withAllItsConstants: Parameters<typeof registerHooks>[0]['load'] = (url, context, next) => {
  const loaded = next(url, context)
  if (!url.endsWith('?whole')) return loaded
  const source = String(loaded.source)
  const names = [...source.matchAll(/^(?:export )?const (\w+)/gm)].map((found) => found[1])
  return { ...loaded, source: `${source}\nexport const everything = { ${names.join(', ')} }\n` }
}

function ofValue(file: string, name: string, value: unknown): Mutant[] {
  if (isWordList(value)) return value.entries.map(({ id, example }) => withoutEntry(file, name, id, example))
  if (value instanceof Set)
    return [...value].map((one) => dropped(file, name, one, `${name}.delete(${JSON.stringify(one)})`))
  if (Array.isArray(value))
    return value.map((one) => {
      const same = `JSON.stringify(one) === ${JSON.stringify(JSON.stringify(one))}`
      return dropped(file, name, titleOf(one), `${name}.splice(${name}.findIndex((one) => ${same}), 1)`)
    })
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${name}.${key}`
    return inner instanceof Set ? ofValue(file, at, inner) : [dropped(file, name, key, `delete ${at}`)]
  })
}

function titleOf(one: unknown): string {
  if (typeof one === 'string') return one
  const { id, host } = one as { id?: string; host?: string }
  return id ?? host ?? JSON.stringify(one)
}

function dropped(file: string, name: string, entry: string, statement: string): Mutant {
  return {
    list: `${file} ${name}`,
    entry,
    file: pathOf(file),
    change: (source) => `${source}\n;${statement}\n`,
  }
}

const MADE = 'const patterns = entries.map('

/** The expressions of a list are made with it: an entry is left out before. */
function withoutEntry(file: string, name: string, id: string, example: string): Mutant {
  const others = `(one) => one.id !== ${JSON.stringify(id)} || one.example !== ${JSON.stringify(example)}`
  return {
    list: `${file} ${name}`,
    entry: id,
    file: pathOf('entry.ts'),
    change: (source) => {
      if (!source.includes(MADE)) throw new Error('entry.ts makes its lists in another way now')
      return source.replace(MADE, () => `entries = entries.filter(${others}); ${MADE}`)
    },
  }
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, FOLDER))
