import { asAscii } from './bytes.js'

/** As deep as parts are looked into. */
const DEEPEST = 10

/** The texts of a saved mail (RFC 2045), whatever they were encoded in; of any other file, the file. */
export function textsOf(bytes) {
  const source = asAscii(bytes)
  return [source, ...partsOf(source, 0)]
}

function partsOf(source, depth) {
  const end = /\r?\n\r?\n/.exec(source)
  if (end === null || depth > DEEPEST) return []
  const head = source.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ')
  const body = source.slice(end.index + end[0].length)
  const type = /^content-type:\s*([^\s;]+)(.*)$/im.exec(head)
  const kind = type?.[1]?.toLowerCase() ?? 'text/plain'
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type?.[2] ?? '')
  if (kind.startsWith('multipart/') && boundary !== null)
    return body
      .split(`--${boundary[1] ?? boundary[2]}`)
      .slice(1)
      .flatMap((part) => partsOf(part.replace(/^[ \t]*\r?\n/, ''), depth + 1))
  const decoded = decodedBody(body, /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase())
  if (kind === 'message/rfc822') return partsOf(decoded, depth + 1)
  return kind.startsWith('text/') ? [decoded] : []
}

function decodedBody(body, encoding) {
  if (encoding === 'quoted-printable')
    return body
      .replace(/[ \t]*=\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  if (encoding !== 'base64') return body
  try {
    return atob(body.replace(/[^A-Za-z0-9+/]/g, ''))
  } catch {
    return ''
  }
}
