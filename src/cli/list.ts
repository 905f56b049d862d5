import { openWorld } from '../app/world.ts'
import { bySector } from '../register/by-sector.ts'
import type { ApplicationView } from '../register/register.ts'
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
    const applications = await world.register.applications(world.call.id)
    if (values['json'] === true) {
      for (const application of applications)
        print(JSON.stringify(applicationRecord(application, world.call)))
      return 0
    }
    for (const { label, members } of bySector(applications, world.call)) {
      print(`${label} : ${members.length}`)
      if (members.length > 0)
        print(indented(table(members.map((member) => rowOf(member, world.call.deadline.zone)))))
    }
    return 0
  },
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
