import { workingDaysLater } from '../acknowledgement/working-days.ts'
import { openWorld } from '../app/world.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { wallClockText } from '../exports/wall-clock.ts'
import { bySector } from '../register/by-sector.ts'
import type { ApplicationSummary, MailView } from '../register/views.ts'
import { waitsForPerson } from '../register/waiting.ts'
import { missingIn, toVerifyIn } from '../verdict/judge.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'
import { table } from './table.ts'

export const list: Command = {
  usage: 'list [--json]',
  details: ['  --json  one JSON object per application'],
  options: { json: { type: 'boolean' } },
  positionals: false,
  async run(values) {
    await using world = await openWorld('list')
    for (const call of world.calls) {
      const applications = await world.register.summaries(call.id)
      if (values['json'] === true)
        for (const one of applications) print(JSON.stringify(applicationRecord(one, call)))
      else {
        print(listing(applications, call, world.calls.length > 1))
        const letters = await world.register.letters()
        const held = (await world.register.mails(call.id)).filter((mail) => waitsForPerson(mail, letters))
        if (held.length > 0) print(heldListing(held, call))
      }
    }
    const { count } = (await world.register.vitals()).unfinished
    if (count > 0 && values['json'] !== true) print(waiting(count))
    return 0
  },
}

function listing(applications: readonly ApplicationSummary[], call: Call, titled: boolean): string {
  const groups = bySector(applications, call).flatMap(({ label, members }) => [
    `${label} : ${members.length}`,
    ...(members.length === 0
      ? []
      : [indented(table(members.map((member) => rowOf(member, call.deadline.zone))))]),
  ])
  return [...(titled ? [call.title] : []), ...groups].join('\n')
}

/**
 * With the two terms of CRPA R112-11-2: one working day for the registration notice, ten for the
 * acknowledgement.
 */
function heldListing(held: readonly MailView[], { deadline: { zone } }: Call): string {
  const day = (since: Instant, days: number) =>
    wallClockText(workingDaysLater(since, days, zone), zone).slice(0, 10)
  const rows = held.flatMap(({ number, fingerprint, applicant, receipt, decision, fate }) =>
    receipt === null
      ? []
      : [
          [
            number ?? fingerprint.slice(0, 12),
            applicant?.name ?? (fate === 'inquiry' ? '(question)' : '(name not found)'),
            wallClockText(receipt.receivedAt, zone),
            day(receipt.receivedAt, 1),
            day(receipt.receivedAt, 10),
            decision?.reason ?? 'quarantined',
          ],
        ],
  )
  const titles = ['', 'who', 'received', 'notice by', 'letter by', 'why it is held']
  return `Acknowledgements that a person must send: ${held.length}\n${indented(table([titles, ...rows]))}`
}

/** They are in no sector yet: staff should know that there are more. */
function waiting(count: number): string {
  return `mails that are still to be read: ${count}`
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}

/**
 * An application as a row of the list: number, name, time in the zone, verdict, and what is missing or « ? »
 * to be looked at.
 */
export function rowOf(application: ApplicationSummary, zone: string): readonly string[] {
  const { verdict } = application
  const missing = [
    ...missingIn(verdict.findings).map(({ id }) => id),
    ...toVerifyIn(verdict.findings).map(({ id }) => `${id}?`),
  ]
  return [
    application.number,
    application.applicant.name ?? '(name not found)',
    wallClockText(application.receivedAt, zone),
    verdict.timeliness,
    verdict.completeness,
    missing.join(' '),
  ]
}
