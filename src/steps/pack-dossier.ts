import { createHash } from 'node:crypto'
import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import { outcomeInWords } from '../dossier/outcome.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { PackedFile, Unit } from '../exports/archive-transfer.ts'
import { filesOfLetter } from '../exports/letter-files.ts'
import type { Bundle } from '../proof/bundle.ts'
import type { SignedHead } from '../proof/head.ts'
import { receiptIn } from '../proof/receipt.ts'
import type { OutboxItem } from '../register/outbox.ts'
import type { Register } from '../register/register.ts'
import type { ApplicationView, MailView } from '../register/views.ts'

/** Where a package is written; whole, or not there. */
export interface PackageFolder {
  write(name: string, content: string | Uint8Array): Promise<void>
  finish(): Promise<void>
}

/** What a dossier is packed from. */
export interface DossierPorts {
  readonly register: Register
  readonly archive: Archive
  /** What proves an application's place below this head. */
  readonly bundle: (number: RegistrationNumber, head: SignedHead) => Promise<Bundle>
}

interface Into {
  readonly folder: PackageFolder
  /** Told after each file. */
  readonly progress: (done: number) => void
}

/** What was written so far, each file with its fingerprint. */
export class Package {
  readonly files: PackedFile[] = []
  readonly #ports: Into

  constructor(ports: Into) {
    this.#ports = ports
  }

  async add(path: string, mediaType: string, content: string | Uint8Array): Promise<PackedFile> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    await this.#ports.folder.write(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { path, bytes: bytes.byteLength, sha256, mediaType }
    this.files.push(file)
    this.#ports.progress(this.files.length)
    return file
  }
}

interface Dossier {
  readonly application: ApplicationView
  readonly letters: readonly OutboxItem[]
  readonly kept: ReadonlySet<Fingerprint>
  readonly head: SignedHead
}

/**
 * Packs an application for long-term archiving: its proof, its letters and its mails, as a unit of SEDA 2.1.
 */
export async function applicationUnit(
  pack: Package,
  { register, archive, bundle }: DossierPorts,
  { application, letters, kept, head }: Dossier,
): Promise<Unit> {
  const { number, applicant, receivedAt, outcome, mails } = application
  const folder = `content/candidatures/${number}`
  const files = [
    await pack.add(
      `${folder}/preuve.json`,
      'application/json',
      `${JSON.stringify(await bundle(number, head), null, 1)}\n`,
    ),
  ]
  const own = new Set((await register.lettersOf(number)).map(({ id }) => id))
  for (const item of letters.filter((one) => own.has(one.id))) {
    const { id, letter } = item
    const text = `${letter.subject}\n\n${letter.text}`
    files.push(await pack.add(`${folder}/lettres/${id}.txt`, 'text/plain', text))
    for (const { name, type, content } of filesOfLetter(item))
      files.push(await pack.add(`${folder}/lettres/${name}`, type, content))
    if (receiptIn(letter.text) !== null)
      files.push(await pack.add(`${folder}/recus/${id}.txt`, 'text/plain', receiptLines(letter.text)))
  }
  const units: Unit[] = []
  for (const mail of mails)
    if (kept.has(mail.fingerprint)) units.push(await mailUnit(pack, archive, mail, `${folder}/courriels`))
  const end = outcome?.outcome == null ? 'aucune enregistrée' : outcomeInWords(outcome.outcome.kind)
  return {
    level: 'File',
    title: `${number} – ${applicant.name ?? 'candidat non identifié'}`,
    identifier: number,
    description: `Suite donnée : ${end}`,
    receivedAt,
    files,
    units,
  }
}

/** The block alone, as it stands in the letter. */
function receiptLines(text: string): string {
  const end = '-----END RECEPISSE-----'
  return `${text.slice(text.indexOf('-----BEGIN'), text.indexOf(end))}${end}\n`
}

/** Packs one mail as it came, and its time of receipt where it has one. */
export async function mailUnit(
  pack: Package,
  archive: Archive,
  mail: MailView,
  folder: string,
): Promise<Unit> {
  const raw = await archive.read(mail.fingerprint)
  const file = await pack.add(`${folder}/${mail.fingerprint}.eml`, 'message/rfc822', raw)
  const receivedAt = mail.receipt?.receivedAt
  return {
    level: 'Item',
    title: 'Courriel reçu',
    identifier: mail.fingerprint,
    ...(receivedAt === undefined ? {} : { receivedAt }),
    files: [file],
    units: [],
  }
}
