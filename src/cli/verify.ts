import { createHash, createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createMailParser } from '../adapters/mime/parse.ts'
import { checkStamp } from '../adapters/timestamp/stamp.ts'
import { Failure } from '../base/failure.ts'
import { Bundle, entriesNotCovered, isHeadSigned, stampedText } from '../proof/bundle.ts'
import { PublishedHeads, type SignedHead } from '../proof/head.ts'
import { compareFiles, isReceiptSigned, receiptIn, type SignedReceipt } from '../proof/receipt.ts'
import { keyIdOf } from '../proof/signature.ts'
import { type Command, textOption, type Values } from './command.ts'
import { inspectRegister, type PrintedHead } from './inspect-register.ts'
import { print } from './output.ts'

export const verify: Command = {
  usage:
    'verify RECEIPT [FILES…] --key FILE [--proof FILE] [--roots FILE] | verify --register [--size N ' +
    '--root HEX] [--heads FILE]',
  details: [
    '  RECEIPT     the acknowledgement, as a mail (.eml) or as text; ' +
      'FILES: what was attached to the application',
    '  --key       the public key that the authority publishes (PEM)',
    '  --proof     preuve.json of « recepisse proof »: the place in the register, its head, the time-stamp',
    '  --roots     certificates (PEM) that the time-stamp must lead to',
    '  --register  goes through the whole register of this machine instead, and names each fault',
    '  --size, --root  a head as a digest printed it: whether the register still begins with it',
    '  --heads     a file of « recepisse heads », as it was published: whether each of its heads is ' +
      'still one of its states',
    'Offline: nothing leaves this machine. Ends with 0 when everything holds.',
  ],
  options: {
    key: { type: 'string' },
    proof: { type: 'string' },
    roots: { type: 'string' },
    register: { type: 'boolean' },
    size: { type: 'string' },
    root: { type: 'string' },
    heads: { type: 'string' },
  },
  positionals: true,
  async run(values, [receipt, ...files]) {
    if (values['register'] === true)
      return inspectRegister(printedHead(values), await publishedHeads(textOption(values, 'heads')))
    if (receipt === undefined)
      throw new Failure('permanent', 'usage', 'name the receipt: recepisse verify RECEIPT FILES… --key FILE')
    const signed = await receiptOf(receipt)
    const key = textOption(values, 'key')
    const pem = key === undefined ? null : await publicKey(key)
    const lines = [
      ...stated(signed),
      ...signatureLines(signed, pem),
      ...(await fileLines(signed, files)),
      ...(await proofLines(signed, pem, textOption(values, 'proof'), textOption(values, 'roots'))),
    ]
    for (const line of lines) print(`${MARK[line.state]} ${line.words}`)
    return lines.some((line) => line.state === 'wrong' || line.state === 'unknown') ? 1 : 0
  },
}

async function publishedHeads(path: string | undefined): Promise<readonly SignedHead[]> {
  if (path === undefined) return []
  try {
    return PublishedHeads.parse(JSON.parse(await readFile(path, 'utf8'))).heads
  } catch {
    throw new Failure('permanent', 'usage', `${basename(path)} is no file of « recepisse heads »`)
  }
}

function printedHead(values: Values): PrintedHead | null {
  const [size, root] = [textOption(values, 'size'), textOption(values, 'root')]
  if (size === undefined && root === undefined) return null
  if (!/^\d{1,15}$/.test(size ?? '') || !/^[0-9a-f]{8,64}$/.test(root ?? ''))
    throw new Failure(
      'permanent',
      'usage',
      '--size takes a number and --root the beginning of a root, at least 8 digits',
    )
  return { size: Number(size), root: root ?? '' }
}

interface Line {
  readonly state: 'right' | 'wrong' | 'unknown' | 'said'
  readonly words: string
}
const MARK = { right: 'OK  ', wrong: 'NON ', unknown: '?   ', said: '    ' } as const

async function receiptOf(path: string): Promise<SignedReceipt> {
  const raw = await readFile(path)
  const plain = receiptIn(raw.toString('latin1'))
  if (plain !== null) return plain
  const { mail } = await createMailParser().parse(raw)
  const inMail = receiptIn(mail.text)
  if (inMail === null)
    throw new Failure(
      'permanent',
      'no-receipt',
      `${basename(path)} : aucun reçu lisible (« BEGIN RECEPISSE »)`,
    )
  return inMail
}

