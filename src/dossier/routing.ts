import { Failure } from '../base/failure.ts'
import { fold } from '../base/folding.ts'
import type { CallId } from '../base/ids.ts'
import { type Instant, instantFromWallClock, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlineOf } from '../call/deadline.ts'
import type { Document } from '../documents/document.ts'
import { documentsOf, type ReadAttachment } from '../documents/documents-of.ts'
import type { Mail } from '../mail/mail.ts'
import type { TriageFacts } from '../mail/signs-of-mail.ts'
import { type Nature, type Triage, triage } from '../mail/triage.ts'

/** The calls that share a mailbox: one at least. */
export type Calls = readonly [Call, ...Call[]]

/** What a mail is, for the call it is for. `rivals`: calls it may be for just as well; a person decides then. */
export interface Routed {
  readonly call: Call
  readonly triage: Triage
  readonly documents: readonly Document[]
  readonly rivals: readonly CallId[]
}

/** A call is thought of so long before it is published and after it is over. */
const AROUND_MS = 60 * 24 * 3_600_000
const RANK: Readonly<Record<Nature, number>> = {
  submission: 4,
  inquiry: 3,
  bounce: 2,
  automatic: 2,
  unrelated: 1,
}
const ADDRESSED = 4
const IN_SEASON = 3
const PHRASE = 2

/**
 * Which of the calls that share a mailbox a mail is for, by grounds: what it is to each, the address it was sent to,
 * the season, the phrases that only one call uses. With one call there is nothing to choose.
 */
export function routeMail(
  mail: Mail,
  attachments: readonly ReadAttachment[],
  receivedAt: Instant,
  calls: Calls,
  known: TriageFacts,
): Routed {
  const options = calls.map((call) => {
    const documents = documentsOf(mail, call, attachments)
    const told = triage(mail, documents, call, known)
    return {
      call,
      documents,
      triage: told,
      rank: RANK[told.nature],
      weight: weightOf(mail, attachments, receivedAt, call),
    }
  })
  const ordered = options.sort((left, right) => right.rank - left.rank || right.weight - left.weight)
  const [best = options[0], ...others] = ordered
  if (best === undefined) throw new Error('there is at least one call')
  const rivals =
    best.triage.nature !== 'submission'
      ? []
      : others.filter((other) => other.rank === best.rank && other.weight === best.weight)
  return {
    call: best.call,
    documents: best.documents,
    rivals: rivals.map((rival) => rival.call.id),
    triage:
      rivals.length === 0
        ? best.triage
        : { ...best.triage, grounds: [...best.triage.grounds, 'call-unsure'] },
  }
}

function weightOf(
  mail: Mail,
  attachments: readonly ReadAttachment[],
  receivedAt: Instant,
  call: Call,
): number {
  const addressed = [...mail.to, ...mail.cc].some(
    ({ address }) => address.toLowerCase() === call.mailbox.address.toLowerCase(),
  )
  const opens = later(instantFromWallClock(`${call.published.date}T00:00`, call.deadline.zone), -AROUND_MS)
  const inSeason = receivedAt >= opens && receivedAt <= later(deadlineOf(call), AROUND_MS)
  const pages = attachments.flatMap(({ files }) =>
    files.flatMap((file) => file.reading.pages.map((page) => page.text)),
  )
  const words = fold([mail.subject, mail.text, ...pages].join('\n'))
  const phrases = call.recognition.strong.filter((phrase) => words.includes(fold(phrase)))
  return (addressed ? ADDRESSED : 0) + (inSeason ? IN_SEASON : 0) + phrases.length * PHRASE
}

/** The call of an id that the register holds. A call whose file is gone is a fault of configuration, not of the mail. */
export function callNamed(calls: Calls, id: CallId): Call {
  const call = calls.find((one) => one.id === id)
  if (call === undefined)
    throw new Failure(
      'transient',
      'call-file-missing',
      `the register holds mail for the call ${id}, whose file is not there any more: put it back`,
    )
  return call
}
