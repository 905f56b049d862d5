import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')

/** Runs a command to its end; `said` is what it printed, on either stream. */
export async function recepisse(
  environment: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<{ status: number; said: string }> {
  const child = spawn(process.execPath, [MAIN, ...words], { env: { ...environment } })
  let said = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  child.stderr.on('data', (data) => {
    said += data
  })
  const [status] = await once(child, 'close')
  return { status, said }
}
