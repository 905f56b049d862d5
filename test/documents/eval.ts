import { createDocumentReader } from '../../src/adapters/readers/document-reader.ts'
import {
  goldenRows,
  type Measured,
  measure,
  recognisedAsExpected,
  scores,
  scoresByField,
} from './corpus/measure.ts'

/** Prints how well the corpus is read, field by field; with --all, each document that is not as it should be. */
const detailed = process.argv.includes('--all')
await using reader = createDocumentReader({ processes: 2 })
const measured = await Promise.all(goldenRows().map((golden) => measure(reader, golden)))

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function print(title: string, of: readonly Measured[]): void {
  const { precision, recall, values } = scores(of)
  const recognised = of.filter(recognisedAsExpected).length
  say(
    `${title}: ${of.length} documents, ${values} values; precision ${percent(precision)}, recall ${percent(recall)}; recognised ${recognised} of ${of.length}`,
  )
}

for (const one of detailed ? measured : []) {
  if (recognisedAsExpected(one) && one.missed.length + one.wrong.length === 0) continue
  say(
    `${one.label}  [${one.roles}] ${one.problem ?? ''} ${one.detail ?? ''}${one.emptyTemplate ? ' empty' : ''}`,
  )
  if (one.missed.length > 0) say(`    missed  ${one.missed.join(' | ')}`)
  if (one.wrong.length > 0) say(`    wrong   ${one.wrong.join(' | ')}`)
}
const born = measured.filter((one) => one.golden.kind === 'born')
const scanned = measured.filter((one) => one.golden.kind === 'scan')
print('Born-digital documents', born)
print('Scans (150 dpi, noise, 2° of tilt) and photographs', scanned)
say('')
say('| field | born-digital: values, precision, recall | scans: values, precision, recall |')
say('|---|---|---|')
const ofScans = scoresByField(scanned)
for (const [kind, score] of scoresByField(born))
  say(`| ${kind} | ${cells(score)} | ${cells(ofScans.get(kind))} |`)

function cells(score: ReturnType<typeof scores> | undefined): string {
  if (score === undefined || score.values === 0) return '–'
  return `${score.values}, ${percent(score.precision)}, ${percent(score.recall)}`
}
