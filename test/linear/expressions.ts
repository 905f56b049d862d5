import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
/** Rooms in which words of strangers are looked at. */
const ROOMS = [
  'base',
  'mail',
  'knowledge',
  'evidence',
  'documents',
  'outline',
  'dossier',
  'verdict',
  'acknowledgement',
  'digest',
  'console',
  'exports',
  'register',
  'steps',
  'adapters/mime',
  'adapters/readers',
  'adapters/imap',
  'adapters/sql',
]

export interface Expression {
  readonly place: string
  readonly expression: RegExp
}

/** What may stand before an expression in code, and nothing that may stand before a division. */
const BEFORE = String.raw`(?:^|[=(,:[!&|?{};+]|=>|\breturn)\s*`
const LITERAL = new RegExp(
  String.raw`(?<=${BEFORE})/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)/([dgimsuvy]*)`,
  'gm',
)

/** Every expression that is written in the rooms of strangers' words. */
export function expressionsWritten(): readonly Expression[] {
  return ROOMS.flatMap((room) => {
    const folder = join(ROOT, 'src', room)
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => expressionsIn(join(room, name), readFileSync(join(folder, name), 'utf8')))
  })
}

function expressionsIn(place: string, source: string): readonly Expression[] {
  const code = source.replace(/^\s*(?:\*|\/\*\*|\/\/).*$/gm, '')
  return [...code.matchAll(LITERAL)].flatMap(([, body = '', flags = '']) => {
    try {
      return [{ place, expression: new RegExp(body, flags.replace(/[gy]/g, '')) }]
    } catch {
      return []
    }
  })
}

/** Every expression that is made from parts when a module of these rooms is loaded, such as a list of words. */
export async function expressionsMade(): Promise<readonly Expression[]> {
  const made: Expression[] = []
  const real = globalThis.RegExp
  let place = ''
  globalThis.RegExp = new Proxy(real, {
    construct(target, args: [string | RegExp, string?]) {
      const expression = new target(...args)
      const [, , maker = ''] = (new Error().stack ?? '').split('\n')
      // A library's own are bounded where it is called.
      if (!maker.includes('node_modules')) made.push({ place, expression })
      return expression
    },
  })
  try {
    for (const room of ROOMS.filter((one) => !one.startsWith('adapters/'))) {
      for (const name of readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.ts')) continue
        place = join(room, name)
        await import(join(ROOT, 'src', place))
      }
    }
  } finally {
    globalThis.RegExp = real
  }
  return made
}
