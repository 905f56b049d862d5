import type { Call } from '../call/call.ts'
import type { Document } from '../documents/document.ts'
import { paperOf } from '../dossier/paper.ts'
import { fill } from '../language/message.ts'
import { bytesIn, counted } from '../language/speaking.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { languageOf, paragraphIn, wordsOf } from './in-words.ts'
import type { Block, FileLine, Section } from './layout.ts'
import { fileLabel } from './sentences.ts'

const FILES_AT_MOST = 60

/** What was attached, as it was sent: neither the mail’s own text nor what only a link names. */
export function filesReceived(documents: readonly Document[]): readonly Document[] {
  return documents.filter(
    (document) =>
      document.kind !== 'body' && document.problem !== 'external_link' && document.kind !== 'staff_entry',
  )
}

/**
 * Every part that came, with its size and its fingerprint: what is to be read, then pictures of the layout,
 * signatures and what programs add. Only of a mail without any it is said that there was none.
 */
export function filesSection({
  call,
  submission,
  neutral,
}: Pick<AcknowledgementInput, 'call' | 'submission' | 'neutral'>): Section {
  const words = wordsOf(call).files
  const files = filesReceived(submission.documents)
  const added = files.filter((document) => document.roles.some((role) => role.role === 'decor'))
  const sent = files.filter((document) => !added.includes(document))
  if (paperOf(submission.receipt, call.deadline.zone) !== null) return scansSection(call, files)
  if (files.length === 0) return { title: words.title, blocks: [paragraphIn(call, words.none)] }
  // In the place of names, where nothing proves who wrote.
  const nameless = neutral === true
  const blocks = [...fileList(call, sent, nameless ? words.file : null)]
  if (added.length > 0)
    blocks.push(
      paragraphIn(call, besides(call, added.length, sent.length)),
      ...fileList(call, added, nameless ? words.element : null),
    )
  if (nameless) blocks.push(paragraphIn(call, words.unproven))
  blocks.push(paragraphIn(call, words.fingerprint))
  const title = sent.length > 0 ? fill(words.counted, { count: String(sent.length) }) : words.title
  return { title, blocks }
}

/** Of a question nothing is checked, nor of a deposit that is on paper alone. */
export function isChecked({
  kind,
  call,
  submission,
}: Pick<AcknowledgementInput, 'kind' | 'call' | 'submission'>): boolean {
  if (kind === 'inquiry') return false
  const isPaper = paperOf(submission.receipt, call.deadline.zone) !== null
  return !isPaper || filesReceived(submission.documents).length > 0
}

/** Nobody sent these files: they were made of a deposit on paper. */
function scansSection(call: Call, files: readonly Document[]): Section {
  const { scans, none, fingerprint } = wordsOf(call).paper
  if (files.length === 0) return { title: scans, blocks: [paragraphIn(call, none)] }
  return { title: scans, blocks: [...fileList(call, files, null), paragraphIn(call, fingerprint)] }
}

function besides(call: Call, added: number, sent: number): string {
  const { alone, added: more } = wordsOf(call).files
  return counted(languageOf(call), sent === 0 ? alone : more, added, {})
}

type Nameless = ReturnType<typeof wordsOf>['files']['file']

/** `nameless`: what stands in the place of names. */
function fileList(call: Call, documents: readonly Document[], nameless: Nameless | null): readonly Block[] {
  if (documents.length === 0) return []
  const rest = documents.length - FILES_AT_MOST
  const list: Block = {
    kind: 'files',
    files: documents
      .slice(0, FILES_AT_MOST)
      .map((document, index) =>
        fileLine(
          call,
          document,
          nameless === null ? fileLabel(document.name) : fill(nameless, { number: String(index + 1) }),
        ),
      ),
  }
  if (rest <= 0) return [list]
  return [list, paragraphIn(call, counted(languageOf(call), wordsOf(call).files.more, rest, {}))]
}

function fileLine(call: Call, document: Document, name: string): FileLine {
  return { name, size: bytesIn(languageOf(call), document.bytes), sha256: document.sha256 }
}
