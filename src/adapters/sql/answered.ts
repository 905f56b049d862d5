import type { Transaction } from 'kysely'
import { z } from 'zod'
import { Letter } from '../../acknowledgement/outgoing.ts'
import { type Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Ground } from '../../dossier/placeable.ts'
import type { ReadMail } from '../../register/mail-record.ts'
import type { ConclusionFacts } from '../../register/pipeline.ts'
import { isStopped } from './breaker.ts'
import { spent } from './budgets.ts'
import { isOnlyInJunk } from './junk.ts'
import { numbersIn } from './placeable-rows.ts'
import { parseJson } from './rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/**
 * What was answered lately, by program: read in the transaction that decides, so that two at once cannot both
 * be the last.
 */
export async function answered(
  tx: Tx,
  read: ReadMail,
  fingerprint: Fingerprint,
  number: RegistrationNumber | null,
  at: Instant,
): Promise<Omit<ConclusionFacts, 'record' | 'submissions' | 'outages'>> {
  const references = read.mail === null ? [] : [...read.mail.inReplyTo, ...read.mail.references]
  return {
    ...(await spent(tx, read, number, at)),
    alreadyAnswered: await hasLetter(tx, fingerprint),
    twinAnswered: await hasTwinWithLetter(tx, read, fingerprint),
    repliesToOurs: references.length > 0 && (await areOurs(tx, references)),
    ...(await placeOf(tx, read, fingerprint)),
    firstLetter: number === null ? null : await firstLetter(tx, number, fingerprint),
    duplicateTold: number !== null && (await duplicateTold(tx, number, fingerprint)),
    breakerOpen: read.proof !== 'proven' && (await isStopped(tx, read.callId)),
    onlyInJunk: await isOnlyInJunk(tx, fingerprint),
    restoredAt: await restoredAt(tx),
  }
}

/** Where it was placed, and whether it names the number of what it may belong to and stands beside. */
async function placeOf(
  tx: Tx,
  read: ReadMail,
  fingerprint: Fingerprint,
): Promise<Pick<ConclusionFacts, 'ground' | 'namesAlike'>> {
  const row = await tx
    .selectFrom('submission')
    .select(['ground', 'may_belong_to'])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (row === undefined) return { ground: null, namesAlike: false }
  const alike = parseJson(z.array(RegistrationNumber), row.may_belong_to)
  const named = alike.length === 0 ? [] : await numbersIn(tx, read)
  return { ground: Ground.nullable().parse(row.ground), namesAlike: named.some((one) => alike.includes(one)) }
}

/** Its receiver is who the authority knows as the applicant. */
async function firstLetter(tx: Tx, number: RegistrationNumber, but: Fingerprint): Promise<Letter | null> {
  const row = await tx
    .selectFrom('submission')
    .innerJoin('outbox', 'outbox.fingerprint', 'submission.fingerprint')
    .select('outbox.letter')
    .where('submission.number', '=', number)
    .where('submission.fingerprint', '!=', but)
    .where('outbox.kind', '=', 'acknowledgement')
    .where('outbox.automatic', '=', 1)
    .where('outbox.state', 'in', ['due', 'intended', 'sent'])
    .orderBy('outbox.created_at')
    .orderBy('outbox.id')
    .executeTakeFirst()
  return row === undefined ? null : parseJson(Letter, row.letter)
}

/** When the register was last restored from a copy; null where it never was. */
export async function restoredAt(tx: Tx): Promise<Instant | null> {
  const row = await tx.selectFrom('restoration').select('at').orderBy('at', 'desc').executeTakeFirst()
  return row === undefined ? null : Instant.parse(row.at)
}

async function hasLetter(tx: Tx, fingerprint: Fingerprint): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row !== undefined
}

/** The same Message-ID from the same sender, acknowledged already: an alias delivers one mail twice. */
async function hasTwinWithLetter(tx: Tx, read: ReadMail, fingerprint: Fingerprint): Promise<boolean> {
  const messageId = read.mail?.messageId?.toLowerCase()
  if (messageId === undefined || read.sender === null) return false
  const row = await tx
    .selectFrom('clue')
    .innerJoin('mail', 'mail.fingerprint', 'clue.fingerprint')
    .innerJoin('outbox', 'outbox.fingerprint', 'clue.fingerprint')
    .select('outbox.id')
    .where('clue.call_id', '=', read.callId)
    .where('clue.kind', '=', 'message')
    .where('clue.value', '=', messageId)
    .where('clue.fingerprint', '!=', fingerprint)
    .where('mail.sender', '=', read.sender)
    .executeTakeFirst()
  return row !== undefined
}

async function areOurs(tx: Tx, messageIds: string[]): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('message_id', 'in', messageIds)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether this applicant was told of another duplicate already. */
async function duplicateTold(tx: Tx, number: RegistrationNumber, fingerprint: Fingerprint): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .innerJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
    .select('outbox.id')
    .where('mail.number', '=', number)
    .where('mail.fate', '=', 'duplicate')
    .where('mail.fingerprint', '!=', fingerprint)
    .executeTakeFirst()
  return row !== undefined
}
