import { fromBER, OctetString } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { readEml } from './eml.ts'
import { type Budget, leaf, type Opened, pagesOf, reading, Unreadable } from './opened.ts'

const SIGNED = '1.2.840.113549.1.7.2'
const ENVELOPED = '1.2.840.113549.1.7.3'
const PKCS7 = 'application/pkcs7-mime'
/** A part of a mail begins with a field of its head (RFC 8551, 3.1): every other content is a file. */
const FIELD =
  /^\s*(?:content-[a-z-]+|mime-version|from|to|subject|date|message-id|received|return-path)[ \t]*:/i
const ARMOUR = /^\s*-----BEGIN (?:PKCS ?#?7|CMS|SIGNED|CERTIFICATE)[^\n]*-----/

/**
 * S/MIME and CAdES (RFC 8551, RFC 5126): what an opaque signature wraps is a mail's content and is read as
 * one, or a file and is handed on; whether the signature verifies is told. A signature alone wraps nothing.
 * What is enciphered for somebody is encrypted.
 */
export async function readP7m(content: Uint8Array, budget: Budget): Promise<Opened> {
  const info = contentInfo(inBinary(content))
  if (info.contentType === ENVELOPED) throw new Unreadable('encrypted', 'enciphered for somebody (S/MIME)')
  if (info.contentType !== SIGNED)
    throw new Unreadable('unsupported', 'an S/MIME object that is no signature')
  const signed = new SignedData({ schema: info.content })
  const wrapped = signed.encapContentInfo.eContent
  if (!(wrapped instanceof OctetString)) return leaf('application/pkcs7-signature', { pages: pagesOf([]) })
  const inner = new Uint8Array(wrapped.getValue())
  const detail =
    `S/MIME: the signature ${(await verifies(signed)) ? 'verifies' : 'does not verify'}; its chain is ` +
    'not judged'
  if (!FIELD.test(Buffer.from(inner.subarray(0, 200)).toString('latin1'))) {
    budget.bytes -= inner.byteLength
    if (budget.bytes < 0) throw new Unreadable('too_large', 'the signed file expands too far')
    const name = nameInside(budget.said?.name ?? '')
    return { reading: reading(PKCS7, { pages: pagesOf([]), detail }), members: [{ name, content: inner }] }
  }
  const opened = await readEml(inner, budget)
  return { ...opened, reading: { ...opened.reading, mediaType: PKCS7, detail } }
}

/** « candidature.pdf.p7m » holds « candidature.pdf ». */
function nameInside(name: string): string {
  const own = name.split('/').at(-1) ?? ''
  return own.replace(/\.(p7m|p7s|p7b|p7c|pkcs7|cades|pem|b64|txt)$/i, '') || 'document signé'
}

/** Some programs write the object as text: between lines of dashes (RFC 7468), or as base64 alone. */
function inBinary(content: Uint8Array): Uint8Array {
  if (content[0] === 0x30) return content
  const text = Buffer.from(content).toString('latin1')
  return Buffer.from(text.replace(ARMOUR, '').replace(/-----END[\s\S]*$/, ''), 'base64')
}

function contentInfo(content: Uint8Array): ContentInfo {
  const { result, offset } = fromBER(new Uint8Array(content).buffer)
  if (offset === -1) throw new Unreadable('unreadable', 'not a sound S/MIME object')
  return new ContentInfo({ schema: result })
}

/** Whether the wrapped bytes are those that were signed; who signed them is for a person to judge. */
async function verifies(signed: SignedData): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, checkChain: false })
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}
