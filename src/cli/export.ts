import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openArchive } from '../adapters/archive/open.ts'
import { printSheets } from '../adapters/print/application-sheets.ts'
import { printRegister } from '../adapters/print/deposit-register.ts'
import { writeWorkbook } from '../adapters/spreadsheet/write-workbook.ts'
import { writeZip } from '../adapters/zip/write-zip.ts'
import { readersAtHand } from '../app/readers-at-hand.ts'
import { openWorld, type World } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { type ApplicationRecord, applicationRecord } from '../exports/application-record.ts'
import { applicationSheet } from '../exports/application-sheet.ts'
import { asCsv } from '../exports/csv.ts'
import { workbookOf } from '../exports/register-table.ts'
import { type Category, inCategory } from '../register/by-sector.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { packPieces } from '../steps/pack-pieces.ts'
import { refuseUnproven } from '../steps/printable.ts'
import { type Command, textOption, type Values } from './command.ts'
import { callWanted, sectorWanted } from './named.ts'
import { print, progress } from './output.ts'

const FORMATS = ['csv', 'xlsx', 'pdf', 'json', 'sheets', 'zip'] as const
type Format = (typeof FORMATS)[number]

export const exportCommand: Command = {
  usage: `export --format ${FORMATS.join('|')} [--call ID] [--category ID]`,
  details: [
    '  --format csv     for a spreadsheet in French: UTF-8 with its mark, semicolons, numbers as ' +
      'people write them',
    '  --format xlsx    a workbook: the register, one sheet for each category, figures',
    '  --format pdf     the register of deposits, to be printed and signed',
    '  --format json    one array of objects: ids and numbers as the register keeps them',
    '  --format sheets  a sheet of each application (PDF), to be printed and written on',
    '  --format zip     what was received, by category, with sheets, comparisons and fingerprints ' +
      '(sha256sum -c SHA256SUMS)',
    '  --call ID        when there are several calls: all but csv and json are of one',
    '  --category ID    of sheets and zip: one category alone, or none for those of whom none is known',
  ],
  options: { format: { type: 'string' }, call: { type: 'string' }, category: { type: 'string' } },
  positionals: false,
  async run(values) {
    const format = FORMATS.find((one) => one === textOption(values, 'format'))
    if (format === undefined)
      throw new Failure(
        'permanent',
        'usage',
        `say which format: recepisse export --format ${FORMATS.join(' or ')}`,
      )
    await using world = await openWorld('export')
    await refuseUnproven(world.register)
    if (format === 'json' || format === 'csv') print(await text(values, world, format))
    else await ofOne(values, world, format)
    return 0
  },
}

/** One text, however many calls it is of. */
async function text(values: Values, world: World, format: 'json' | 'csv'): Promise<string> {
  const wanted = textOption(values, 'call')
  const exported = await Promise.all(
    world.calls
      .filter(({ id }) => wanted === undefined || id === wanted)
      .map(async (call) => ({ call, records: await recordsOf(world, call) })),
  )
  if (format === 'csv') return asCsv(exported)
  return JSON.stringify(
    exported.flatMap(({ records }) => records),
    null,
    2,
  )
}

async function recordsOf({ register }: World, call: Call): Promise<readonly ApplicationRecord[]> {
  return (await register.summaries(call.id)).map((one) => applicationRecord(one, call))
}

async function ofOne(values: Values, world: World, format: Exclude<Format, 'json' | 'csv'>): Promise<void> {
  const call = callWanted(values, world)
  const category = textOption(values, 'category') === undefined ? undefined : sectorWanted(values, call)
  if (format === 'zip') await writeDossiers(world, call, category)
  else process.stdout.write(await bytesOf(world, call, format, category))
}

async function bytesOf(
  world: World,
  call: Call,
  format: 'xlsx' | 'pdf' | 'sheets',
  category: Category,
): Promise<Uint8Array> {
  const { register, clock } = world
  switch (format) {
    case 'xlsx':
      return writeWorkbook(workbookOf(await recordsOf(world, call), call))
    case 'pdf': {
      const head = (await register.lastHead())?.head ?? null
      return printRegister(await recordsOf(world, call), call, clock.now(), head)
    }
    case 'sheets': {
      const all = await register.applications(call.id)
      const members = inCategory(all, category)
      const sheets = members.map((one) => applicationSheet(one, call))
      return printSheets(sheets, call, clock.now())
    }
  }
}

/** Written as it is made. */
async function writeDossiers(world: World, call: Call, category: Category): Promise<void> {
  const { register, clock, settings } = world
  await using readers = readersAtHand(settings, { processes: 1 })
  const bar = progress('applications')
  const entries = packPieces(
    {
      register,
      clock,
      archive: await openArchive(archiveLocation(settings)),
      opener: readers,
      workbook: writeWorkbook,
      sheets: printSheets,
      progress: bar.show,
    },
    call,
    category,
  )
  await pipeline(Readable.from(writeZip(entries, clock.now()), { objectMode: false }), process.stdout, {
    end: false,
  })
  bar.clear()
}
