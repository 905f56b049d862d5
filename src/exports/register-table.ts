import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { outcomeInWords } from '../dossier/outcome.ts'
import { completenessInWords, timelinessInWords } from '../verdict/words.ts'
import { type ApplicationRecord, isIn } from './application-record.ts'

/** A cell that keeps what it is: text never becomes a formula, a moment sorts as a moment. */
export type Cell = string | number | { readonly at: Instant; readonly zone: string }

export interface Column {
  readonly title: string
  /** In characters. */
  readonly width: number
  cell(record: ApplicationRecord, call: Call): Cell
}

/** A sheet of a workbook, with its columns' titles on top. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Pick<Column, 'title' | 'width'>[]
  readonly rows: readonly (readonly Cell[])[]
  /**
   * `side-by-side`: one column for each candidate, printed across the sheet; by default a list with filters.
   */
  readonly laidOut?: 'side-by-side'
}

/** What an export says of an application, in the order in which people read it. */
export const COLUMNS: readonly Column[] = [
  { title: 'N° d’enregistrement', width: 14, cell: (record) => record.number },
  { title: 'Structure', width: 36, cell: (record) => record.name ?? '' },
  { title: 'Forme juridique', width: 18, cell: (record) => record.legalForm ?? '' },
  { title: 'SIRET ou SIREN', width: 18, cell: (record) => record.siret ?? '' },
  { title: 'N° RNA', width: 13, cell: (record) => record.rna ?? '' },
  { title: 'Représentant', width: 24, cell: (record) => record.representative ?? '' },
  { title: 'Qualité', width: 18, cell: (record) => record.role ?? '' },
  { title: 'Courriel', width: 30, cell: (record) => record.email ?? '' },
  { title: 'Téléphone', width: 18, cell: (record) => record.phone ?? '' },
  { title: 'Adresse', width: 40, cell: (record) => record.address ?? '' },
  { title: 'Filières', width: 24, cell: ({ sectors }, call) => sectorLabels(sectors, call) },
  {
    title: 'Reçue le (heure locale)',
    width: 20,
    cell: ({ receivedAt: at }, { deadline: { zone } }) => ({ at, zone }),
  },
  { title: 'Reçue le (UTC)', width: 25, cell: (record) => record.receivedAt },
  { title: 'Délai', width: 16, cell: (record) => timelinessInWords(record.timeliness) },
  { title: 'Complétude', width: 14, cell: (record) => completenessInWords(record.completeness) },
  { title: 'Non détecté', width: 30, cell: (record) => record.missing.join(', ') },
  { title: 'À vérifier', width: 30, cell: (record) => record.unclear.join(', ') },
  { title: 'Pièces', width: 50, cell: (record) => record.documents.join(', ') },
  { title: 'Courriels', width: 10, cell: (record) => record.mails },
  {
    title: 'Suite donnée',
    width: 20,
    cell: ({ outcome }) => (outcome === null ? '' : outcomeInWords(outcome)),
  },
  { title: 'Acte', width: 30, cell: (record) => record.outcomeAct ?? '' },
  { title: 'Acte du', width: 12, cell: (record) => record.outcomeOn ?? '' },
]

function sectorLabels(sectors: readonly string[], call: Call): string {
  return sectors.map((id) => call.sectors.find((sector) => sector.id === id)?.label ?? id).join(', ')
}

/**
 * The register on the first sheet, then one for each sector, the empty ones too, and one for those without.
 */
export function workbookOf(records: readonly ApplicationRecord[], call: Call): readonly Sheet[] {
  const rowOf = (record: ApplicationRecord) => COLUMNS.map((column) => column.cell(record, call))
  const sheet = (name: string, members: readonly ApplicationRecord[]): Sheet => ({
    name,
    columns: COLUMNS,
    rows: members.map(rowOf),
  })
  const without = records.filter(({ sectors }) => sectors.length === 0)
  return named([
    sheet('Registre', records),
    ...call.sectors.map(({ id, label }) =>
      sheet(
        label,
        records.filter((record) => isIn(record, id)),
      ),
    ),
    ...(without.length === 0 ? [] : [sheet('Filière non détectée', without)]),
  ])
}

const LONGEST_NAME = 31

/** Names of sheets are short, without some signs, and each other than the rest. */
function named(sheets: readonly Sheet[]): readonly Sheet[] {
  const taken = new Set<string>()
  return sheets.map((sheet) => {
    const plain = sheet.name.replace(/[\\/?*[\]:']/g, ' ').trim()
    let name = plain.slice(0, LONGEST_NAME)
    for (let rank = 2; taken.has(name.toLowerCase()); rank += 1)
      name = `${plain.slice(0, LONGEST_NAME - 4)} (${rank})`
    taken.add(name.toLowerCase())
    return { ...sheet, name }
  })
}
