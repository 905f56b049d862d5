import { printRegister } from '../adapters/print/deposit-register.ts'
import { writeWorkbook } from '../adapters/spreadsheet/write-workbook.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { type ApplicationRecord, applicationRecord } from '../exports/application-record.ts'
import { asCsv } from '../exports/csv.ts'
import { workbookOf } from '../exports/register-table.ts'
import { refuseUnproven } from '../steps/printable.ts'
import { type Command, textOption } from './command.ts'
import { print } from './output.ts'

const FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const

export const exportCommand: Command = {
  usage: 'export --format csv|xlsx|pdf|json [--call ID]',
  details: [
    '  --format csv   for a spreadsheet in French: UTF-8 with its mark, semicolons',
    '  --format xlsx  a workbook: the register, then one sheet for each sector',
    '  --format pdf   the register of deposits, to be printed and signed',
    '  --format json  one array of objects',
    '  --call ID      when there are several calls: xlsx and pdf are of one',
  ],
  options: { format: { type: 'string' }, call: { type: 'string' } },
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
    const wanted = textOption(values, 'call')
    const exported = await Promise.all(
      world.calls
        .filter(({ id }) => wanted === undefined || id === wanted)
        .map(async (call) => ({
          call,
          records: (await world.register.summaries(call.id)).map((one) => applicationRecord(one, call)),
        })),
    )
    if (format === 'json')
      print(
        JSON.stringify(
          exported.flatMap(({ records }) => records),
          null,
          2,
        ),
      )
    else if (format === 'csv') print(asCsv(exported))
    else {
      const { call, records } = only(exported)
      const bytes =
        format === 'xlsx'
          ? await writeWorkbook(workbookOf(records, call))
          : await printRegister(
              records,
              call,
              world.clock.now(),
              (await world.register.lastHead())?.head ?? null,
            )
      process.stdout.write(bytes)
    }
    return 0
  },
}

interface Exported {
  readonly call: Call
  readonly records: readonly ApplicationRecord[]
}

function only(exported: readonly Exported[]): Exported {
  const [first, ...others] = exported
  if (first === undefined || others.length > 0)
    throw new Failure('permanent', 'usage', 'say which call with --call: the file is of one')
  return first
}
