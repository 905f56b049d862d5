import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { RegistrationNumber } from '../../src/base/ids.ts'
import { Instant } from '../../src/base/instant.ts'
import { type ReceiptFacts, receiptBlock } from '../../src/proof/receipt.ts'
import { type Signer, signerOf } from '../../src/proof/signature.ts'
import { sampleCall as call } from '../mail/sample-call.ts'

const PKCS8 = '302e020100300506032b657004220420'
/** The same key at each run: what is said of it can be written down. */
function signerFrom(byte: string): Signer {
  const der = Buffer.from(PKCS8 + byte.repeat(32), 'hex')
  return signerOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
}
export const signer = signerFrom('11')
export const earlier = signerFrom('22')
export const stranger = signerFrom('33')

/** What the page’s program is given, without its words. */
export interface Given {
  readonly texts: readonly string[]
  readonly files: readonly File[]
  readonly keyText: string
  readonly proofText: string
}

const factOf = (text: string) => ({
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: Buffer.byteLength(text),
})
const hashOf = (text: string): string =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(0), Buffer.from(text)]))
    .digest('hex')

function receipt(over: Partial<ReceiptFacts> = {}, by = signer): string {
  const facts: ReceiptFacts = {
    call: call.id,
    number: RegistrationNumber.parse('TI22-ZBSD8'),
    receivedAt: Instant.parse('2022-11-22T14:03:11.000Z'),
    source: 'boundary',
    files: [factOf('un'), factOf('deux')],
    entry: { position: 0, leaf: hashOf('{}') },
    ...over,
  }
  return receiptBlock(facts, by)
}

/** Another content under the signature of the first. */
function forged(): string {
  const lines = receipt().split('\n')
  const signed = JSON.parse(Buffer.from(lines.slice(1, -1).join(''), 'base64').toString())
  const text = JSON.stringify({ ...signed, receipt: { ...signed.receipt, number: 'TI22-JK44R' } })
  return `${lines[0]}\n${Buffer.from(text).toString('base64')}\n${lines.at(-1)}`
}

/** A register of one entry, whose root is its leaf. */
function proofOf(by: Signer, root = hashOf('{}'), stamps: readonly object[] = []): string {
  const head = { size: 1, root, at: '2022-11-23T10:00:00.000Z', key: by.id }
  const signature = by.sign(head)
  const entries = [{ position: 0, inclusion: [], body: '{}' }]
  return JSON.stringify({ head: { head, signature }, entries, stamps })
}

const given = (text: string, over: Partial<Given> = {}): Given => ({
  texts: [text],
  files: [],
  keyText: '',
  proofText: '',
  ...over,
})
const file = (name: string, text: string): File => new File([text], name)
const many = Array.from({ length: 9 }, (_, index) => `fichier ${index}`)
const lines = receipt().split('\n')
const newer = Buffer.from('{"receipt":{"v":2},"signature":""}').toString('base64')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey

/** Whatever the page can be given, by what it is; each ends in a result or a reason of its own. */
export const GIVEN: Readonly<Record<string, Given>> = {
  nothing: given(' '),
  none: given('Bonjour'),
  cut: given(lines.slice(1).join('\n')),
  damaged: given(lines.toSpliced(3, 1).join('\n')),
  newer: given(`${lines[0]}\n${newer}\n${lines.at(-1)}`),
  several: given(`${receipt()}\n${receipt({}, earlier)}`),
  private: given(receipt(), { keyText: '-----BEGIN PRIVATE KEY-----' }),
  certificate: given(receipt(), { keyText: '-----BEGIN CERTIFICATE-----' }),
  receipt: given(receipt(), { keyText: receipt() }),
  other: given(receipt(), { keyText: rsa.export({ type: 'spki', format: 'pem' }).toString() }),
  damagedKey: given(receipt(), { keyText: 'bonjour' }),
  right: given(receipt()),
  'right with the key that was given': given(receipt(), { keyText: signer.publicPem }),
  'right with a key of before': given(receipt({}, earlier)),
  'of a call that is not known': given(receipt({ call: 'autre-appel', files: [] })),
  'of one file': given(receipt({ files: [factOf('un')] })),
  'on the first of a month': given(receipt({ receivedAt: Instant.parse('2026-10-31T22:05:09.000Z') })),
  changed: given(forged()),
  'by a key that the page has not': given(receipt({}, stranger)),
  'by another key than was given': given(receipt(), { keyText: stranger.publicPem }),
  'all files': given(receipt(), { files: [file('a.pdf', 'un'), file('b.pdf', 'deux')] }),
  'one file of two': given(receipt(), { files: [file('a.pdf', 'un')] }),
  'two files of four': given(receipt({ files: ['un', 'deux', 'trois', 'quatre'].map(factOf) }), {
    files: [file('a.pdf', 'un'), file('b.pdf', 'deux')],
  }),
  'a file that differs': given(receipt(), { files: [file('a.pdf', 'un'), file('b.pdf', 'autre')] }),
  'files that differ': given(receipt(), { files: [file('a.pdf', 'x'), file('b.pdf', 'y')] }),
  'all of many files': given(receipt({ files: many.map(factOf) }), {
    files: many.map((text, index) => file(`${index}.pdf`, text)),
  }),
  'some of many files': given(receipt({ files: many.map(factOf) }), { files: [file('0.pdf', 'fichier 0')] }),
  'many files, one of which differs': given(receipt({ files: many.map(factOf) }), {
    files: many.map((_, index) => file(`${index}.pdf`, 'autre')),
  }),
  'no proof': given(receipt(), { proofText: '{"v":1}' }),
  'a proof': given(receipt(), { proofText: proofOf(signer) }),
  'a proof of another register, by another key': given(receipt(), {
    proofText: proofOf(stranger, 'c'.repeat(64)),
  }),
  'a proof whose signature is of something else': given(receipt(), {
    proofText: proofOf(signer).replace('10:00:00', '11:00:00'),
  }),
  'a stamp that cannot be read': given(receipt(), {
    proofText: proofOf(signer, hashOf('{}'), [{ authority: 'Horodateur', token: 'AAAA' }]),
  }),
}
