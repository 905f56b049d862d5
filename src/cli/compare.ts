import { writeFile } from 'node:fs/promises'
import { writeWorkbook } from '../adapters/spreadsheet/write-workbook.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { comparisonOf, ORDERS } from '../exports/comparison.ts'
import { comparisonSheet } from '../exports/comparison-sheet.ts'
import { refuseUnproven } from '../steps/printable.ts'
import { type Command, textOption } from './command.ts'
import { callWanted, sectorWanted } from './named.ts'
import { print } from './output.ts'
import { place } from './staff-options.ts'

export const compare: Command = {
  usage: 'compare --category ID [--call ID] [--order alphabet|receipt] --out FILE.xlsx',
  details: [
    '  --category  a sector of the call, or « none » for the candidates of whom none is known',
    '  --call      which call, where there are several',
    '  --order     alphabet, or receipt; alphabet by default: there is no other',
    '  --out       a workbook: one column for each candidate, with what was read and where',
    'Criteria are empty rows for people to fill: nothing is scored, added up or ranked.',
  ],
  options: {
    category: { type: 'string' },
    call: { type: 'string' },
    order: { type: 'string' },
    out: { type: 'string' },
  },
  positionals: false,
  async run(values) {
    const out = place(values, 'out')
    const order = ORDERS.find((one) => one === (textOption(values, 'order') ?? 'alphabet'))
    if (order === undefined) throw new Failure('permanent', 'usage', `--order takes ${ORDERS.join(' or ')}`)
    await using world = await openWorld('compare')
    const call = callWanted(values, world)
    const sector = sectorWanted(values, call)
    await refuseUnproven(world.register)
    const applications = await world.register.applications(call.id)
    const corrections = await world.register.corrections(null)
    const comparison = comparisonOf(applications, call, { sector, order }, corrections)
    await writeFile(out, await writeWorkbook([comparisonSheet(comparison, call.shortTitle)]), { mode: 0o600 })
    print(`${comparison.category}: ${comparison.candidates.length} candidates in ${out}`)
    return 0
  },
}
