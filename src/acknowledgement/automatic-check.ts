import { documentsAskedIn } from '../call/asked-in.ts'
import { paperOf } from '../dossier/paper.ts'
import { fill } from '../language/message.ts'
import type { Finding } from '../verdict/finding.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { appliedIn, untilWhen } from './deadline-in-words.ts'
import { paragraphIn, wordsOf } from './in-words.ts'
import type { Block, Section } from './layout.ts'
import { sentencesOf } from './sentences.ts'

const REMARKS_AT_MOST = 30

/**
 * What the program did not find, while it can be mended. After the deadline and when nothing is to be said,
 * the section reads the same: nobody can conclude from it that a dossier is complete, or late.
 */
export function automaticCheck(input: AcknowledgementInput): Section {
  const { call, beforeDeadline, words } = input
  const remarks = beforeDeadline && words?.instead !== true ? remarksOf(input) : []
  const { checks, paper } = wordsOf(call)
  const blocks: Block[] = [paragraphIn(call, fill(checks.intro, call.acknowledgement))]
  if (remarks.length > 0) {
    blocks.push(paragraphIn(call, checks.remarks))
    blocks.push({ kind: 'list', items: remarks })
    const isPaper = paperOf(input.submission.receipt, call.deadline.zone) !== null
    const mayComplete = isPaper ? paper.mayComplete : checks.mayComplete
    blocks.push(paragraphIn(call, fill(mayComplete, { until: untilWhen(appliedIn(input)) })))
  }
  return { title: checks.title, blocks }
}

/** Where the document that is to say them was not found, its facts are not listed one by one. */
export function remarksOf({
  verdict,
  call,
}: Pick<AcknowledgementInput, 'verdict' | 'call'>): readonly string[] {
  const found = new Set(
    verdict.findings.flatMap((finding) =>
      finding.code === 'requirement' && finding.status === 'met' ? [finding.id] : [],
    ),
  )
  const isTold = (finding: Finding): boolean => {
    if (finding.code !== 'requirement') return true
    const field = call.requiredFields.find((required) => required.id === finding.id)
    const documents = field === undefined ? [] : documentsAskedIn(field, call)
    return documents.length === 0 || documents.some(({ id }) => found.has(id))
  }
  return sentencesOf(verdict.findings.filter(isTold), call).slice(0, REMARKS_AT_MOST)
}
