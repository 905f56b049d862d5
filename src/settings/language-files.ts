import { readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CallFile } from '../call/call.ts'
import type { Speech } from '../call/languages.ts'
import { Language } from '../language/language.ts'
import { complaint, readYaml } from './yaml-file.ts'

const CODE = 'language-file'
const FOLDER = fileURLToPath(new URL('../../config/languages', import.meta.url))

/** The languages that have a file, by their ids: whoever adds one puts its file there. */
export function languagesKnown(folder = FOLDER): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => /^([a-z]{2})\.ya?ml$/.exec(name)?.[1] ?? [])
    .sort()
}

const read = new Map<string, Language>()

/**
 * A language from its file, read once. Failures: permanent, with file, line, column and what was expected.
 */
export function languageNamed(id: string): Language {
  const known = read.get(id) ?? readLanguage(join(FOLDER, `${id}.yaml`))
  read.set(id, known)
  return known
}

/** Failure('permanent', 'language-file') with every mistake of the file at once. */
export function readLanguage(path: string): Language {
  const { value, at } = readYaml(path, Language, CODE)
  if (basename(path, extname(path)) === value.id) return value
  throw complaint([`${at(['id'])}: id: is not the name of the file`], CODE)
}

/** For editors, as the call's: written to config/language.schema.json by `recepisse schema --language`. */
export function languageJsonSchema(): object {
  return z.toJSONSchema(Language, { io: 'input' })
}

/** What a call speaks, by the languages that its file names. */
export function speechOf({ languages }: Pick<CallFile, 'languages'>): Speech {
  return {
    letters: languageNamed(languages.letters),
    beside: languages.beside.map(languageNamed),
    translates: null,
  }
}
