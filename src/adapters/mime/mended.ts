import { looksEncoded } from './base64.ts'
import { BodyClaim } from './body-claim.ts'
import { readsAsDeclared, textIn } from './charset.ts'
import { guessedBoundary } from './delimiters.ts'
import { filesInside } from './inside-html.ts'
import { isKnownFile } from './known-file.ts'
import { leavesIn, type Part, structureOf } from './structure.ts'
import { type Decoded, decodeTransfer, isAsDeclared } from './transfer.ts'
import { type Instead, writtenAnew } from './written-anew.ts'
import { writtenFiles } from './written-files.ts'

/** A mail as the parser can read all of it. `pieces`: how many attachments it holds, where that is known. */
export interface Mended {
  readonly bytes: Buffer
  readonly pieces: number | null
}

/** What becomes of a leaf: null where it stands as it is; and the files that were written into its text. */
interface Outcome {
  readonly instead: Instead | null
  readonly files: readonly Instead[]
  readonly isBody: boolean
}

/**
 * A mail whose parts stand where no parser looks, or are written in ways that it does not know, is written
 * anew in the usual way: all its parts, each with the bytes that its sender sent. Any other mail is handed
 * back as it is.
 */
export function mended(bytes: Buffer, head: Buffer, always = false): Mended {
  const structure = structureOf(bytes, head)
  if (structure === null) return { bytes, pieces: null }
  const claim = new BodyClaim()
  const leaves = [structure.root, ...structure.lost].flatMap((part) => leavesIn(part))
  const outcomes = leaves.map(([leaf, alternative]) => outcomeOf(leaf, alternative, bytes, claim))
  const files = outcomes.flatMap((outcome) => outcome.files)
  const instead = new Map(leaves.map(([leaf], index) => [leaf, outcomes[index]?.instead ?? null]))
  const pieces = leaves.length - outcomes.filter((outcome) => outcome.isBody).length + files.length
  const asItIs = !structure.odd && files.length === 0 && outcomes.every((outcome) => outcome.instead === null)
  if (asItIs && !always) return { bytes, pieces }
  return { bytes: writtenAnew(bytes, structure, instead, files), pieces }
}

function outcomeOf(leaf: Part, alternative: Part | undefined, bytes: Buffer, claim: BodyClaim): Outcome {
  const { head } = leaf
  const raw = bytes.subarray(leaf.start, leaf.end)
  const otherwise = isAsDeclared(head, raw) ? null : decodeTransfer(head, raw)
  const isFile = otherwise !== null && isKnownFile(otherwise.content)
  const untyped = head.disposition === 'attachment' ? 'application/octet-stream' : 'text/plain'
  const isUnknown = !head.named && looksEncoded(raw) && isAsDeclared(head, raw) && head.encoding !== 'base64'
  const type = isFile || isUnknown ? 'application/octet-stream' : head.type || untyped
  const claimed = claim.take({ ...head, type }, alternative)
  if (claimed === 'body') return bodyOutcome(leaf, type, raw)
  if (head.type.startsWith('multipart/'))
    return { instead: fileOfMultipart(leaf, raw), files: [], isBody: false }
  const declared = (isFile || isUnknown) && isShownText(leaf) ? type : null
  const instead =
    otherwise === null && !isUnknown ? null : { ...(otherwise ?? decodeTransfer(head, raw)), type: declared }
  const written = type === 'text/plain' && !head.named && !isFile ? filesIn(leaf, raw).files : []
  return {
    instead: instead ?? retyped(leaf, raw),
    files: [...written, ...footerOf(otherwise)],
    isBody: false,
  }
}

/**
 * The text of the mail: in UTF-8, without the files that were written into it, where it is not read as it
 * stands.
 */
function bodyOutcome(leaf: Part, type: string, raw: Buffer): Outcome {
  const { content, footer } = decodeTransfer(leaf.head, raw)
  const read = textIn(content, leaf.head.charset)
  const { text: said, files } = type === 'text/plain' ? filesIn(leaf, raw) : filesInside(read)
  const text = [said, footer].filter((part) => part !== '').join('\n')
  const asDeclared = isAsDeclared(leaf.head, raw) && leaf.head.boundary === null
  const reads = asDeclared && readsAsDeclared(content, leaf.head.charset)
  if (reads && files.length === 0) return { instead: null, files, isBody: true }
  const flow = (leaf.head.parameters.match(/;\s*(?:format|delsp)\s*=\s*"?\w+"?/gi) ?? []).join('')
  const declared = `${type}; charset=utf-8${flow}`
  const instead = { type: declared, content: Buffer.from(text), name: null, isBody: true as const }
  return { instead, files, isBody: true }
}

function filesIn(leaf: Part, raw: Buffer): { readonly text: string; readonly files: readonly Instead[] } {
  const { content } = decodeTransfer(leaf.head, raw)
  const { text, files } = writtenFiles(textIn(content, leaf.head.charset))
  return { text, files: files.map((file) => ({ ...file, type: 'application/octet-stream' })) }
}

/** What is declared as parts and holds none is a file (« multipart/x-zip »); or parts, encoded as a whole. */
function fileOfMultipart(leaf: Part, raw: Buffer): Instead {
  const { head } = leaf
  const { content, name }: Decoded = decodeTransfer(head, raw)
  if (guessedBoundary(content, 0, content.length) === null)
    return { type: `application/octet-stream${head.parameters}`, content, name }
  const mail = Buffer.concat([Buffer.from(`Content-Type: ${head.type}${head.parameters}\r\n\r\n`), content])
  return { type: 'message/rfc822', content: mail, name }
}

/** What is declared by its place or with a boundary that it does not have is declared anew. */
function retyped({ head }: Part, raw: Buffer): Instead | null {
  if (head.boundary === null && !head.byItsPlace) return null
  const parameters = head.parameters.replace(/;\s*boundary\s*=\s*("[^"]*"|[^;\s]*)/gi, '')
  return { ...decodeTransfer(head, raw), type: `${head.type || 'text/plain'}${parameters}` }
}

/** What was written behind an encoded file belongs to no file: a text of its own. */
function footerOf(decoded: Decoded | null): Instead[] {
  if (decoded === null || decoded.footer === '') return []
  return [{ type: 'text/plain; charset=utf-8', content: Buffer.from(decoded.footer), name: null }]
}

/** Parts that are shown as text unless something else is said of them. */
function isShownText({ head }: Part): boolean {
  return head.type === '' || head.type === 'text/plain' || head.type === 'text/html'
}
