import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import { ArrivalNews } from '../../acknowledgement/arrival.ts'
import { Letter, LetterKind } from '../../acknowledgement/outgoing.ts'
import { CallId, Fingerprint, OutboxId, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import type { Document } from '../../documents/document.ts'
import { corrected } from '../../dossier/correction.ts'
import type { Submission } from '../../dossier/dossier.ts'
import { Mail } from '../../mail/mail.ts'
import { Receipt } from '../../mail/receipt.ts'
import { SenderProof } from '../../mail/signs/sender-proof.ts'
import { Fate, saysToReplace, Triage } from '../../mail/triage.ts'
import type { MailRecord, ReadMail } from '../../register/mail-record.ts'
import type { OutboxItem } from '../../register/outbox.ts'
import type { LetterState } from '../../register/views.ts'
import { standingCorrections } from './corrections.ts'
import { documentOfRow } from './stored-document.ts'
import type { MailTable, OutboxTable, Tables } from './tables.ts'

/** Rows to nouns: parsed with their zod types, so that a damaged row is an error and never a wrong fact. */

export const Progress = z.enum(['received', 'read', 'assembled', 'settled', 'quarantined'])
export const OutboxState = z.enum(['due', 'intended', 'sent', 'refused', 'bounced', 'handed'])

/**
 * The value in a column of JSON, checked by its schema. Throws where a row is not what this program writes.
 */
export function parseJson<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  return schema.parse(JSON.parse(text))
}

/** The documents of a mail, in the order in which it had them. */
export async function documentsOf(
  database: Kysely<Tables>,
  fingerprint: string,
): Promise<readonly Document[]> {
  const rows = await database
    .selectFrom('document')
    .select('body')
    .where('fingerprint', '=', fingerprint)
    .orderBy('position')
    .execute()
  return rows.map((row) => documentOfRow(row.body))
}

/** The documents of many mails, by fingerprint. */
export async function documentsOfAll(
  database: Kysely<Tables>,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, readonly Document[]>> {
  const rows = await inPortions(fingerprints, (some) =>
    database
      .selectFrom('document')
      .select(['fingerprint', 'body'])
      .where('fingerprint', 'in', some)
      .orderBy('position')
      .execute(),
  )
  return grouped(rows, (row) => documentOfRow(row.body))
}

/** Databases take so many values in one question. */
const PORTION = 500

/** Asks about many values, so many at a time as a database takes, and gives all rows. */
export async function inPortions<Row>(
  values: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let from = 0; from < values.length; from += PORTION)
    for (const row of await ask(values.slice(from, from + PORTION))) found.push(row)
  return found
}

/** Rows of many mails, made into what they tell, by fingerprint and in their order. */
export function grouped<Row extends { readonly fingerprint: string }, Told>(
  rows: readonly Row[],
  tell: (row: Row) => Told,
): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>()
  for (const row of rows) {
    const group = groups.get(row.fingerprint)
    if (group === undefined) groups.set(row.fingerprint, [tell(row)])
    else group.push(tell(row))
  }
  return groups
}

/** What the register holds of a mail; null where it knows none by this fingerprint. */
export async function mailRecord(database: Kysely<Tables>, fingerprint: string): Promise<MailRecord | null> {
  const row = await database
    .selectFrom('mail')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    ...bareRecord(row),
    read:
      row.receipt === null || row.triage === null || row.call_id === null
        ? null
        : await readMail(database, row, row.receipt, row.triage),
  }
}

function bareRecord(row: Selectable<MailTable>): Omit<MailRecord, 'read'> {
  return {
    fingerprint: Fingerprint.parse(row.fingerprint),
    bytes: row.bytes,
    clocks: {
      internalDate: Instant.nullable().parse(row.internal_date),
      observedAt: Instant.parse(row.observed_at),
      fileTime: Instant.nullable().parse(row.file_time),
      postmark: z.iso.date().nullable().parse(row.postmark),
    },
    progress: Progress.parse(row.progress),
    attempts: row.attempts,
    fate: Fate.nullable().parse(row.fate),
    number: RegistrationNumber.nullable().parse(row.number),
  }
}

async function readMail(
  database: Kysely<Tables>,
  row: Selectable<MailTable>,
  receipt: string,
  triage: string,
): Promise<ReadMail> {
  return {
    callId: CallId.parse(row.call_id),
    receipt: parseJson(Receipt, receipt),
    triage: parseJson(Triage, triage),
    sender: row.sender,
    proof: SenderProof.parse(row.sender_proof ?? 'untold'),
    mail: row.parsed === null ? null : parseJson(Mail, row.parsed),
    documents: await documentsOf(database, row.fingerprint),
  }
}

/** The submissions of an application, in order of receipt, as staff corrected them. */
export async function submissionsOf(
  database: Kysely<Tables>,
  number: string,
): Promise<readonly Submission[]> {
  const rows = await database
    .selectFrom('submission')
    .innerJoin('mail', 'mail.fingerprint', 'submission.fingerprint')
    .select(['mail.fingerprint', 'mail.receipt', 'mail.sender', 'mail.triage', 'mail.sender_proof'])
    .where('submission.number', '=', number)
    .orderBy('submission.received_at')
    .orderBy('mail.fingerprint')
    .execute()
  const submissions: Submission[] = []
  for (const row of rows) {
    submissions.push({
      fingerprint: Fingerprint.parse(row.fingerprint),
      receipt: parseJson(Receipt, row.receipt ?? 'null'),
      sender: row.sender,
      proof: SenderProof.parse(row.sender_proof ?? 'untold'),
      documents: [...(await documentsOf(database, row.fingerprint))],
      replaces: saysToReplace(parseJson(Triage.nullable(), row.triage ?? 'null')),
    })
  }
  return corrected(
    submissions,
    await standingCorrections(
      database,
      submissions.map((one) => one.fingerprint),
    ),
  )
}

/** A row of the outbox with its letter. */
export function outboxItem(row: Selectable<OutboxTable>): OutboxItem {
  return { ...letterState(row), letter: parseJson(Letter, row.letter) }
}

type StateRow = Omit<
  Selectable<OutboxTable>,
  'letter' | 'handle' | 'to_address' | 'message_id' | 'claimed_by' | 'claimed_until' | 'purse'
>

/** A row of the outbox without its letter: where it stands on its way. */
export function letterState(row: StateRow): LetterState {
  return {
    id: OutboxId.parse(row.id),
    kind: LetterKind.parse(row.kind),
    number: RegistrationNumber.nullable().parse(row.number),
    fingerprint: Fingerprint.nullable().parse(row.fingerprint),
    state: OutboxState.parse(row.state),
    attempts: row.attempts,
    uncertain: row.uncertain,
    nextAt: Instant.parse(row.next_at),
    createdAt: Instant.parse(row.created_at),
    sentAt: Instant.nullable().parse(row.sent_at),
    reply: row.reply,
    automatic: row.automatic === 1,
    arrival:
      row.arrival === null
        ? null
        : { news: ArrivalNews.parse(row.arrival), at: Instant.parse(row.arrival_at) },
  }
}
