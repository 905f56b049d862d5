import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { loadCalls } from '../settings/call-file.ts'
import { keptSettings } from '../settings/kept-settings.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * The calls' files and the settings, beside a backup's register: they lie elsewhere, and a restored
 * register is read by them. Secrets are named in a comment; `withSecrets`: copied too, into `secrets`.
 * Returns the names of secrets that were not copied.
 */
export async function backUpConfiguration(
  settings: Settings,
  out: string,
  { withSecrets }: { readonly withSecrets: boolean },
): Promise<readonly string[]> {
  const calls = join(out, 'calls')
  await rm(calls, { recursive: true, force: true })
  await mkdir(calls, { recursive: true, mode: 0o700 })
  for (const { path, call } of loadCalls(settings.RECEPISSE_CALL))
    await copyFile(path, join(calls, `${call.id}-${basename(path)}`))
  const { lines, secrets } = keptSettings()
  const told = secrets.map(
    ({ name, file }) => `# a secret, not in here: ${name}${file === null ? '' : ` (${file})`}`,
  )
  await writeFile(join(out, 'settings.env'), `${[...lines, ...told].join('\n')}\n`, {
    mode: 0o600,
    flush: true,
  })
  if (!withSecrets) return secrets.map(({ name }) => name)
  const folder = join(out, 'secrets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const { name, file, value } of secrets) {
    const to = join(folder, name)
    await rm(to, { force: true })
    if (file === null) await writeFile(to, value, { mode: 0o600, flush: true })
    else await copyFile(file, to)
  }
  return []
}