async function publicKey(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8')
  try {
    createPublicKey(pem)
    return pem
  } catch {
    throw new Failure('permanent', 'usage', `${basename(path)} : ce n’est pas une clé publique au format PEM`)
  }
}

function stated({ receipt }: SignedReceipt): readonly Line[] {
  return [
    {
      state: 'said',
      words: `Candidature ${receipt.number}, reçue le ${receipt.receivedAt} (temps universel).`,
    },
    { state: 'said', words: `Inscription n° ${receipt.entry.position} au registre ; clé ${receipt.key}.` },
  ]
}

function signatureLines(signed: SignedReceipt, pem: string | null): readonly Line[] {
  if (pem === null)
    return [
      {
        state: 'unknown',
        words: 'Signature non vérifiée : donner la clé publique que publie l’autorité (--key).',
      },
    ]
  const id = keyIdOf(createPublicKey(pem))
  if (id !== signed.receipt.key)
    return [{ state: 'wrong', words: `Le reçu nomme la clé ${signed.receipt.key}, la clé donnée est ${id}.` }]
  return isReceiptSigned(signed, pem)
    ? [{ state: 'right', words: 'La signature du reçu est celle de l’autorité.' }]
    : [{ state: 'wrong', words: 'La signature du reçu ne tient pas : son contenu a été modifié.' }]
}

async function fileLines(signed: SignedReceipt, paths: readonly string[]): Promise<readonly Line[]> {
  const files = await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path)
      return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }
    }),
  )
  const { known, notShown } = compareFiles(signed, files)
  const lines: Line[] = paths.map((path, index) =>
    known[index] === true
      ? { state: 'right', words: `${basename(path)} : c’est un fichier reçu.` }
      : {
          state: 'wrong',
          words: `${basename(path)} : ce fichier n’est pas dans le reçu, ou il a changé depuis.`,
        },
  )
  if (notShown > 0)
    lines.push({ state: 'said', words: `Fichiers du reçu qui n’ont pas été présentés : ${notShown}.` })
  return lines
}

async function proofLines(
  { receipt }: SignedReceipt,
  pem: string | null,
  path: string | undefined,
  roots: string | undefined,
): Promise<readonly Line[]> {
  if (path === undefined) return []
  const bundle = Bundle.parse(JSON.parse(await readFile(path, 'utf8')))
  const own = bundle.entries.find((entry) => entry.position === receipt.entry.position)
  const isIn = own?.leaf === receipt.entry.leaf && entriesNotCovered(bundle).length === 0
  const { size, at } = bundle.head.head
  const lines: Line[] = [
    isIn
      ? { state: 'right', words: `Le reçu est inscrit au registre (${size} inscriptions le ${at}).` }
      : { state: 'wrong', words: 'L’inscription du reçu ne figure pas dans la tête du registre.' },
  ]
  if (pem !== null)
    lines.push(
      isHeadSigned(bundle, pem)
        ? { state: 'right', words: 'La tête du registre est signée par l’autorité.' }
        : {
            state: 'wrong',
            words: 'La signature de la tête du registre ne tient pas, ou vient d’une autre clé.',
          },
    )
  return [...lines, ...(await stampLines(bundle, roots))]
}

async function stampLines(bundle: Bundle, roots: string | undefined): Promise<readonly Line[]> {
  const trusted = roots === undefined ? null : await readFile(roots, 'utf8')
  const lines: Line[] = []
  for (const { authority, token } of bundle.stamps) {
    const who = trusted === null ? `${authority}, certificat non vérifié (--roots)` : authority
    lines.push(
      await checkStamp(Buffer.from(token, 'base64'), stampedText(bundle), trusted).then(
        ({ at }): Line => ({ state: 'right', words: `Horodatage du ${at} (${who}).` }),
        (error: unknown): Line => ({
          state: 'wrong',
          words:
            `L’horodatage de ${authority} ne tient pas ` +
            `(${error instanceof Failure ? error.code : 'illisible'}).`,
        }),
      ),
    )
  }
  return lines
}
