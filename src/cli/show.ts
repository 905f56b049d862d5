import { openWorld, type World } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import type { ApplicationView, MailView, OutboxItem } from '../register/register.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { applicationRecord } from './application-record.ts'
import type { Command } from './command.ts'
import { print, table, withoutControls } from './output.ts'
import { wallClockText } from './wall-clock.ts'

export const show: Command = {
  usage: 'show NUMBER [--json]',
  details: ['  --json  as one JSON object'],
  options: { json: { type: 'boolean' } },
  positionals: true,
  async run(values, [number]) {
    if (number === undefined)
      throw new Failure('permanent', 'usage', 'name the application: recepisse show NUMBER')
    await using world = await openWorld('show')
    const { application, call } = await applicationNamed(world, number.toUpperCase())
    const letters = (await world.register.letters()).filter((letter) => letter.number === application.number)
    if (values['json'] === true)
      print(
        JSON.stringify({
          ...applicationRecord(application, call),
          verdict: application.verdict,
          history: application.mails,
        }),
      )
    else print(describe(application, letters, call))
    return 0
  },
}

async function applicationNamed(
  world: World,
  number: string,
): Promise<{ application: ApplicationView; call: Call }> {
  for (const call of world.calls) {
    const application = (await world.register.applications(call.id)).find((one) => one.number === number)
    if (application !== undefined) return { application, call }
  }
  throw new Failure(
    'permanent',
    'no-such-application',
    `the register has no application ${number}; « recepisse list » shows those it has`,
  )
}

function describe(application: ApplicationView, letters: readonly OutboxItem[], call: Call): string {
  const record = applicationRecord(application, call)
  const facts = Object.entries(application.applicant).map(([fact, value]) => [fact, value ?? '(not found)'])
  return [
    `${application.number}  ${record.timeliness}  ${record.completeness}  sectors: ${record.sectors.join(', ') || '(none found)'}`,
    '',
    table(facts),
    '',
    ...application.mails.map((mail) => describeMail(mail, call)),
    'Requirements',
    table(
      requirementsOf(application.verdict.findings).map((finding) => [
        `  ${finding.id}`,
        finding.status,
        finding.reason,
        evidenceOf(finding.evidence),
      ]),
    ),
    '',
    'Letters',
    table(
      letters.map((letter) => [
        `  ${letter.id.slice(0, 30)}`,
        letter.state,
        letter.sentAt ?? '',
        letter.uncertain > 0 ? 'may have been sent twice' : '',
        letter.arrival === null ? '' : `${letter.arrival.news} ${letter.arrival.at}`,
      ]),
    ),
  ].join('\n')
}

function describeMail(mail: MailView, call: Call): string {
  const clocks =
    mail.receipt?.clocks.map((clock) => [
      `  ${clock.source}`,
      clock.at,
      wallClockText(clock.at, call.deadline.zone),
    ]) ?? []
  const documents = mail.documents.map((document) => [
    `  ${document.name}`,
    `${document.bytes} bytes`,
    document.roles.map((role) => role.role).join(' '),
    document.problem ?? '',
    document.sha256.slice(0, 16),
  ])
  const answer =
    mail.decision === null
      ? 'undecided'
      : mail.decision.send
        ? 'acknowledged'
        : `${mail.decision.held ? 'held' : 'not answered'}: ${mail.decision.reason}`
  return [
    `${mail.fate} received ${mail.receipt?.receivedAt ?? ''} by the clock « ${mail.receipt?.source ?? ''} », ${answer}`,
    table([...clocks, ...documents]),
    '',
  ].join('\n')
}

function evidenceOf(evidence: readonly { document: string; page: number; text: string }[]): string {
  const [first] = evidence
  return first === undefined
    ? ''
    : withoutControls(`${first.document}, p. ${first.page}: ${first.text}`).slice(0, 100)
}
