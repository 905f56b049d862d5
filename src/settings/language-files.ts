import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CallFile } from '../call/call.ts'
import type { Speech } from '../call/languages.ts'
import { Language } from '../language/language.ts'
import { readYaml } from './yaml-file.ts'

const FOLDER = fileURLToPath(new URL('../../config/languages', import.meta.url))

/** The languages that have a file, by their ids: whoever adds one puts its file there. */
export function languagesKnown(folder = FOLDER): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => /^([a-z]{2})\.ya?ml$/.exec(name)?.[1] ?? [])
    .sort()
}

const read = new Map<string, Language>()

/** A language from its file, read once. Failures: permanent, with file, line, column and what was expected. */
export function languageNamed(id: string): Language {
  const known = read.get(id) ?? readLanguage(join(FOLDER, `${id}.yaml`))
  read.set(id, known)
  return known
}

/** Failure('permanent', 'language-file') with every mistake of the file at once. */
export function readLanguage(path: string): Language {
  return readYaml(path, Language, 'language-file').value
}

/** What a call speaks, by the languages that its file names. */
export function speechOf({ languages }: Pick<CallFile, 'languages'>): Speech {
  return {
    letters: languageNamed(languages.letters),
    beside: languages.beside.map(languageNamed),
    translates: null,
  }
}
