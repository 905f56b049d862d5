import type { Kysely, Transaction } from 'kysely'
import { type Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { concernOf, type Tie } from '../../dossier/concern.ts'
import { SenderProof } from '../../mail/signs/sender-proof.ts'
import type { MailRecord, ReadMail } from '../../register/mail-record.ts'
import type { Bond } from '../../register/staff.ts'
import { mailsOf, numbersOf, standsUnder } from './of-application.ts'
import { aboutWhich, bondsOf, numbersIn } from './placeable-rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** A mail that hands nothing in, read. */
export type Asking = MailRecord & { readonly read: ReadMail }

/**
 * Writes what a mail that hands nothing in is about; `handles`: the envelope addresses of ours that it came
 * to.
 */
export async function keepConcern(
  tx: Tx,
  mail: Asking,
  handles: readonly string[],
): Promise<RegistrationNumber | null> {
  const { fingerprint } = mail
  await tx.deleteFrom('concern').where('fingerprint', '=', fingerprint).execute()
  if (mail.read.triage.nature !== 'inquiry') return null
  const { number, perhaps } = concernOf(await tiesOf(tx, mail, handles))
  for (const one of perhaps) await tx.insertInto('concern').values({ fingerprint, number: one }).execute()
  return number ?? (await ownNumber(tx, mail))
}

/** A person's word about such a mail and an application, which its bond keeps. */
export async function bindConcern(
  tx: Tx,
  { fingerprint, number: before }: Pick<MailRecord, 'fingerprint' | 'number'>,
  other: Fingerprint,
  kind: Bond['kind'],
): Promise<void> {
  const [number = null] = await standing(tx, [other])
  if (number === null) return
  const concerns = tx.deleteFrom('concern').where('fingerprint', '=', fingerprint)
  if (kind === 'together') await concerns.execute()
  else await concerns.where('number', '=', number).execute()
  const now = kind === 'together' ? number : before === number ? null : before
  await tx.updateTable('mail').set({ number: now }).where('fingerprint', '=', fingerprint).execute()
}

/** An answered question has a number of its own, and keeps it. */
async function ownNumber(tx: Tx, { fingerprint, fate }: Asking): Promise<RegistrationNumber | null> {
  if (fate !== 'inquiry') return null
  const row = await tx
    .selectFrom('application')
    .select('number')
    .where('opened_by', '=', fingerprint)
    .executeTakeFirst()
  return RegistrationNumber.nullable().parse(row?.number ?? null)
}

async function tiesOf(tx: Tx, mail: Asking, handles: readonly string[]): Promise<readonly Tie[]> {
  const parsed = mail.read.mail
  const references = [...(parsed?.inReplyTo ?? []), ...(parsed?.references ?? [])]
  const about = [
    ...(await aboutWhich(tx, 'outbox.message_id', references)),
    ...(await aboutWhich(tx, 'outbox.handle', handles)),
  ]
  const bonds = await bondsOf(tx, mail.fingerprint)
  const answered = await standing(tx, about)
  const named = new Set<string>()
  for (const number of await numbersIn(tx, mail.read)) named.add(await standsUnder(tx, number))
  const [together, apart] = [await standing(tx, bonds.together), await standing(tx, bonds.apart)]
  const own = await ofSender(tx, mail.read)
  const ties: Tie[] = []
  for (const number of new Set([...answered, ...named, ...together, ...own])) {
    ties.push({
      number: RegistrationNumber.parse(number),
      answers: answered.has(number),
      names: named.has(number),
      ...(await senderAt(tx, number, mail)),
      told: together.has(number) ? 'together' : apart.has(number) ? 'apart' : null,
    })
  }
  return ties
}

/** The numbers under which mails are now. */
async function standing(tx: Tx, mails: readonly Fingerprint[]): Promise<ReadonlySet<string>> {
  if (mails.length === 0) return new Set()
  const rows = await tx
    .selectFrom('mail')
    .select('number')
    .where('fingerprint', 'in', [...mails])
    .where('number', 'is not', null)
    .execute()
  const numbers = await Promise.all(rows.map(({ number }) => standsUnder(tx, number ?? '')))
  return new Set(numbers)
}

/** The applications that the sender handed something in to; of more than two none is looked at. */
async function ofSender(tx: Tx, { callId, sender, proof }: ReadMail): Promise<readonly string[]> {
  if (sender === null || sender === '' || proof === 'forged') return []
  const rows = await tx
    .selectFrom('clue')
    .innerJoin('submission', 'submission.fingerprint', 'clue.fingerprint')
    .select('submission.number')
    .distinct()
    .where('clue.call_id', '=', callId)
    .where('clue.kind', '=', 'sender')
    .where('clue.value', '=', sender.toLowerCase())
    .limit(2)
    .execute()
  return rows.map(({ number }) => number)
}

const NOT_KNOWN = { sender: false, proven: false }

/**
 * Whether the sender wrote there before, or was written to; where they were proven once, proof is asked for.
 */
async function senderAt(
  tx: Tx,
  number: string,
  { fingerprint, read: { sender, proof } }: Asking,
): Promise<Pick<Tie, 'sender' | 'proven'>> {
  if (sender === null || sender === '' || proof === 'forged') return NOT_KNOWN
  const address = sender.toLowerCase()
  const mails = await mailsOf(tx, number)
    .select(['sender', 'sender_proof'])
    .where(({ fn, eb }) => eb(fn<string>('lower', ['sender']), '=', address))
    .where('fingerprint', '!=', fingerprint)
    .execute()
  const wereProven = mails.some(({ sender_proof }) => SenderProof.nullable().parse(sender_proof) === 'proven')
  const isKnown = mails.length > 0 || (await wasWrittenTo(tx, number, address))
  return { sender: isKnown, proven: isKnown && (proof === 'proven' || (proof === 'untold' && !wereProven)) }
}

async function wasWrittenTo(tx: Kysely<Tables>, number: string, address: string): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('to_address', '=', address)
    .where(({ or, eb }) =>
      or([
        eb('number', '=', number),
        eb('number', 'in', numbersOf(tx, number)),
        eb('fingerprint', 'in', mailsOf(tx, number)),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}
