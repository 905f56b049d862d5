import { everyWeight, withWeight } from '../../judgement/every-weight.ts'
import { outcomes, withPiece } from '../../judgement/probes.ts'
import { sampleCall } from '../../mail/sample-call.ts'
import { scores } from '../corpus/figures.ts'
import { type Measured, measured, type Read } from '../corpus/measure.ts'

const CHANGES = [0.15, -0.15] as const

/**
 * What each weight moves when it stands 0.15 higher or lower: figures and documents of the corpus, whose readings are
 * taken as they are, and for those of triage, which weigh mails, what becomes of the probes. What moves nothing is named.
 */
export function* movedByWeights(readings: readonly Read[]): Generator<string> {
  const before = readings.map(measured)
  const told = probesTold()
  yield '\n| weight | change | documents | precision, born and scans | recall, born and scans | probes |'
  yield '|---|---|---|---|---|---|'
  const still: string[] = []
  for (const path of everyWeight()) {
    const lines = CHANGES.flatMap((change) => {
      const after = path.startsWith('triage.')
        ? before
        : withWeight(path, change, () => readings.map(measured))
      const documents = after.filter((one, at) => !isSame(one, before[at])).length
      const mails = withWeight(path, change, probesTold).filter((one, at) => one !== told[at]).length
      if (documents + mails === 0) return []
      const sign = change > 0 ? '+' : '−'
      return [
        `| ${path} | ${sign}0.15 | ${documents} | ${moved(before, after, 'precision')} | ${moved(before, after, 'recall')} | ${mails} |`,
      ]
    })
    if (lines.length === 0) still.push(path)
    yield* lines
  }
  yield still.length === 0 ? 'Every weight moves something.' : `Moves nothing: ${still.join(', ')}`
}

function probesTold(): string[] {
  return Object.values(outcomes(withPiece(sampleCall))).map((one) => JSON.stringify(one))
}

function isSame(one: Measured, other: Measured | undefined): boolean {
  const told = ({ roles, emptyTemplate, right, missed, wrong }: Measured): string =>
    JSON.stringify([roles, emptyTemplate, right, missed, wrong])
  return other !== undefined && told(one) === told(other)
}

function moved(
  before: readonly Measured[],
  after: readonly Measured[],
  what: 'precision' | 'recall',
): string {
  const of = (all: readonly Measured[], kind: 'born' | 'scan'): string =>
    (100 * scores(all.filter((one) => one.golden.kind === kind))[what]).toFixed(1)
  return (['born', 'scan'] as const)
    .map((kind) => {
      const [was, is] = [of(before, kind), of(after, kind)]
      return was === is ? is : `${was} → ${is}`
    })
    .join(', ')
}
