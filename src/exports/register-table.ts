import { dateInWords } from '../acknowledgement/french.ts'
import { Day } from '../base/day.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { eligibilityInWords } from '../dossier/eligibility.ts'
import { outcomeInWords } from '../dossier/outcome.ts'
import { isUnder } from '../register/by-sector.ts'
import { completenessTold } from '../verdict/words.ts'
import type { ApplicationRecord } from './application-record.ts'
import { asWritten } from './as-written.ts'
import { lackingInWords, sectorLabels, timelinessTold, wayOfReceipt, whoApplied } from './record-words.ts'
import { STATES, stateTable } from './state-table.ts'

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
  /** Stands on top of each printed page. */
  readonly heading: string
  readonly columns: readonly Pick<Column, 'title' | 'width'>[]
  readonly rows: readonly (readonly Cell[])[]
  /**
   * `side-by-side`: one column for each candidate, printed across the sheet; `table`: few rows of figures; by
   * default a list with filters.
   */
  readonly laidOut?: 'side-by-side' | 'table'
  /** How many columns are printed, on one page across; all of them where it says nothing. */
  readonly printed?: number
}

/** What a committee reads on paper. */
const PRINTED: readonly Column[] = [
  { title: 'N° d’enregistrement', width: 18, cell: (record) => record.number },
  { title: 'Structure', width: 26, cell: whoApplied },
  { title: 'Filières', width: 18, cell: ({ sectors }, call) => sectorLabels(sectors, call) },
  {
    title: 'Reçue le (heure locale)',
    width: 20,
    cell: ({ receivedAt: at }, { deadline: { zone } }) => ({ at, zone }),
  },
  { title: 'Délai', width: 18, cell: timelinessTold },
  { title: 'Complétude', width: 13, cell: completenessTold },
  {
    title: 'Recevabilité',
    width: 14,
    cell: ({ eligibility }) => (eligibility === null ? '' : eligibilityInWords(eligibility)),
  },
  { title: 'Non détecté', width: 30, cell: (record, call) => lackingInWords(record.missing, record, call) },
  { title: 'À vérifier', width: 30, cell: (record, call) => lackingInWords(record.unclear, record, call) },
  { title: 'Pièces reçues', width: 34, cell: (record) => record.pieces.join(', ') },
]

/** What an export says of an application, in the order in which people read it: first what is printed. */
export const COLUMNS: readonly Column[] = [
  ...PRINTED,
  { title: 'Motif de la recevabilité', width: 36, cell: (record) => record.eligibilityReason ?? '' },
  { title: 'Forme juridique', width: 18, cell: (record) => record.legalForm ?? '' },
  { title: 'SIRET ou SIREN', width: 20, cell: ({ siret }) => spaced('siret', siret) },
  { title: 'N° RNA', width: 13, cell: (record) => record.rna ?? '' },
  { title: 'Représentant', width: 24, cell: (record) => record.representative ?? '' },
  { title: 'Qualité', width: 18, cell: (record) => record.role ?? '' },
  { title: 'Courriel', width: 30, cell: (record) => record.email ?? '' },
  { title: 'Téléphone', width: 18, cell: ({ phone }) => spaced('phone', phone) },
  { title: 'Adresse', width: 40, cell: (record) => record.address ?? '' },
  { title: 'Expéditeur', width: 30, cell: (record) => record.sender ?? '' },
  { title: 'Reçue', width: 30, cell: wayOfReceipt },
  { title: 'Reçue le (UTC)', width: 25, cell: (record) => record.receivedAt },
  { title: 'Courriels', width: 10, cell: (record) => record.mails },
  {
    title: 'Suite donnée',
    width: 20,
    cell: ({ outcome }) => (outcome === null ? '' : outcomeInWords(outcome)),
  },
  { title: 'Acte', width: 30, cell: (record) => record.outcomeAct ?? '' },
  {
    title: 'Acte du',
    width: 16,
    cell: ({ outcomeOn }) => (outcomeOn === null ? '' : dateInWords(Day.parse(outcomeOn))),
  },
]

/**
 * As people write it, so that a spreadsheet keeps every digit and runs nothing: « 700 000 045 00018 »,
 * « 0262 50 11 22 », « 0032 2 123 45 67 » for what begins with a plus.
 */
function spaced(kind: 'siret' | 'phone', value: string | null): string {
  const written = asWritten(kind, value ?? '').replaceAll('\u00A0', ' ')
  return written.replace(/^\+(?=\d)/, '00')
}

/**
 * The register on the first sheet, then one for each sector, the empty ones too, one for those without, and
 * the figures.
 */
export function workbookOf(records: readonly ApplicationRecord[], call: Call): readonly Sheet[] {
  const rowOf = (record: ApplicationRecord) => COLUMNS.map((column) => column.cell(record, call))
  const sheet = (name: string, members: readonly ApplicationRecord[]): Sheet => ({
    name,
    heading: call.shortTitle,
    columns: COLUMNS,
    rows: members.map(rowOf),
    printed: PRINTED.length,
  })
  const without = records.filter((record) => isUnder(record, null))
  return named([
    sheet('Registre', records),
    ...call.sectors.map(({ id, label }) =>
      sheet(
        label,
        records.filter((record) => isUnder(record, id)),
      ),
    ),
    ...(without.length === 0 ? [] : [sheet('Filière non détectée', without)]),
    figures(records, call),
  ])
}

/** How many stand where, by category. */
function figures(records: readonly ApplicationRecord[], call: Call): Sheet {
  const rows = stateTable(
    records.map((record) => ({ ...record, count: 1 })),
    call,
  )
  return {
    name: 'Statistiques',
    heading: call.shortTitle,
    columns: [{ title: 'Filière', width: 30 }, ...STATES.map(({ label }) => ({ title: label, width: 14 }))],
    rows: rows.map(({ label, counts }): readonly Cell[] => [label, ...counts]),
    laidOut: 'table',
  }
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
