import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RegistrationNumber } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'
import { canonical } from './entry.ts'
import { isSigned, type Signer } from './signature.ts'

/** Above this number files are named by one hash over their list: the block stays below 1.5 kB. */
const FILES_NAMED = 7
const BEGIN = '-----BEGIN RECEPISSE-----'
const END = '-----END RECEPISSE-----'
const LINE = 64

/** A file as it was sent: the applicant has it too, and can compute the same fingerprint. */
export const ReceiptFile = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
})
export type ReceiptFile = z.infer<typeof ReceiptFile>

/**
 * What the authority certifies to one applicant about one mail. `entry`: the place of the mail in the
 * register.
 */
export const Receipt = z.strictObject({
  v: z.literal(1),
  call: z.string(),
  number: RegistrationNumber,
  receivedAt: Instant,
  source: z.string(),
  files: z.union([
    z.array(ReceiptFile),
    z.strictObject({ count: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ]),
  entry: z.strictObject({ position: z.int().min(0), leaf: z.string().regex(/^[0-9a-f]{64}$/) }),
  key: z.string(),
})
export type SignedFacts = z.infer<typeof Receipt>

const Signed = z.strictObject({ receipt: Receipt, signature: z.string() })
export type SignedReceipt = z.infer<typeof Signed>

export type ReceiptFacts = Omit<SignedFacts, 'v' | 'files' | 'key'> & {
  readonly files: readonly ReceiptFile[]
}

/** The block that goes into an acknowledgement: ASCII, lines of 64, less than 1.5 kB. */
export function receiptBlock(facts: ReceiptFacts, signer: Signer): string {
  const receipt = Receipt.parse({ v: 1, ...facts, files: shortened(facts.files), key: signer.id })
  const signed: SignedReceipt = { receipt, signature: signer.sign(receipt) }
  const body = Buffer.from(canonical(signed)).toString('base64')
  return [BEGIN, ...(body.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []), END].join('\n')
}

/**
 * Null when the text holds no block that can be read. Quoted, indented or with other line ends it is still
 * found; written in any other way than receipts are, to the last bit of its base64, it is none: one text for
 * one receipt.
 */
export function receiptIn(text: string): SignedReceipt | null {
  const start = text.indexOf(BEGIN)
  const end = text.indexOf(END, start)
  if (start < 0 || end < 0) return null
  const body = text.slice(start + BEGIN.length, end).replaceAll(/[^A-Za-z0-9+/=]/g, '')
  try {
    const signed = Signed.parse(JSON.parse(Buffer.from(body, 'base64').toString()))
    return Buffer.from(canonical(signed)).toString('base64') === body ? signed : null
  } catch {
    return null
  }
}

/** Whether this very receipt was signed with the key whose public half is given, in PEM. */
export function isReceiptSigned({ receipt, signature }: SignedReceipt, publicPem: string): boolean {
  return isSigned(receipt, signature, publicPem)
}

/** Which of the applicant's files the receipt names, and how many of those it names they did not show. */
export function compareFiles(
  { receipt }: SignedReceipt,
  shown: readonly ReceiptFile[],
): { readonly known: readonly boolean[]; readonly notShown: number } {
  const named = receipt.files
  if (!Array.isArray(named)) {
    const isAll = shown.length === named.count && listHash(shown) === named.sha256
    return { known: shown.map(() => isAll), notShown: isAll ? 0 : named.count }
  }
  const shas = new Set(shown.map((file) => file.sha256))
  return {
    known: shown.map((file) => named.some((one) => one.sha256 === file.sha256 && one.bytes === file.bytes)),
    notShown: named.filter((one) => !shas.has(one.sha256)).length,
  }
}

function shortened(files: readonly ReceiptFile[]): SignedFacts['files'] {
  return files.length <= FILES_NAMED ? [...files] : { count: files.length, sha256: listHash(files) }
}

/** Over the sorted fingerprints, one a line: whoever has all files can compute it. */
function listHash(files: readonly ReceiptFile[]): string {
  const lines = files.map((file) => `${file.sha256}\n`).sort()
  return createHash('sha256').update(lines.join('')).digest('hex')
}
