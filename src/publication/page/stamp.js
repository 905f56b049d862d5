import { digest, hex, joined, sameBytes } from './bytes.js'
import { fill } from './words.js'

const DIGESTS = {
  '608648016503040201': 'SHA-256',
  '608648016503040202': 'SHA-384',
  '608648016503040203': 'SHA-512',
}
const CURVES = {
  '2a8648ce3d030107': ['P-256', 32],
  '2b81040022': ['P-384', 48],
  '2b81040023': ['P-521', 66],
}
const RSA = '2a864886f70d010101'
const MESSAGE_DIGEST = '2a864886f70d010904'

/**
 * RFC 3161 and RFC 5652: the imprint, then the signature by the certificate within, whose chain is not judged
 * here.
 */
export async function stampLine(authority, answer, stamped, { words }) {
  const { right, other, unsigned, unread } = words.results.stamp
  const line = (state, { title, text }, values = {}) => ({
    state,
    title: fill(title, { authority }),
    text: fill(text, values),
  })
  try {
    const read = fieldsOf(answer)
    const imprint = await digest(stamped, DIGESTS[read.imprintDigest])
    if (!sameBytes(read.imprint, imprint)) return line('wrong', other)
    if (!(await isSignedWithin(read))) return line('wrong', unsigned)
    const [, date, time] = /^(\d{8})(\d{6})/.exec(read.time)
    return line('right', right, {
      date: date.replace(/(....)(..)(..)/, '$1-$2-$3'),
      time: time.replace(/(..)(..)(..)/, '$1:$2:$3'),
    })
  } catch {
    return line('unknown', unread)
  }
}

/** DER: values one after the other, each with its tag, its content and all its bytes. */
function der(bytes) {
  const values = []
  let start = 0
  while (start < bytes.length) {
    let [length, content] = [bytes[start + 1], start + 2]
    if (length > 127) {
      const many = length & 127
      length = bytes.slice(content, content + many).reduce((total, one) => total * 256 + one, 0)
      content += many
    }
    const end = content + length
    values.push({ tag: bytes[start], content: bytes.slice(content, end), whole: bytes.slice(start, end) })
    start = end
  }
  return values
}
const within = (value) => der(value.content)
const oid = (value) => hex(value.content)

function fieldsOf(answer) {
  const signed = within(within(within(within(der(answer)[0])[1])[1])[0])
  const info = der(within(within(signed[2])[1])[0].content)[0]
  const fields = within(info)
  const [algorithm, imprint] = within(fields[2])
  return {
    info: info.whole,
    imprintDigest: oid(within(algorithm)[0]),
    imprint: imprint.content,
    time: new TextDecoder().decode(fields.find(({ tag }) => tag === 0x18).content),
    signer: within(within(signed.at(-1))[0]),
    certificates: within(signed.find(({ tag }) => tag === 0xa0)),
  }
}

async function isSignedWithin({ info, signer, certificates }) {
  const name = DIGESTS[oid(within(signer[2])[0])]
  const attributes = signer.find(({ tag }) => tag === 0xa0)
  const message = within(attributes)
    .map(within)
    .find(([type]) => oid(type) === MESSAGE_DIGEST)
  if (!sameBytes(within(message[1])[0].content, await digest(info, name))) return false
  const number = within(signer[1]).at(-1).content
  const certificate = certificates
    .map((one) => within(within(one)[0]))
    .find((fields) => sameBytes(fields[1].content, number))
  const signed = joined([0x31], attributes.whole.slice(1))
  const signature = signer.find(({ tag }, index) => index > 3 && tag === 0x04).content
  return isSignedBy(certificate[6], name, signed, signature)
}

async function isSignedBy(spki, name, signed, signature) {
  const algorithm = within(within(spki)[0])
  const imported = (kind) => crypto.subtle.importKey('spki', spki.whole, kind, false, ['verify'])
  if (oid(algorithm[0]) === RSA) {
    const key = await imported({ name: 'RSASSA-PKCS1-v1_5', hash: name })
    return crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, signature, signed)
  }
  const [namedCurve, size] = CURVES[oid(algorithm[1])]
  const key = await imported({ name: 'ECDSA', namedCurve })
  const numbers = within(der(signature)[0]).map(({ content }) => {
    const bare = content.slice(content[0] === 0 ? 1 : 0)
    return joined(new Uint8Array(size - bare.length), bare)
  })
  return crypto.subtle.verify({ name: 'ECDSA', hash: name }, key, joined(...numbers), signed)
}
