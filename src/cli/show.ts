import { typographic } from '../acknowledgement/french.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { Instant, millisecondsBetween } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlineAt } from '../call/deadline.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { wallClockText } from '../exports/wall-clock.ts'
import { applicationAt, type Decisions, summaryOf } from '../register/application-of.ts'
import type { OutboxItem } from '../register/outbox.ts'
import type { ApplicationView, MailView } from '../register/views.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { remarkInWords } from '../verdict/words.ts'
import { type Command, textOption } from './command.ts'
import { applicationNamed } from './named.ts'
import { print, withoutControls } from './output.ts'
import { table } from './table.ts'

export const show: Command = {
  usage: 'show NUMBER [--at INSTANT] [--json]',
  details: ['  --at    as it stood then: 2022-11-23T12:00:00.000Z', '  --json  as one JSON object'],
  options: { json: { type: 'boolean' }, at: { type: 'string' } },
  positionals: true,
  async run(values, [number]) {
    if (number === undefined)
      throw new Failure('permanent', 'usage', 'name the application: recepisse show NUMBER')
    await using world = await openWorld('show')
    const { application: now, call } = await applicationNamed(world, number.toUpperCase())
    const { register } = world
    const [outcomes, eligibilities] = [
      await register.outcomes(now.number),
      await register.eligibilities(now.number),
    ]
    const application = asOf(now, { outcomes, eligibilities }, textOption(values, 'at'))
    const letters = (await world.register.letters()).filter((letter) => letter.number === application.number)
    if (values['json'] === true)
      print(
        JSON.stringify({
          ...applicationRecord(summaryOf(application), call),
          verdict: application.verdict,
          history: application.mails,
        }),
      )
    else print(describe(application, letters, call))
    return 0
  },
}

function asOf(application: ApplicationView, decisions: Decisions, text: string | undefined): ApplicationView {
  if (text === undefined) return application
  const instant = Instant.safeParse(text)
  if (!instant.success)
    throw new Failure('permanent', 'usage', '--at takes an instant such as 2022-11-23T12:00:00.000Z')
  const then = applicationAt(application, decisions, instant.data)
  if (then === null)
    throw new Failure('permanent', 'no-such-application', `${application.number} had no mail at ${text}`)
  return then
}

function describe(application: ApplicationView, letters: readonly OutboxItem[], call: Call): string {
  const record = applicationRecord(summaryOf(application), call)
  const facts = Object.entries(application.applicant).map(([fact, value]) => [fact, value ?? '(not found)'])
  const sectors = record.sectors.join(', ') || '(none found)'
  return [
    `${application.number}  ${record.timeliness}  ${record.completeness}  sectors: ${sectors}`,
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
    ...application.verdict.findings.flatMap((finding) => remarkInWords(finding, call) ?? []).map(typographic),
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
  const margin = mail.receipt === null ? '' : `, ${marginText(mail.receipt.receivedAt, call)}`
  return [
    `${mail.fate} received ${mail.receipt?.receivedAt ?? ''} by the clock ` +
      `« ${mail.receipt?.source ?? ''} »${margin}, ${answer}`,
    table([...clocks, ...documents]),
    '',
  ].join('\n')
}

/** How far from the deadline: « 16:08:29 before the deadline ». */
function marginText(receivedAt: Instant, call: Call): string {
  const deadline = deadlineAt(receivedAt, call)
  if (deadline === null) return 'the call has no deadline'
  const seconds = Math.round(millisecondsBetween(receivedAt, deadline.at) / 1000)
  const [hours, minutes, rest] = [
    Math.abs(seconds) / 3600,
    (Math.abs(seconds) / 60) % 60,
    Math.abs(seconds) % 60,
  ].map((part) => String(Math.floor(part)).padStart(2, '0'))
  return `${hours}:${minutes}:${rest} ${seconds > 0 ? 'before' : 'after'} the deadline`
}

function evidenceOf(evidence: readonly { document: string; page: number; text: string }[]): string {
  const [first] = evidence
  return first === undefined
    ? ''
    : withoutControls(`${first.document}, p. ${first.page}: ${first.text}`).slice(0, 100)
}
