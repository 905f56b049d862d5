/** What the head of a part says of it, for telling parts apart: names to show are the parser's to decode. */
export interface PartHead {
  /** As it stands, without the empty line that ends it. */
  readonly bytes: Buffer
  /** In lower case; '' where nothing is declared. */
  readonly type: string
  /** The parameters of the declared type as they are written: to be declared again with another type. */
  readonly parameters: string
  readonly boundary: string | null
  readonly charset: string | null
  readonly named: boolean
  readonly disposition: string
  /** Its type is that of its place: a mail in a `multipart/digest` (RFC 2046, 5.1.5). */
  readonly byItsPlace: boolean
  /** The word for the transfer encoding as the parser understands it: without comments, in lower case. */
  readonly encoding: string
}

/** Longer heads are hardly one: what is looked at is bounded, as the parser's is. */
const VALUE_AT_MOST = 10_000

/**
 * What the head of a part says of it (RFC 2045, RFC 2183). `inDigest`: a part without a type is a mail there
 * (RFC 2046, 5.1.5).
 */
export function readPartHead(bytes: Buffer, inDigest = false): PartHead {
  const fields = contentFields(bytes)
  const type = withoutComments(first(fields, 'content-type'))
  const disposition = withoutComments(first(fields, 'content-disposition'))
  return {
    bytes,
    type: firstWord(type) || (inDigest ? 'message/rfc822' : ''),
    byItsPlace: inDigest && firstWord(type) === '',
    parameters: type.includes(';') ? type.slice(type.indexOf(';')) : '',
    boundary: parameter(type, 'boundary')?.trimEnd() || null,
    charset: parameter(type, 'charset'),
    named: [parameter(disposition, 'filename'), parameter(type, 'name')].some((name) => (name ?? '') !== ''),
    disposition: firstWord(disposition),
    encoding: withoutComments(first(fields, 'content-transfer-encoding')).toLowerCase().trim(),
  }
}

/**
 * The fields that speak of content, the first of each name, unfolded; of a mail’s own head all others are
 * passed over.
 */
function contentFields(bytes: Buffer): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let open = ''
  for (const line of bytes.toString('latin1').split(/\r?\n/)) {
    const value = fields.get(open)
    if (/^[ \t]/.test(line)) {
      if (value !== undefined && value.length < VALUE_AT_MOST) fields.set(open, `${value} ${line.trim()}`)
      continue
    }
    const [, name = '', rest = ''] = /^(content-[a-z-]+)[ \t]*:(.*)$/i.exec(line) ?? []
    open = fields.has(name.toLowerCase()) ? '' : name.toLowerCase()
    if (open !== '') fields.set(open, rest.trim())
  }
  return fields
}

function first(fields: ReadonlyMap<string, string>, name: string): string {
  return (fields.get(name) ?? '').slice(0, VALUE_AT_MOST)
}

function firstWord(value: string): string {
  return (value.split(';')[0] ?? '').trim().toLowerCase()
}

/** Comments (RFC 5322, 3.2.2) outside quotation marks are left out; one that never ends is none. */
function withoutComments(value: string): string {
  if (!value.includes('(')) return value
  return value.replace(/"[^"]*"|\([^()]*\)/g, (found) => (found.startsWith('(') ? '' : found))
}

/** A parameter as written, or the first piece of one that is written in pieces or encoded (RFC 2231). */
function parameter(value: string, name: string): string | null {
  const written = new RegExp(`;[ \\t]*${name}(?:\\*0?\\*?)?[ \\t]*=[ \\t]*(?:"([^"]*)"|([^";\\s]+))`, 'i')
  const found = written.exec(value)
  return found === null ? null : (found[1] ?? found[2] ?? '')
}
