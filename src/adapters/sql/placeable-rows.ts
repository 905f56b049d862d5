import type { Kysely, Transaction } from 'kysely'
import { Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import type { Bonds, Placeable } from '../../dossier/placeable.ts'
import { numbersNamed } from '../../mail/named-numbers.ts'
import { saysToReplace } from '../../mail/triage.ts'
import type { ReadMail } from '../../register/mail-record.ts'
import { mailRecord } from './rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** A mail with what places it. */
export async function placeable(tx: Tx, fingerprint: Fingerprint): Promise<Placeable> {
  const mail = await mailRecord(tx, fingerprint)
  if (mail?.read == null) throw new Error('a mail is placed after it was read')
  const { receipt, sender, proof, documents, triage } = mail.read
  const references = [...(mail.read.mail?.inReplyTo ?? []), ...(mail.read.mail?.references ?? [])]
  return {
    submission: {
      fingerprint,
      receipt,
      sender,
      proof,
      documents: [...documents],
      replaces: saysToReplace(triage),
    },
    messageId: mail.read.mail?.messageId ?? null,
    repliesTo: [...(await answered(tx, references)), ...(await saidToAnswer(tx, fingerprint))],
    words: mail.read.mail?.text ?? '',
    names: await numbersIn(tx, mail.read),
    bonds: await bondsOf(tx, fingerprint),
    writesForMany: false,
    number: mail.number,
    opened: await openedBy(tx, fingerprint),
  }
}

/** Those that it writes and that the register has: what was never given is nobody's. */
export async function numbersIn(
  tx: Tx,
  { callId, mail }: Pick<ReadMail, 'callId' | 'mail'>,
): Promise<readonly RegistrationNumber[]> {
  const named = mail === null ? [] : numbersNamed(`${mail.subject}\n${mail.text}`)
  if (named.length === 0) return []
  const rows = await tx
    .selectFrom('application')
    .select('number')
    .where('call_id', '=', callId)
    .where('number', 'in', [...named])
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => RegistrationNumber.parse(number))
}

async function openedBy(tx: Tx, fingerprint: Fingerprint): Promise<readonly RegistrationNumber[]> {
  const rows = await tx
    .selectFrom('application')
    .select('number')
    .where('opened_by', '=', fingerprint)
    .orderBy('opened_at')
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => RegistrationNumber.parse(number))
}

/** The mails about which the letters are that have these Message-IDs. */
async function answered(tx: Tx, messageIds: readonly string[]): Promise<readonly Fingerprint[]> {
  return aboutWhich(tx, 'outbox.message_id', messageIds)
}

/**
 * With the mails about which the letters were at whose signed envelope addresses it arrived: kept among its
 * clues.
 */
export async function answering(tx: Tx, added: Placeable, handles: readonly string[]): Promise<Placeable> {
  const mails = await aboutWhich(tx, 'outbox.handle', handles)
  return { ...added, repliesTo: [...added.repliesTo, ...mails] }
}

/** Of a letter that is about no single mail (a message, a decision), the mail that opened its application. */
export async function aboutWhich(
  tx: Tx,
  column: 'outbox.message_id' | 'outbox.handle',
  values: readonly string[],
): Promise<readonly Fingerprint[]> {
  if (values.length === 0) return []
  const rows = await tx
    .selectFrom('outbox')
    .leftJoin('application', 'application.number', 'outbox.number')
    .select(({ fn }) => fn.coalesce('outbox.fingerprint', 'application.opened_by').as('fingerprint'))
    .where(column, 'in', [...values])
    .execute()
  return rows.flatMap(({ fingerprint }) => (fingerprint === null ? [] : [Fingerprint.parse(fingerprint)]))
}

/** What its clues say since it was placed first: the key that knows a signed address is not at hand here. */
async function saidToAnswer(tx: Tx, fingerprint: Fingerprint): Promise<readonly Fingerprint[]> {
  const rows = await tx
    .selectFrom('clue')
    .select('value')
    .where('fingerprint', '=', fingerprint)
    .where('kind', '=', 'answers')
    .where('value', '!=', fingerprint)
    .execute()
  return rows.map(({ value }) => Fingerprint.parse(value))
}

/** The mails that staff said belong with this one. */
export async function joinedWith(
  tx: Kysely<Tables>,
  fingerprint: Fingerprint,
): Promise<readonly Fingerprint[]> {
  return (await bondsOf(tx, fingerprint)).together
}

/** The last word of staff about each other mail. */
export async function bondsOf(tx: Kysely<Tables>, fingerprint: Fingerprint): Promise<Bonds> {
  const rows = await tx
    .selectFrom('bond')
    .select(['kind', 'left_mail', 'right_mail'])
    .where(({ or, eb }) => or([eb('left_mail', '=', fingerprint), eb('right_mail', '=', fingerprint)]))
    .orderBy('seq')
    .execute()
  const last = new Map(
    rows.map((row) => [
      Fingerprint.parse(row.left_mail === fingerprint ? row.right_mail : row.left_mail),
      row.kind,
    ]),
  )
  const named = (kind: string) => [...last].filter(([, one]) => one === kind).map(([other]) => other)
  return { together: named('together'), apart: named('apart'), kept: named('kept') }
}
