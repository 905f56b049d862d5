import { type DeliveryReport, ENVELOPE_HEADER } from '../../mail/report.ts'
import { textOf } from './raw-head.ts'

/** A part of a report, as the parser found it. */
interface ReportPart {
  readonly declaredType: string
  readonly content: Uint8Array
}

const STATUS = /^message\/(global-)?delivery-status$/
const RETURNED = /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/
const READ_AT_MOST = 64 * 1024
const IDS_AT_MOST = 20
/** Of several recipients the worst news counts. */
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

/** Null for a mail without such parts. Never throws: what it cannot read it leaves out. */
export function reportOf(parts: readonly ReportPart[]): DeliveryReport | null {
  const statuses = parts.filter((part) => STATUS.test(part.declaredType)).map(opened)
  const returned = parts.filter((part) => RETURNED.test(part.declaredType)).map(opened)
  const complaint = parts.some((part) => part.declaredType === 'message/feedback-report')
  if (statuses.length + returned.length === 0 && !complaint) return null
  const status = statuses.join('\n')
  const heads = returned.map((mail) => mail.split(/\n\n/)[0] ?? '')
  const actions = fieldsOf(status, 'action').map((action) => action.toLowerCase())
  return {
    action: ACTIONS.find((action) => actions.includes(action)) ?? null,
    status:
      fieldsOf(status, 'status').map((value) => /\d\.\d{1,3}\.\d{1,3}/.exec(value)?.[0] ?? null)[0] ?? null,
    recipients: ['final-recipient', 'original-recipient']
      .flatMap((name) => fieldsOf(status, name))
      .map(recipientIn)
      .slice(0, IDS_AT_MOST),
    envelopeIds: [
      ...fieldsOf(status, 'original-envelope-id'),
      ...(statuses.length === 0 ? [] : heads.flatMap((head) => fieldsOf(head, ENVELOPE_HEADER))),
    ].slice(0, IDS_AT_MOST),
    messageIds: heads
      .flatMap((head) => fieldsOf(head, 'message-id'))
      .flatMap((value) => value.match(/<[^<>\s]{1,990}>/g) ?? [])
      .slice(0, IDS_AT_MOST),
    complaint,
  }
}

/** `rfc822; <a@b.example>` (RFC 3464, 2.3.1): the address without its type. */
function recipientIn(value: string): string {
  const address = value.slice(value.indexOf(';') + 1).trim()
  return address.replace(/^<|>$/g, '').toLowerCase()
}

function opened({ content }: ReportPart): string {
  return textOf(content.subarray(0, READ_AT_MOST))
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
}

function fieldsOf(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'gim'))].map((match) =>
    (match[1] ?? '').trim(),
  )
}
