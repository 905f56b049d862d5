import type { AttachmentStream } from 'mailparser'
import { type Emitted, LeafParser } from './leaf-parser.ts'

/** A leaf part with its decoded bytes. */
export interface Leaf {
  readonly part: AttachmentStream
  readonly content: Uint8Array
}

/** What mailparser made of a mail, as far as it came. `stoppedBy` says why it did not reach the end. */
export interface Outcome {
  readonly leaves: readonly Leaf[]
  readonly text: string
  readonly html: string
  readonly subject: string
  readonly stoppedBy: string | null
}

/**
 * Runs the parser over the whole mail. Never rejects: a mail that stops the parser gives what came before.
 */
export function runParser(bytes: Buffer, options = { htmlToText: false }): Promise<Outcome> {
  return new Promise((resolve) => {
    const parser = new LeafParser(options.htmlToText)
    const leaves: Leaf[] = []
    let text = ''
    let html = ''
    const finish = (stoppedBy: string | null): void => {
      resolve({ leaves, text, html, subject: parser.subject ?? '', stoppedBy })
    }
    parser.on('data', (emitted: Emitted) => {
      if (emitted.type === 'attachment') {
        collect(emitted, leaves)
        return
      }
      text = emitted.text ?? ''
      html = emitted.html ?? ''
    })
    parser.once('end', () => finish(null))
    parser.on('error', (error: Error) => finish(error.message))
    parser.end(bytes)
  })
}

function collect(part: AttachmentStream, leaves: Leaf[]): void {
  const chunks: Buffer[] = []
  part.content.on('data', (chunk: Buffer) => chunks.push(chunk))
  part.content.once('end', () => {
    leaves.push({ part, content: Buffer.concat(chunks) })
    part.release?.()
  })
}

/** The charset that a part declares for its text; null where it declares none. */
export function charsetOf(part: AttachmentStream): string | null {
  const type: unknown = part.headers.get('content-type')
  return /"charset":"([^"]{1,100})"/i.exec(JSON.stringify(type ?? ''))?.[1] ?? null
}
