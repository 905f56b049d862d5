import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import { CallId, Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Applicant } from '../../dossier/dossier.ts'
import { Ground } from '../../dossier/placeable.ts'
import { Sighting } from '../../evidence/evidence.ts'
import { Receipt } from '../../mail/receipt.ts'
import { AnswerDecision } from '../../mail/robots/decision.ts'
import { Fate } from '../../mail/triage.ts'
import { applicationOf } from '../../register/application-of.ts'
import type { OutboxItem } from '../../register/outbox.ts'
import type { ApplicationView, MailView, RegisterViews, SightingView } from '../../register/views.ts'
import { Verdict } from '../../verdict/finding.ts'
import { concernsOfAll, isAbout } from './concerns-of.ts'
import type { Database } from './connect.ts'
import { standingEligibilities } from './eligibility-rows.ts'
import { standingOutcomes } from './outcomes.ts'
import { documentsOfAll, grouped, inPortions, outboxItem, Progress, parseJson } from './rows.ts'
import { ruledIn, rulingsOf } from './rulings.ts'
import type { SightingTable, Tables } from './tables.ts'

export function mails(database: Database, callId: CallId | null): Promise<readonly MailView[]> {
  return mailViews(database, callId === null ? {} : { callId })
}

/** Which mails: of a call, of an application, or one; of all of them when it says nothing. */
interface Which {
  readonly callId?: CallId
  readonly number?: RegistrationNumber
  /** Those in no application that are about this one, or may be. */
  readonly about?: RegistrationNumber
  readonly fingerprint?: Fingerprint
}

/**
 * The mails of a call, an application or a person's question, with what was decided and sent about each, the
 * oldest first.
 */
export async function mailViews(
  database: Database,
  { callId, number, about, fingerprint }: Which,
): Promise<readonly MailView[]> {
  const rows = await database
    .selectFrom('mail')
    .leftJoin('decision', 'decision.fingerprint', 'mail.fingerprint')
    .leftJoin('verdict', 'verdict.fingerprint', 'mail.fingerprint')
    .leftJoin('submission', 'submission.fingerprint', 'mail.fingerprint')
    .select([
      'mail.fingerprint',
      'mail.call_id',
      'mail.bytes',
      'mail.number',
      'mail.progress',
      'mail.fate',
      'mail.receipt',
      'mail.sender',
      'mail.failure_code',
      'decision.body as decision',
      'verdict.verdict',
      'verdict.applicant',
      'submission.ground',
      'submission.may_belong_to',
    ])
    .$if(callId !== undefined, (query) => query.where('mail.call_id', '=', callId ?? null))
    .$if(number !== undefined, (query) => query.where('submission.number', '=', number ?? null))
    .$if(about !== undefined, (query) => query.where(isAbout(database, about ?? '')))
    .$if(fingerprint !== undefined, (query) => query.where('mail.fingerprint', '=', fingerprint ?? ''))
    .orderBy('mail.received_at')
    .orderBy('mail.fingerprint')
    .execute()
  const fingerprints = rows.map((row) => row.fingerprint)
  const documents = await documentsOfAll(database, fingerprints)
  const concerns = await concernsOfAll(database, fingerprints)
  const seen = await sightingsOfAll(database, fingerprints)
  const receipts = new Map(
    rows.flatMap(({ fingerprint, receipt }) =>
      receipt === null ? [] : [[fingerprint, parseJson(Receipt, receipt)] as const],
    ),
  )
  const rulings = await rulingsOf(database, ruledIn(receipts))
  return rows.map((row) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    callId: CallId.nullable().parse(row.call_id),
    bytes: row.bytes,
    number: RegistrationNumber.nullable().parse(row.number),
    progress: Progress.parse(row.progress),
    fate: Fate.nullable().parse(row.fate),
    receipt: receipts.get(row.fingerprint) ?? null,
    sender: row.sender,
    ruling: rulings.get(row.fingerprint) ?? null,
    decision: row.decision === null ? null : parseJson(AnswerDecision, row.decision),
    documents: documents.get(row.fingerprint) ?? [],
    verdict: row.verdict === null ? null : parseJson(Verdict, row.verdict),
    applicant: row.applicant === null ? null : parseJson(Applicant, row.applicant),
    quarantineCode: row.failure_code,
    sightings: seen.get(row.fingerprint) ?? [],
    ground: Ground.nullable().parse(row.ground),
    mayBelongTo:
      row.may_belong_to === null
        ? (concerns.get(row.fingerprint) ?? [])
        : parseJson(z.array(RegistrationNumber), row.may_belong_to),
  }))
}

/**
 * The applications of a call, as they stand. One whose first conclusion is still to come is not shown yet.
 */
export async function applications(database: Database, callId: CallId): Promise<readonly ApplicationView[]> {
  const groups = new Map<RegistrationNumber, MailView[]>()
  for (const mail of await mails(database, callId)) {
    if (mail.number === null || mail.ground === null) continue
    groups.set(mail.number, [...(groups.get(mail.number) ?? []), mail])
  }
  const ends = await standingOutcomes(database, callId)
  const decided = await standingEligibilities(database, callId)
  return [...groups].flatMap(
    ([number, group]) =>
      applicationOf(number, group, {
        outcome: ends.get(number) ?? null,
        eligibility: decided.get(number) ?? null,
      }) ?? [],
  )
}

export async function letters(database: Database): Promise<readonly OutboxItem[]> {
  const rows = await database.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(outboxItem)
}

export async function sightings(database: Database, account: string): Promise<readonly SightingView[]> {
  const rows = await database
    .selectFrom('sighting')
    .innerJoin('mail', 'mail.fingerprint', 'sighting.fingerprint')
    .selectAll('sighting')
    .select('mail.fate')
    .where('sighting.account', '=', account)
    .orderBy('folder')
    .orderBy('uid')
    .execute()
  return rows.map((row) => ({
    sighting: sightingOf(row),
    fingerprint: Fingerprint.parse(row.fingerprint),
    fate: row.copy === 1 ? 'duplicate' : Fate.nullable().parse(row.fate),
  }))
}

/** Where mails were seen, the first sighting first. */
export async function sightingsOfAll(
  database: Kysely<Tables>,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, readonly Sighting[]>> {
  const rows = await inPortions(fingerprints, (some) =>
    database
      .selectFrom('sighting')
      .selectAll()
      .where('fingerprint', 'in', some)
      .orderBy('observed_at')
      .execute(),
  )
  return grouped(rows, sightingOf)
}

function sightingOf(row: Selectable<SightingTable>): Sighting {
  return Sighting.parse({
    account: row.account,
    folder: row.folder,
    uidValidity: row.uid_validity,
    uid: row.uid,
  })
}

export async function aliveAt(database: Database, account: string): ReturnType<RegisterViews['aliveAt']> {
  const rows = await database
    .selectFrom('alive')
    .select(['folder', 'at'])
    .where('account', '=', account)
    .orderBy('folder')
    .execute()
  return rows.map((row) => ({ folder: row.folder, at: Instant.parse(row.at) }))
}
