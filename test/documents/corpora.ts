import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import type { DocumentReader, FileReading } from '../../src/documents/document.ts'
import { wholeText } from '../../src/documents/text/page.ts'
import { measureMails } from './corpus/mails.ts'
import { watchMemory } from './corpus/memory.ts'

/**
 * Runs the lists of real files that lie beside the checkout and prints how far we agree with their labels. The
 * labels are mostly right, not always. With --all, each file on which we differ.
 */
const FOLDER = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url))
const detailed = process.argv.includes('--all')

const Row = z.object({
  id: z.string(),
  file: z.string(),
  expected: z.string().optional(),
  label: z.string().optional(),
})
type Row = z.infer<typeof Row>

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function rowsOf(list: string): Row[] {
  const lines = readFileSync(`${FOLDER}${list}.jsonl`, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => Row.parse(JSON.parse(line)))
}

/** Null when the label says nothing that can be compared. */
function agrees(expected: string | undefined, files: readonly FileReading[]): boolean | null {
  const [first] = files
  if (first === undefined) return false
  const problems = files.map((file) => file.reading.problem)
  if (expected === undefined) return problems[0] === null
  if (/^password/.test(expected)) return problems.includes('encrypted')
  if (/^(unreadable|bomb)/.test(expected)) return null
  if (!/^text/.test(expected)) return null
  return files.some((file) => file.reading.problem === null && wordsOf(file) > 0)
}

function wordsOf(file: FileReading): number {
  const text = wholeText(file.reading.pages)
  return (text.match(/[\p{L}\d]/gu)?.length ?? 0) + file.reading.formValues.length
}

async function measureFiles(list: string, reader: DocumentReader): Promise<void> {
  const rows = rowsOf(list)
  const memory = watchMemory()
  const outcomes = await Promise.all(
    rows.map(async (row) => {
      const content = readFileSync(`${FOLDER}${row.file}`)
      const name = row.file.split('/').at(-1) ?? row.file
      try {
        const files = await reader.read({ name, declaredType: 'application/octet-stream', content })
        const killed = files.some((file) => /^the process that read it/.test(file.reading.detail ?? ''))
        return { row, agreed: agrees(row.expected, files), killed, crashed: false, files }
      } catch (error) {
        if (!(error instanceof Error)) throw error
        return { row, agreed: false, killed: false, crashed: true, files: [] }
      }
    }),
  )
  const compared = outcomes.filter((one) => one.agreed !== null)
  const agreed = compared.filter((one) => one.agreed === true)
  const count = (what: 'killed' | 'crashed'): number => outcomes.filter((one) => one[what]).length
  say(
    `${list}: ${rows.length} files; ${agreed.length} of ${compared.length} labels agreed with; ${count('crashed')} crashes, ${count('killed')} killed within their bounds; peak memory ${memory.peak()} MB`,
  )
  if (!detailed) return
  for (const { row, agreed, killed, files } of outcomes) {
    if (agreed === false || killed)
      say(
        `    ${row.file}  expected ${row.expected}; ${files[0]?.reading.problem} ${files[0]?.reading.detail}`,
      )
  }
}

if (!existsSync(FOLDER)) {
  say(
    'The corpora are not here: ../shared/corpora does not exist beside this checkout. Nothing was measured.',
  )
} else {
  await using reader = createReaders({ processes: 2 })
  for (const line of await measureMails(FOLDER, rowsOf('mail'), detailed)) say(line)
  for (const list of ['pdf', 'docs', 'french']) await measureFiles(list, reader)
}
