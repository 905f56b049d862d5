import type { Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { archiveTransfer, type PackedFile, type Unit } from '../exports/archive-transfer.ts'
import { asCsv } from '../exports/csv.ts'
import type { PublishedHeads, SignedHead } from '../proof/head.ts'
import type { Register } from '../register/register.ts'
import { applicationUnit, type DossierPorts, mailUnit, Package, type PackageFolder } from './pack-dossier.ts'

export interface PackPorts extends DossierPorts {
  readonly folder: PackageFolder
  readonly heads: () => Promise<PublishedHeads>
  readonly registerOfDeposits: () => Promise<Uint8Array>
  /** Told after each file. */
  readonly progress: (done: number) => void
}

/** Who hands over to whom, as the archives know them. */
export interface Handover {
  readonly archivalAgency: string
  readonly transferringAgency: string
  readonly at: Instant
}

const ENTRIES_AT_ONCE = 500

/**
 * Writes a call for the archives: register, mails as they came, letters, receipts, what proves each, the
 * signed heads, a list of every file with its fingerprint, and the description of SEDA 2.1. The folder gets
 * its name when all of it is there.
 */
export async function packArchive(
  ports: PackPorts,
  call: Call,
  head: SignedHead,
  handover: Handover,
): Promise<readonly PackedFile[]> {
  const pack = new Package(ports)
  const unit = await callUnit(pack, ports, call, head)
  const description = archiveTransfer({
    ...handover,
    identifier: `${call.id}-${handover.at}`,
    comment:
      `Candidatures reçues par courriel et sur papier pour « ${call.title} » ` + `(${call.authority.name}).`,
    unit,
  })
  await pack.add('manifest.xml', 'application/xml', description)
  await pack.add('LISEZMOI.txt', 'text/plain', NOTE)
  const list = { v: 1, call: call.id, at: handover.at, files: pack.files }
  await ports.folder.write('empreintes.json', `${JSON.stringify(list, null, 1)}\n`)
  await ports.folder.finish()
  return pack.files
}

const NOTE = `Paquet d’archivage d’un appel

manifest.xml               bordereau de transfert (SEDA 2.1, ArchiveTransfer)
empreintes.json            chaque fichier du paquet, sa taille et son empreinte SHA-256
content/registre.*         le registre (CSV, JSON) et le registre des dépôts (PDF)
content/inscriptions.jsonl toutes les inscriptions au registre, dans l’ordre, sans donnée personnelle
content/tetes.json         les têtes signées du registre et les clés publiques
content/candidatures/      par candidature : courriels reçus, lettres, reçus signés, preuve
content/courriels/         les autres courriels conservés : questions, courriels que nul n’a pu lire

Un reçu se vérifie ainsi : sa signature avec la clé de tetes.json, puis la preuve de sa candidature
(preuve.json), dont chaque inscription mène à la racine de la tête signée. La même racine se recalcule
d’après inscriptions.jsonl. Comparez la clé à celle que l’autorité a publiée.
`

async function callUnit(pack: Package, ports: PackPorts, call: Call, head: SignedHead): Promise<Unit> {
  const { register } = ports
  const kept = await keptMails(register)
  const applications = await register.applications(call.id)
  const letters = await register.letters()
  const register_ = await registerUnit(pack, ports, call)
  const units: Unit[] = []
  for (const application of applications)
    units.push(await applicationUnit(pack, ports, { application, letters, kept, head }))
  const inDossiers = new Set(applications.flatMap(({ mails }) => mails.map(({ fingerprint }) => fingerprint)))
  const others = (await register.mails(call.id)).filter(
    ({ fingerprint }) => kept.has(fingerprint) && !inDossiers.has(fingerprint),
  )
  const items: Unit[] = []
  for (const mail of others) items.push(await mailUnit(pack, ports.archive, mail, 'content/courriels'))
  const rest: Unit = { level: 'File', title: 'Autres courriels', files: [], units: items }
  return {
    level: 'RecordGrp',
    title: call.title,
    identifier: call.id,
    ...(call.retention === undefined ? {} : { description: `Conservation : ${call.retention.basis}` }),
    files: [],
    units: [register_, ...units, ...(items.length === 0 ? [] : [rest])],
  }
}

async function keptMails(register: Register): Promise<ReadonlySet<Fingerprint>> {
  const kept = new Set<Fingerprint>()
  for (let after = ''; ; ) {
    const some = await register.keptAfter(after, ENTRIES_AT_ONCE)
    for (const mail of some) kept.add(mail)
    const last = some.at(-1)
    if (last === undefined) return kept
    after = last
  }
}

async function registerUnit(pack: Package, ports: PackPorts, call: Call): Promise<Unit> {
  const records = (await ports.register.summaries(call.id)).map((one) => applicationRecord(one, call))
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`
  const files = [
    await pack.add('content/registre.csv', 'text/csv', asCsv([{ call, records }])),
    await pack.add('content/registre.json', 'application/json', json(records)),
    await pack.add('content/registre.pdf', 'application/pdf', await ports.registerOfDeposits()),
    await pack.add(
      'content/inscriptions.jsonl',
      'application/x-ndjson',
      await entriesAsLines(ports.register),
    ),
    await pack.add('content/tetes.json', 'application/json', json(await ports.heads())),
  ]
  return { level: 'File', title: 'Registre des candidatures et ses preuves', files, units: [] }
}

/** Bodies alone: what people read of them is in the proof of each application. */
async function entriesAsLines(register: Register): Promise<string> {
  const lines: string[] = []
  for (;;) {
    const entries = await register.entries(lines.length, ENTRIES_AT_ONCE)
    if (entries.length === 0) return `${lines.join('\n')}\n`
    lines.push(...entries.map(({ position, body, leaf }) => JSON.stringify({ position, body, leaf })))
  }
}
