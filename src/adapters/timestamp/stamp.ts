import { createHash, randomBytes } from 'node:crypto'
import { fromBER, Integer, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { certificatesIn } from '../../base/certificates.ts'
import { Failure } from '../../base/failure.ts'
import { type Instant, instantFromEpoch } from '../../base/instant.ts'

const SHA256 = '2.16.840.1.101.3.4.2.1'
/** RFC 3161, 2.3: the certificate must say that it stamps times, and nothing else. */
const STAMPS_TIMES = '1.3.6.1.5.5.7.3.8'
const EXTENDED_KEY_USAGE = '2.5.29.37'
/** RFC 3161, 2.4.2: granted, or granted with changes. */
const GRANTED = [0, 1]
const ANSWER_WITHIN_MS = 15_000

/** What a time-stamp says, once it was checked. */
export interface Stamped {
  readonly at: Instant
  readonly serial: string
}

/**
 * Asks an authority for a time-stamp over `data`; returns its whole answer (DER). Failures: transient when it
 * is away.
 */
export async function requestStamp(url: string, data: string): Promise<Buffer> {
  const nonce = randomBytes(8)
  nonce[0] = (nonce[0] ?? 0) & 0x7f
  const request = new TimeStampReq({
    version: 1,
    messageImprint: imprintOf(data),
    nonce: new Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  })
  const answer = await ask(url, new Uint8Array(request.toSchema().toBER()))
  const info = infoOf(answer)
  if (info.nonce === undefined || !Buffer.from(info.nonce.valueBlock.valueHexView).equals(nonce))
    throw refused('answers another question (its nonce differs)')
  await checkStamp(answer, data, null)
  return answer
}

/**
 * Checks a stamp over `data`: its imprint, its signature, that its certificate may stamp times, and, with
 * `roots` (PEM), that the certificate leads to one of them. Failure('permanent', 'stamp-…') says what does
 * not hold.
 */
export async function checkStamp(answer: Buffer, data: string, roots: string | null): Promise<Stamped> {
  const info = infoOf(answer)
  const hash = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView)
  if (!hash.equals(sha256(data))) throw wrong('imprint', 'it is a stamp of something else')
  const signed = signedData(answer)
  const trusted = roots === null ? [] : parsedCertificates(roots)
  const data_ = new Uint8Array(Buffer.from(data)).buffer
  const verified = await signed
    .verify({
      signer: 0,
      data: data_,
      checkChain: trusted.length > 0,
      trustedCerts: trusted,
      // A stamp outlives its certificate: what counts is that it held when it was made.
      checkDate: info.genTime,
      extendedMode: true,
    })
    .catch((error: unknown) => error)
  if (!isVerified(verified, trusted.length > 0))
    throw wrong('signature', 'its signature does not hold, or its certificate is not known')
  const certificates = signed.certificates ?? []
  if (!certificates.some((one) => one instanceof Certificate && stampsTimes(one)))
    throw wrong('usage', 'its certificate may not stamp times')
  return {
    at: instantFromEpoch(info.genTime.getTime()),
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
  }
}

function isVerified(result: unknown, withChain: boolean): boolean {
  if (typeof result !== 'object' || result === null || !('signatureVerified' in result)) return false
  const chain = 'signerCertificateVerified' in result && result.signerCertificateVerified === true
  return result.signatureVerified === true && (!withChain || chain)
}

function imprintOf(data: string): MessageImprint {
  return new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
    hashedMessage: new OctetString({ valueHex: new Uint8Array(sha256(data)).buffer }),
  })
}

async function ask(url: string, request: Uint8Array): Promise<Buffer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from(request),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => null)
  if (answer === null) throw refused('does not answer')
  if (!answer.ok) throw refused(`answers ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

function infoOf(answer: Buffer): TSTInfo {
  const content = signedData(answer).encapContentInfo.eContent
  if (content === undefined) throw wrong('form', 'it holds no time')
  return new TSTInfo({ schema: parsed(Buffer.from(content.getValue())) })
}

function signedData(answer: Buffer): SignedData {
  const response = new TimeStampResp({ schema: parsed(answer) })
  if (!GRANTED.includes(response.status.status) || response.timeStampToken === undefined)
    throw refused(`refuses (status ${response.status.status})`)
  return new SignedData({ schema: response.timeStampToken.content })
}

function parsed(der: Buffer) {
  const { result, offset } = fromBER(new Uint8Array(der).buffer)
  if (offset === -1) throw wrong('form', 'it is no time-stamp')
  return result
}

function parsedCertificates(pem: string): Certificate[] {
  return certificatesIn(pem).map((block) => {
    const der = Buffer.from(block.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
    return new Certificate({ schema: parsed(der) })
  })
}

function stampsTimes(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find((one) => one.extnID === EXTENDED_KEY_USAGE)?.parsedValue
  const purposes: unknown = usage?.keyPurposes
  return Array.isArray(purposes) && purposes.length === 1 && purposes[0] === STAMPS_TIMES
}

function sha256(data: string): Buffer {
  return createHash('sha256').update(data).digest()
}

function refused(what: string): Failure {
  return new Failure(
    'transient',
    'timestamp-refused',
    `the time-stamp authority ${what}: acknowledgements go on, the stamp is asked for again`,
  )
}

function wrong(what: 'form' | 'imprint' | 'signature' | 'usage', words: string): Failure {
  return new Failure('permanent', `stamp-${what}`, `the time-stamp does not hold: ${words}`)
}
