import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const CALL = 'config/calls/cirest-territoires-industrie-2022.yaml'

const Line = z.object({
  file: z.string(),
  kind: z.string(),
  acknowledgement: z.object({ send: z.boolean(), reason: z.string().optional() }),
})

/** Replays the list of mails: none that a robot wrote may be answered, none that a person wrote may be taken for a robot's. */
export async function measureMails(
  folder: string,
  rows: readonly { readonly file: string; readonly label?: string | undefined }[],
  detailed: boolean,
): Promise<string[]> {
  const args = [MAIN, 'replay', '--call', CALL, '--json', ...rows.map((row) => folder + row.file)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 1e9 })
  const lines = new Map(
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Line.parse(JSON.parse(line)))
      .map((line) => [basename(line.file).replace(/#\d+$/, ''), line]),
  )
  const answered = rows.filter(
    (row) => row.label === 'no-ack' && lines.get(basename(row.file))?.acknowledgement.send === true,
  )
  const dropped = rows.filter(
    (row) =>
      row.label === 'ack' && ['automatic', 'bounce'].includes(lines.get(basename(row.file))?.kind ?? ''),
  )
  const missing = rows.filter((row) => !lines.has(basename(row.file)))
  const count = (label: string): number => rows.filter((row) => row.label === label).length
  const told = (row: { readonly file: string }): string => {
    const line = lines.get(basename(row.file))
    return `    ${row.file}  ${line?.kind ?? 'no line'} ${line?.acknowledgement.reason ?? ''}`
  }
  return [
    `mail: ${rows.length} mails, ${missing.length} without a line; of ${count('no-ack')} that must not be answered ${answered.length} would be; of ${count('ack')} written by a person ${dropped.length} taken for a robot's`,
    ...(detailed ? [...answered, ...dropped, ...missing].map(told) : []),
  ]
}
