import type { Transaction } from 'kysely'
import { Failure } from '../../base/failure.ts'
import { type Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { StaffAct, StaffLetter } from '../../register/staff.ts'
import { record } from './events.ts'
import { insertLetter } from './outbox.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>
/** As the history shows it to staff. */
const OWN_WORDS = { what: 'avec un texte de l’agent' }

/** A letter that a person lets go or corrects, with the number that its mail may still lack. */
export async function keepLetter(
  tx: Tx,
  fingerprint: Fingerprint,
  { id, kind, number, letter, shown, written, isHanded }: StaffLetter,
  { by, reason }: StaffAct,
  at: Instant,
): Promise<void> {
  const mail = await tx
    .selectFrom('mail')
    .select(['number', 'call_id'])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  if (RegistrationNumber.nullable().parse(mail.number) === null) {
    await tx
      .insertInto('application')
      .values({
        number,
        call_id: mail.call_id ?? '',
        opened_by: fingerprint,
        opened_at: at,
        merged_into: null,
      })
      .execute()
    await tx.updateTable('mail').set({ number }).where('fingerprint', '=', fingerprint).execute()
  }
  const place = await record(
    tx,
    at,
    'letter.released',
    id,
    { by, reason, ...(written ? OWN_WORDS : {}) },
    shown,
    [
      { table: 'mail', key: fingerprint },
      { table: 'application', key: number },
    ],
  )
  const item = { id, kind, automatic: false, letter: letter(place), number, fingerprint, isHanded }
  if (!(await insertLetter(tx, item, at)))
    throw new Failure('bug', 'letter-there', 'a letter with this id is in the outbox already')
}
