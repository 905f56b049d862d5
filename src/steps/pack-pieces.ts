import { createHash } from 'node:crypto'
import { asFailure } from '../base/failure.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Document, playsKnownPart } from '../documents/document.ts'
import type { MailOpener } from '../documents/mail-opener.ts'
import type { Archive } from '../evidence/evidence.ts'
import { type ApplicationSheet, applicationSheet } from '../exports/application-sheet.ts'
import { categoryLabel, comparisonOf } from '../exports/comparison.ts'
import { comparisonSheet } from '../exports/comparison-sheet.ts'
import { csv } from '../exports/csv.ts'
import { fileName, namePart, paths } from '../exports/file-names.ts'
import { type ReceivedPiece, receivedPieces } from '../exports/received-pieces.ts'
import type { Sheet } from '../exports/register-table.ts'
import { type Category, inCategory } from '../register/by-sector.ts'
import { isPaper } from '../register/piece-name.ts'
import type { Register } from '../register/register.ts'
import type { ApplicationView, MailView } from '../register/views.ts'

/** A file of a package, there as soon as it is asked for and not before. */
export interface PackedEntry {
  readonly path: string
  readonly content: Uint8Array
}

export interface PiecesPorts {
  readonly register: Register
  readonly archive: Archive
  /** Cuts pieces out of mails, behind its wall. */
  readonly opener: Pick<MailOpener, 'attachment'>
  readonly clock: Clock
  readonly workbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>
  readonly sheets: (sheets: readonly ApplicationSheet[], call: Call, at: Instant) => Promise<Uint8Array>
  /** Told after each application, of how many. */
  readonly progress: (done: number, of: number) => void
}

/**
 * What a committee works with, as the files of one package, a folder for each category: the comparison, then
 * of each application its sheet and what was received, as it came, under names that tell whose and what it
 * is; at last a list of everything, and its fingerprints for `sha256sum -c`. One piece is in memory at a
 * time. A piece that cannot be cut out comes with its mail; what an antivirus named does not come, and the
 * list says so.
 */
export async function* packPieces(
  ports: PiecesPorts,
  call: Call,
  category: Category,
): AsyncGenerator<PackedEntry> {
  const { register, progress } = ports
  const pack = new Pieces()
  const all = await register.applications(call.id)
  const groups = groupsOf(all, call, category)
  const of = groups.reduce((sum, { members }) => sum + members.length, 0)
  const corrections = await register.corrections(null)
  let done = 0
  for (const { sector, members } of groups) {
    if (members.length === 0) continue
    const folder = namePart(categoryLabel(sector, call)) || 'filiere'
    const comparison = comparisonOf(all, call, { sector, order: 'alphabet' }, corrections)
    const workbook = await ports.workbook([comparisonSheet(comparison, call.shortTitle)])
    yield pack.own(`${folder}/Comparaison_${folder}.xlsx`, workbook)
    for (const application of members) {
      yield* applicationEntries(pack, ports, call, { application, folder })
      done += 1
      progress(done, of)
    }
  }
  yield pack.own('LISEZMOI.txt', Buffer.from(NOTE))
  yield pack.own('MANIFESTE.csv', Buffer.from(pack.manifest()))
  yield { path: 'SHA256SUMS', content: Buffer.from(pack.sums()) }
}

const NOTE = `Dossiers de candidature, par filière

Comparaison_*.xlsx   les candidatures de la filière côte à côte, avec des lignes vides pour le comité
*_fiche.pdf          la fiche de chaque candidature
les autres fichiers  ce qui a été reçu, tel que reçu : N°_Nom_pièce (le courriel entier, où son texte est \
une pièce)
MANIFESTE.csv        chaque fichier : empreinte SHA-256, taille, nom d’origine, courriel, date de réception \
(UTC)
SHA256SUMS           pour vérifier que rien n’a changé : sha256sum -c SHA256SUMS

Les fichiers reçus viennent de l’extérieur : ouvrez-les avec prudence. Ils contiennent des données \
personnelles.
`

interface Group {
  readonly sector: string | null
  readonly members: readonly ApplicationView[]
}

function groupsOf(all: readonly ApplicationView[], { sectors }: Call, category: Category): readonly Group[] {
  const wanted = category === undefined ? [...sectors.map(({ id }) => id), null] : [category]
  return wanted.map((sector) => ({ sector, members: inCategory(all, sector) }))
}

