import { counted, typographic } from '../acknowledgement/french.ts'
import { openWorld } from '../app/world.ts'
import type { Call } from '../call/call.ts'
import { bySector } from '../register/by-sector.ts'
import type { ApplicationView } from '../register/views.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { applicationRecord } from './application-record.ts'
import type { Command } from './command.ts'
import { print, table } from './output.ts'
import { wallClockText } from './wall-clock.ts'

export const list: Command = {
  usage: 'list [--json]',
  details: ['  --json  one JSON object per application'],
  options: { json: { type: 'boolean' } },
  positionals: false,
  async run(values) {
    await using world = await openWorld('list')
    for (const call of world.calls) {
      const applications = await world.register.applications(call.id)
      if (values['json'] === true)
        for (const one of applications) print(JSON.stringify(applicationRecord(one, call)))
      else print(listing(applications, call, world.calls.length > 1))
    }
    const { count } = (await world.register.vitals()).unfinished
    if (count > 0 && values['json'] !== true) print(waiting(count))
    return 0
  },
}

function listing(applications: readonly ApplicationView[], call: Call, titled: boolean): string {
  const groups = bySector(applications, call).flatMap(({ label, members }) => [
    `${label} : ${members.length}`,
    ...(members.length === 0
      ? []
      : [indented(table(members.map((member) => rowOf(member, call.deadline.zone))))]),
  ])
  return [...(titled ? [call.title] : []), ...groups].join('\n')
}

/** They are in no sector yet: staff should know that there are more. */
function waiting(count: number): string {
  return typographic(`${counted(count, 'courriel reçu', 'courriels reçus')} : encore à lire`)
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}

export function rowOf(application: ApplicationView, zone: string): readonly string[] {
  const { verdict } = application
  const missing = requirementsOf(verdict.findings)
    .filter((finding) => finding.status !== 'met')
    .map((finding) => `${finding.id}${finding.status === 'unclear' ? '?' : ''}`)
  return [
    application.number,
    application.applicant.name ?? '(name not found)',
    wallClockText(application.receivedAt, zone),
    verdict.timeliness,
    verdict.completeness,
    missing.join(' '),
  ]
}
