import { createReaders } from '../../src/adapters/readers/readers.ts'
import { byLayout, type Figure, scores, scoresByField } from './corpus/figures.ts'
import {
  goldenRows,
  KINDS,
  type Measured,
  measured,
  type Read,
  readGolden,
  recognisedAsExpected,
} from './corpus/measure.ts'
import { family } from './families/family.ts'
import { movedByWeights } from './families/moved-by-weights.ts'
import { readFamily } from './families/read-family.ts'

/**
 * Prints how well the corpus is read, field by field and by kind of layout: what LibreOffice made, and the families that
 * are generated, the part to work on and the part that is only scored. --all names each document that is not read as it
 * should be, those that are only scored left out; --work reads the part to work on alone, --third and --fourth those in
 * vocabularies of their own. Then each weight is moved by 0.15, and what that moves is told; --figures leaves this out.
 */
const detailed = process.argv.includes('--all')
const weighed = !process.argv.includes('--figures')
const WORK = 'Generated, to work on'
const THIRD = 'Generated, third'
const FOURTH = 'Generated, fourth'
/** The one part that is asked for, if one is. */
const ONLY = new Map([
  ['--work', WORK],
  ['--third', THIRD],
  ['--fourth', FOURTH],
])
const only = process.argv.flatMap((word) => ONLY.get(word) ?? [])
const NAMES = { born: 'born-digital', scan: 'scans' } as const

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function cell(figure: Figure | undefined): string {
  if (figure === undefined || (figure.values === 0 && figure.precision === 1)) return '–'
  return `${figure.values}: ${percent(figure.precision)}, ${percent(figure.recall)}`
}

function explain(one: Measured): void {
  if (recognisedAsExpected(one) && one.missed.length + one.wrong.length === 0) return
  say(
    `${one.label}  [${one.roles}] ${one.problem ?? ''} ${one.detail ?? ''}${one.emptyTemplate ? ' empty' : ''}`,
  )
  if (one.missed.length > 0) say(`    missed  ${one.missed.join(' | ')}`)
  if (one.wrong.length > 0) say(`    wrong   ${one.wrong.join(' | ')}`)
}

function report(title: string, of: readonly Measured[]): void {
  const { precision, recall, values } = scores(of)
  const recognised = of.filter(recognisedAsExpected).length
  say(
    `\n${title}: ${of.length} documents, ${values} values; precision ${percent(precision)}, recall ${percent(recall)}; recognised ${recognised} of ${of.length}`,
  )
  const layouts = [...byLayout(of)]
  const columns = [
    ['all', scoresByField(of)] as const,
    ...layouts.map(([name, each]) => [name, scoresByField(each)] as const),
  ]
  say(`| field (values: precision, recall) | ${columns.map(([name]) => name).join(' | ')} |`)
  say(`|---|${columns.map(() => '---|').join('')}`)
  const totals = [scores(of), ...layouts.map(([, each]) => scores(each))]
  say(`| all | ${totals.map(cell).join(' | ')} |`)
  for (const kind of KINDS)
    say(`| ${kind} | ${columns.map(([, figures]) => cell(figures.get(kind))).join(' | ')} |`)
}

await using reader = createReaders({ processes: 2 })
const parts: readonly (readonly [string, () => Promise<Read[]>])[] = [
  ['From a word processor', () => Promise.all(goldenRows().map((golden) => readGolden(reader, golden)))],
  ['Generated, only scored', () => readFamily(reader, family('scored'))],
  [WORK, () => readFamily(reader, family('work'))],
  [THIRD, () => readFamily(reader, family('third'))],
  [FOURTH, () => readFamily(reader, family('fourth'))],
]
const readings: Read[] = []
const isWanted = (title: string): boolean =>
  only.length > 0 ? only.includes(title) : title !== THIRD && title !== FOURTH
for (const [title, read] of parts.filter(([name]) => isWanted(name))) {
  const part = await read()
  readings.push(...part)
  const all = part.map(measured)
  if (detailed && !title.endsWith('only scored')) for (const one of all) explain(one)
  for (const kind of ['born', 'scan'] as const)
    report(
      `${title}, ${NAMES[kind]}`,
      all.filter((one) => one.golden.kind === kind),
    )
}
if (weighed) for (const moved of movedByWeights(readings)) say(moved)
