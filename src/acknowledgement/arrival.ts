import { z } from 'zod'
import { fold } from '../base/folding.ts'
import { headerValues, type Mail } from '../mail/mail.ts'
import type { Triage } from '../mail/triage.ts'
import { type EnvelopeKey, handlesIn } from './envelope.ts'

/**
 * What a robot on the other side tells of a letter of ours. `bounced`: it will not arrive, by a notice that
 * bears our own signature; `said-bounced`: the same by one that anybody may have written; `delayed`: it may
 * yet; `challenged`: a filter keeps it until somebody proves to be human; `absent`: it arrived, the reader is
 * away.
 */
export const ArrivalNews = z.enum(['bounced', 'said-bounced', 'delayed', 'challenged', 'absent'])
export type ArrivalNews = z.infer<typeof ArrivalNews>

/** By what a robot's mail may name the letter it is about. */
export interface Traces {
  readonly messageIds: readonly string[]
  /** Handles of signed envelope addresses and envelope ids; forged ones are left out. */
  readonly handles: readonly string[]
  /** Whom its report is about; empty without one. */
  readonly recipients: readonly string[]
}

const RECIPIENT_HEADERS = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'received',
]
const TEXT_AT_MOST = 200_000
const IDS_AT_MOST = 40

/** Where a notice may name our letter: its recipient address, its thread, its report, the text it quotes. */
export function tracesOf(mail: Mail, key: EnvelopeKey): Traces {
  const text = mail.text.slice(0, TEXT_AT_MOST)
  const quoted = [...text.matchAll(/message-id\s*:\s*(<[^<>\s]{1,990}>)/gi)].map((match) => match[1] ?? '')
  const addressed = RECIPIENT_HEADERS.flatMap((name) => headerValues(mail, name))
  const envelopes = [...text.matchAll(/(?:original-envelope-id|envid)\s*[:=]\s*(\S{1,200})/gi)].map(
    (match) => match[1] ?? '',
  )
  const ids = [...mail.inReplyTo, ...mail.references, ...(mail.report?.messageIds ?? []), ...quoted]
  return {
    messageIds: [...new Set(ids)].slice(0, IDS_AT_MOST),
    handles: handlesIn([...addressed, ...(mail.report?.envelopeIds ?? []), ...envelopes].join('\n'), key),
    recipients: mail.report?.recipients ?? [],
  }
}

/**
 * What a robot's mail is worth that names our letter by its Message-ID alone, which stands in every answer to
 * it: a bounce is said, and only by a report about that letter's own address; null when not even that.
 */
export function unproven(news: ArrivalNews, { recipients }: Traces, to: string | null): ArrivalNews | null {
  if (news !== 'bounced') return news
  return to !== null && recipients.includes(to.toLowerCase()) ? 'said-bounced' : null
}

/** What an automatic mail tells of the letter it is about; null when it tells nothing of its arrival. */
export function arrivalNewsOf(mail: Mail, { nature, grounds }: Triage): ArrivalNews | null {
  if (nature === 'bounce') return bounceNews(mail)
  if (nature !== 'automatic') return null
  if (grounds.includes('wording-challenge')) return 'challenged'
  return grounds.includes('wording-absence') || grounds.includes('wording-responder') ? 'absent' : null
}

function bounceNews(mail: Mail): ArrivalNews | null {
  const report = mail.report
  if (report?.complaint === true) return null
  switch (report?.action ?? null) {
    case 'failed':
      return 'bounced'
    case 'delayed':
      return 'delayed'
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return null
    case null:
      return (report?.status ?? '').startsWith('4.') || DELAY.test(wordsOf(mail)) ? 'delayed' : 'bounced'
  }
}

/** Notices without a report: the words of Postfix, Exim, Sendmail, Exchange and their French kin. */
const DELAY = new RegExp(
  '\\bdelay(ed)?\\b|\\bnot yet been delivered\\b|\\bwill (continue|keep) (to try|trying|retrying)\\b|' +
    '\\bstill (being )?(retried|trying)\\b|\\bwarning: (message|could not send)|' +
    '\\b(remise|livraison|distribution) (retardee|differee|en attente)\\b|\\ben attente de remise\\b|' +
    '\\bverzoger|\\bwird (weiter|erneut) versucht\\b|\\bretrasad|\\btodavia no\\b',
)

function wordsOf(mail: Mail): string {
  return fold(`${mail.subject}\n${mail.text.slice(0, 2000)}`)
}
