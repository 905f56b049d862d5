import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { type ApplicationRecord, applicationRecord } from './application-record.ts'
import { type Command, textOption } from './command.ts'
import { csv } from './csv.ts'
import { print } from './output.ts'

export const exportCommand: Command = {
  usage: 'export --format csv|json',
  details: [
    '  --format csv   for a spreadsheet in French: UTF-8 with its mark, semicolons',
    '  --format json  one array of objects',
  ],
  options: { format: { type: 'string' } },
  positionals: false,
  async run(values) {
    const format = textOption(values, 'format')
    if (format !== 'csv' && format !== 'json')
      throw new Failure(
        'permanent',
        'usage',
        'say which format: recepisse export --format csv or --format json',
      )
    await using world = await openWorld('export')
    const records: ApplicationRecord[] = []
    for (const call of world.calls)
      records.push(
        ...(await world.register.applications(call.id)).map((application) =>
          applicationRecord(application, call),
        ),
      )
    print(format === 'json' ? JSON.stringify(records, null, 2) : asCsv(records))
    return 0
  },
}

const COLUMNS: readonly (readonly [string, (record: ApplicationRecord) => string])[] = [
  ['N° d’enregistrement', (record) => record.number],
  ['Structure', (record) => record.name ?? ''],
  ['Forme juridique', (record) => record.legalForm ?? ''],
  ['SIRET ou SIREN', (record) => record.siret ?? ''],
  ['N° RNA', (record) => record.rna ?? ''],
  ['Représentant', (record) => record.representative ?? ''],
  ['Qualité', (record) => record.role ?? ''],
  ['Courriel', (record) => record.email ?? ''],
  ['Téléphone', (record) => record.phone ?? ''],
  ['Adresse', (record) => record.address ?? ''],
  ['Filières', (record) => record.sectors.join(', ')],
  ['Reçue le (heure locale)', (record) => record.receivedLocally],
  ['Reçue le (UTC)', (record) => record.receivedAt],
  ['Délai', (record) => record.timeliness],
  ['Complétude', (record) => record.completeness],
  ['Non détecté', (record) => record.missing.join(', ')],
  ['À vérifier', (record) => record.unclear.join(', ')],
  ['Pièces', (record) => record.documents.join(', ')],
  ['Courriels', (record) => String(record.mails)],
]

export function asCsv(records: readonly ApplicationRecord[]): string {
  return csv([
    COLUMNS.map(([title]) => title),
    ...records.map((record) => COLUMNS.map(([, cell]) => cell(record))),
  ])
}
