import { type AttachmentStream, MailParser, type MessageText } from 'mailparser'
import { BodyClaim } from './body-claim.ts'

/** What mailparser's splitter says of a part: the properties that are read or written here. */
interface SplitNode {
  readonly type: 'node' | 'body' | 'data'
  readonly contentType?: string | false
  disposition?: string | false
  readonly filename?: string | false
  readonly parentNode?: SplitNode | false
}

type ProcessChunk = (this: MailParser, chunk: SplitNode, done: (error?: Error | null) => void) => void

const PARTS_AT_MOST = 500
const NESTING_AT_MOST = 20

/** A disposition of ours: mailparser takes every disposition it does not know for `attachment`. */
export const KEPT_INLINE = 'x-kept-inline'

/**
 * mailparser, except that no text part vanishes: it shows inline text parts as the body and forgets their
 * names and bytes. Here only the first text and what stands beside it in `multipart/alternative` is the
 * body; named or later text parts are emitted as attachments whose disposition is KEPT_INLINE.
 * `processChunk` is mailparser's own method and not in its types; a test holds us to the pinned version.
 */
export class LeafParser extends MailParser {
  private readonly texts = new BodyClaim()

  /** `htmlToText`: makes text of HTML that stands alone. */
  constructor(htmlToText: boolean) {
    super({
      skipHtmlToText: !htmlToText,
      ignoreEmbedded: true,
      keepDeliveryStatus: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      checksumAlgo: false,
      maxChildNodes: PARTS_AT_MOST,
      maxHtmlLengthToParse: 2_000_000,
    })
  }

  processChunk(chunk: SplitNode, done: (error?: Error | null) => void): void {
    if (chunk.type === 'node') {
      if (depthOf(chunk) > NESTING_AT_MOST) {
        done(new Error('nested too deep'))
        return
      }
      this.claim(chunk)
    }
    inheritedProcessChunk().call(this, chunk, done)
  }

  /** Decides whether a text part is the body; if not, makes an attachment of it. */
  private claim(part: SplitNode): void {
    const { contentType, disposition, filename } = part
    const claimant = {
      type: typeof contentType === 'string' ? contentType : 'text/plain',
      disposition: typeof disposition === 'string' ? disposition : '',
      named: typeof filename === 'string' && filename !== '',
    }
    if (this.texts.take(claimant, alternativeOf(part)) === 'kept') part.disposition = KEPT_INLINE
  }
}

/** What the parser emits: attachments, then the text. */
export type Emitted = AttachmentStream | MessageText

function inheritedProcessChunk(): ProcessChunk {
  const method: unknown = Reflect.get(MailParser.prototype, 'processChunk')
  if (!isProcessChunk(method))
    throw new TypeError('mailparser has no processChunk: another version than the pinned one')
  return method
}

function isProcessChunk(value: unknown): value is ProcessChunk {
  return typeof value === 'function'
}

/** The outermost `multipart/alternative` that holds a part. */
function alternativeOf(part: SplitNode): SplitNode | undefined {
  let found: SplitNode | undefined
  for (let at = part.parentNode; at; at = at.parentNode) {
    if (at.contentType === 'multipart/alternative') found = at
  }
  return found
}

function depthOf(part: SplitNode): number {
  let depth = 0
  for (let at = part.parentNode; at; at = at.parentNode) depth += 1
  return depth
}