async function* applicationEntries(
  pack: Pieces,
  ports: PiecesPorts,
  call: Call,
  { application, folder }: { readonly application: ApplicationView; readonly folder: string },
): AsyncGenerator<PackedEntry> {
  const { number, applicant, mails } = application
  const named = (piece: string) => `${folder}/${fileName(number, applicant.name, piece)}`
  const sheet = await ports.sheets([applicationSheet(application, call)], call, ports.clock.now())
  yield pack.own(named('fiche.pdf'), sheet)
  for (const piece of infectedPieces(mails)) pack.leftOut(piece, 'non remise : signalée par l’antivirus')
  const clean = mails.map((mail) => ({ ...mail, documents: mail.documents.filter(isClean) }))
  const pieces = receivedPieces({ mails: clean }).map(({ file }) => file)
  for (const mail of mails) {
    const own = pieces.filter((piece) => piece.mail === mail.fingerprint)
    const raw = await ports.archive.read(mail.fingerprint)
    let cut = 0
    for (const piece of own) {
      const content = await cutOut(ports, raw, piece)
      if (content === null) continue
      cut += 1
      yield pack.received(named(piece.name), content, piece)
    }
    if (cut === own.length && !saysMore(mail)) continue
    if (mail.documents.every(isClean)) yield pack.received(named(wholeName(mail)), raw, mailOf(mail))
    else pack.leftOut(wholeOf(mail, raw), 'non remis : une de ses pièces est signalée par l’antivirus')
  }
}

const isClean = ({ problem }: Pick<Document, 'problem'>): boolean => problem !== 'infected'

function infectedPieces(mails: readonly MailView[]): readonly ReceivedPiece[] {
  const infected = mails.map((mail) => ({
    ...mail,
    documents: mail.documents.filter((document) => !isClean(document)),
  }))
  return receivedPieces({ mails: infected }).map(({ file }) => file)
}

/** A mail that is itself a piece, by its text or by a link in it; and one that brought nothing else. */
function saysMore(mail: MailView): boolean {
  const isPiece = mail.documents.some(
    ({ kind, roles }) => kind === 'link' || (kind === 'body' && playsKnownPart(roles)),
  )
  return isPiece || receivedPieces({ mails: [mail] }).length === 0
}

function wholeName(mail: MailView): string {
  return isPaper(mail) ? 'saisie.eml' : 'courriel.eml'
}

function wholeOf(mail: MailView, raw: Uint8Array): ReceivedPiece {
  const { fingerprint, receipt } = mail
  const { name } = mailOf(mail)
  const receivedAt = receipt?.receivedAt ?? null
  return {
    kind: 'file',
    name,
    sha256: fingerprint,
    decor: false,
    bytes: raw.length,
    mail: fingerprint,
    receivedAt,
  }
}

/** What the whole mail is called in the list. */
function mailOf(mail: MailView): Origin {
  const name = isPaper(mail) ? 'la saisie du dépôt papier' : 'le courriel lui-même'
  return { name, mail: mail.fingerprint, receivedAt: mail.receipt?.receivedAt ?? null }
}

/**
 * Null where the reader does not find it, finds what holds it, or ends over it: then the whole mail is handed
 * on.
 */
async function cutOut(
  { opener }: PiecesPorts,
  raw: Uint8Array,
  { sha256 }: ReceivedPiece,
): Promise<Uint8Array | null> {
  try {
    const content = await opener.attachment(raw, sha256)
    return content !== null && sha256Of(content) === sha256 ? content : null
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'permanent') return null
    throw failure
  }
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

type Origin = Pick<ReceivedPiece, 'name' | 'mail' | 'receivedAt'>

/** What was packed so far, each file with its fingerprint. */
class Pieces {
  readonly #pathOf = paths()
  readonly #rows: string[][] = []
  readonly #sums: string[] = []

  own(path: string, content: Uint8Array): PackedEntry {
    return this.#add(path, content, ['établi par le service', '', ''])
  }

  received(path: string, content: Uint8Array, { name, mail, receivedAt }: Origin): PackedEntry {
    return this.#add(path, content, [name, mail, receivedAt ?? ''])
  }

  leftOut({ name, mail, receivedAt, sha256, bytes }: ReceivedPiece, why: string): void {
    this.#rows.push([why, sha256, String(bytes), name, mail, receivedAt ?? ''])
  }

  manifest(): string {
    const head = ['Fichier', 'SHA-256', 'Octets', 'Nom d’origine', 'Empreinte du courriel', 'Reçu le (UTC)']
    return csv([head, ...this.#rows])
  }

  sums(): string {
    return this.#sums.map((line) => `${line}\n`).join('')
  }

  #add(wanted: string, content: Uint8Array, origin: readonly string[]): PackedEntry {
    const path = this.#pathOf(wanted)
    const sha256 = sha256Of(content)
    this.#rows.push([path, sha256, String(content.byteLength), ...origin])
    this.#sums.push(`${sha256}  ${path}`)
    return { path, content }
  }
}
