import { fromBER, OctetString } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { readEml } from './eml.ts'
import { type Budget, leaf, type Opened, pagesOf, Unreadable } from './opened.ts'

const SIGNED = '1.2.840.113549.1.7.2'
const ENVELOPED = '1.2.840.113549.1.7.3'

/**
 * S/MIME (RFC 8551): what an opaque signature wraps is a mail's content and is read as one; whether the
 * signature verifies is told. A signature alone wraps nothing. What is enciphered for somebody is encrypted.
 */
export async function readP7m(content: Uint8Array, budget: Budget): Promise<Opened> {
  const info = contentInfo(content)
  if (info.contentType === ENVELOPED) throw new Unreadable('encrypted', 'enciphered for somebody (S/MIME)')
  if (info.contentType !== SIGNED)
    throw new Unreadable('unsupported', 'an S/MIME object that is no signature')
  const signed = new SignedData({ schema: info.content })
  const wrapped = signed.encapContentInfo.eContent
  if (!(wrapped instanceof OctetString)) return leaf('application/pkcs7-signature', { pages: pagesOf([]) })
  const inner = new Uint8Array(wrapped.getValue())
  const opened = await readEml(inner, budget)
  const detail = `S/MIME: the signature ${(await verifies(signed)) ? 'verifies' : 'does not verify'}; its chain is not judged`
  return { ...opened, reading: { ...opened.reading, mediaType: 'application/pkcs7-mime', detail } }
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
