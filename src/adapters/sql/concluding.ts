import type { Transaction } from 'kysely'
import type { Traces } from '../../acknowledgement/arrival.ts'
import type { Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Submission } from '../../dossier/dossier.ts'
import type { Mail } from '../../mail/mail.ts'
import { isHeld } from '../../mail/robots/decision.ts'
import type { Signer } from '../../proof/signature.ts'
import type { ReadMail } from '../../register/mail-record.ts'
import type { Conclusion, ConclusionFacts, PipelineRegister } from '../../register/pipeline.ts'
import { Outage } from '../../verdict/outage.ts'
import { answered } from './answered.ts'
import { noteArrival } from './arrival.ts'
import { purseIn } from './budgets.ts'
import type { Database } from './connect.ts'
import { refreshLine } from './drawn-line.ts'
import { record } from './events.ts'
import { takeHeadOfLetter } from './heads.ts'
import { insertLetter } from './outbox.ts'
import { mailRecord, submissionsOf } from './rows.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type Tx = Transaction<Tables>

export async function conclude(
  database: Database,
  fingerprint: Fingerprint,
  decide: (facts: ConclusionFacts) => Conclusion,
  at: Instant,
  traces?: (mail: Mail) => Traces,
  signer?: Signer,
): ReturnType<PipelineRegister['conclude']> {
  return inTurn(database, async (tx) => {
    const mail = await mailRecord(tx, fingerprint)
    if (mail === null || mail.progress !== 'assembled' || mail.read === null) return null
    const before = await submissionsUpTo(tx, mail.number, fingerprint)
    const decided = decide({
      record: { ...mail, read: mail.read },
      submissions: before,
      outages: await outagesOf(tx),
      ...(await answered(tx, mail.read, fingerprint, mail.number, at)),
    })
    const conclusion = (await hasPersonInHand(tx, fingerprint))
      ? { ...decided, letter: null, letterId: null }
      : decided
    await saveConclusion(tx, fingerprint, { number: mail.number, read: mail.read }, conclusion, at)
    if (conclusion.news !== null && traces !== undefined && mail.read.mail !== null)
      await noteArrival(tx, traces(mail.read.mail), conclusion.news, {
        at: mail.read.receipt.receivedAt,
        by: fingerprint,
        now: at,
      })
    const letterIds = [conclusion.letterId, conclusion.joining?.id].filter((id) => id != null)
    if (signer !== undefined && letterIds.length > 0) await takeHeadOfLetter(tx, signer, at)
    return { letterIds, fate: mail.fate }
  })
}

async function outagesOf(tx: Tx): Promise<readonly Outage[]> {
  const rows = await tx.selectFrom('outage').select(['from_at', 'until_at']).orderBy('from_at').execute()
  return rows.map((row) => Outage.parse({ from: row.from_at, until: row.until_at }))
}

/** A person has it in hand: a mail that is concluded again is not answered behind their back. */
async function hasPersonInHand(tx: Tx, fingerprint: Fingerprint): Promise<boolean> {
  const row = await tx
    .selectFrom('decision')
    .select('held')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.held === 1
}

async function submissionsUpTo(
  tx: Tx,
  number: RegistrationNumber | null,
  fingerprint: Fingerprint,
): Promise<readonly Submission[]> {
  if (number === null) return []
  const all = await submissionsOf(tx, number)
  return all.slice(0, all.findIndex((submission) => submission.fingerprint === fingerprint) + 1)
}

async function saveConclusion(
  tx: Tx,
  fingerprint: Fingerprint,
  { number, read }: { readonly number: RegistrationNumber | null; readonly read: ReadMail },
  conclusion: Conclusion,
  at: Instant,
): Promise<void> {
  const { verdict, applicant, decision, letter, letterId, joining } = conclusion
  if (number !== null && verdict !== null && applicant !== null) {
    const row = {
      number,
      received_at: read.receipt.receivedAt,
      verdict: JSON.stringify(verdict),
      applicant: JSON.stringify(applicant),
    }
    await tx
      .insertInto('verdict')
      .values({ fingerprint, ...row })
      .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(row))
      .execute()
    await refreshLine(tx, number)
  }
  const decided = {
    body: JSON.stringify(decision),
    held: isHeld(decision) ? 1 : 0,
    to_address: decision.send ? decision.to.toLowerCase() : null,
    decided_at: at,
  }
  await tx
    .insertInto('decision')
    .values({ fingerprint, ...decided })
    // The first decision stands, unless a later conclusion answers what was not answered: then the letter
    // follows from it.
    .onConflict((conflict) =>
      letter === null
        ? conflict.column('fingerprint').doNothing()
        : conflict.column('fingerprint').doUpdateSet(decided).where('decision.to_address', 'is', null),
    )
    .execute()
  const place = await record(
    tx,
    at,
    'mail.concluded',
    fingerprint,
    {
      decision: decision.reason,
      timeliness: verdict?.timeliness ?? null,
      completeness: verdict?.completeness ?? null,
    },
    conclusion.shown,
  )
  if (letter !== null && letterId !== null) {
    const item = {
      id: letterId,
      kind: 'acknowledgement' as const,
      letter: letter(place),
      number,
      fingerprint,
    }
    await insertLetter(tx, { ...item, automatic: true, purse: purseIn(read) }, at)
  }
  if (joining !== null)
    await insertLetter(tx, { ...joining, kind: 'joining', automatic: true, number, fingerprint: null }, at)
  await tx
    .updateTable('mail')
    .set({ progress: 'settled', updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .execute()
}
