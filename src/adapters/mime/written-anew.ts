import { randomBytes } from 'node:crypto'
import type { Part, Structure } from './structure.ts'

/** What is written in a leaf's place: its declared type (null: the one it has) and its bytes, decoded. */
export interface Instead {
  readonly type: string | null
  readonly content: Uint8Array
  readonly name: string | null
  /** It is the text of the mail. */
  readonly isBody?: true
  /** It is shown in the text, as a picture is that stands beside it. */
  readonly isShown?: true
}

/** Kinds of parts that say how they belong together; all others are one behind the other. */
const KINDS = /^multipart\/(alternative|related|mixed|signed|report|digest|appledouble)$/
const LINE_END = '\r\n'

/**
 * The same parts between delimiters of our own, those that were lost and files out of texts behind the
 * others.
 */
export function writtenAnew(
  bytes: Buffer,
  { root, lost }: Structure,
  instead: ReadonlyMap<Part, Instead | null>,
  files: readonly Instead[],
): Buffer {
  const top = fieldsIn(root.head.bytes).filter((field) => !CONTENT.test(field))
  const parts = [root, ...lost].map((part) => partAnew(part, bytes, instead))
  const written = files.map((file) => leafAnew([], file))
  return Buffer.concat([Buffer.from(top.join(''), 'latin1'), between('mixed', [...parts, ...written])])
}

const CONTENT = /^content-/i

function partAnew(part: Part, bytes: Buffer, instead: ReadonlyMap<Part, Instead | null>): Buffer {
  const fields = fieldsIn(part.head.bytes).filter((field) => CONTENT.test(field))
  if (part.children !== null) {
    const kind = KINDS.exec(part.head.type)?.[1] ?? 'mixed'
    const children = part.children.map((child) => partAnew(child, bytes, instead))
    return between(kind, children)
  }
  const other = instead.get(part) ?? null
  if (other !== null) return leafAnew(fields, other)
  const head = Buffer.from(`${fields.join('')}${LINE_END}`, 'latin1')
  return Buffer.concat([head, bytes.subarray(part.start, part.end)])
}

function leafAnew(fields: readonly string[], instead: Instead): Buffer {
  const { type, content } = instead
  const replaced =
    type === null ? /^content-transfer-encoding[ \t]*:/i : /^content-(transfer-encoding|type)[ \t]*:/i
  const kept = fields.filter((field) => !replaced.test(field))
  const isDisposed = kept.some((field) => /^content-disposition[ \t]*:/i.test(field))
  const head = [
    ...kept,
    ...(type === null ? [] : [`Content-Type: ${type}${LINE_END}`]),
    ...(isDisposed ? [] : dispositionOf(instead)),
    `Content-Transfer-Encoding: base64${LINE_END}${LINE_END}`,
  ]
  const lines = Buffer.from(content).toString('base64').replace(/.{76}/g, `$&${LINE_END}`)
  return Buffer.concat([Buffer.from(head.join(''), 'latin1'), Buffer.from(lines)])
}

function dispositionOf({ name, isBody, isShown }: Instead): readonly string[] {
  if (isBody === true) return []
  if (isShown !== true) return [`Content-Disposition: attachment${nameField(name)}${LINE_END}`]
  return [
    `Content-Disposition: inline${LINE_END}`,
    `Content-ID: <${randomBytes(9).toString('hex')}>${LINE_END}`,
  ]
}

/** Any name (RFC 2231, 4). */
function nameField(name: string | null): string {
  if (name === null) return ''
  const signs = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `; filename*=UTF-8''${signs}`
}

function between(kind: string, parts: readonly Buffer[]): Buffer {
  const boundary = `=_${randomBytes(18).toString('hex')}`
  const head = `Content-Type: multipart/${kind}; boundary="${boundary}"${LINE_END}`
  const delimiter = Buffer.from(`${LINE_END}--${boundary}${LINE_END}`)
  const close = Buffer.from(`${LINE_END}--${boundary}--${LINE_END}`)
  return Buffer.concat([Buffer.from(head), ...parts.flatMap((part) => [delimiter, part]), close])
}

/** The fields of a head as they stand, folded lines with them, each closed by a line end. */
function fieldsIn(head: Buffer): string[] {
  const fields: string[] = []
  for (const line of head.toString('latin1').split(/\r?\n/)) {
    if (/^[ \t]/.test(line) && fields.length > 0) fields.push(`${fields.pop() ?? ''}${line}${LINE_END}`)
    else if (line !== '') fields.push(`${line}${LINE_END}`)
  }
  return fields
}
