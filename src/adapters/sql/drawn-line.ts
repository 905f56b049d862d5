import type { Kysely } from 'kysely'
import { fold } from '../../base/folding.ts'
import { Applicant } from '../../dossier/dossier.ts'
import { standingEligibility } from '../../register/eligibility.ts'
import { soughtText } from '../../register/sought.ts'
import { Verdict } from '../../verdict/finding.ts'
import { proposedIn } from '../../verdict/judge.ts'
import { eligibilities } from './eligibility-rows.ts'
import { subjectIn } from './naming.ts'
import { numbersOf } from './of-application.ts'
import { parseJson } from './rows.ts'
import { dropWords, indexWords } from './searching.ts'
import { soughtId } from './sought-id.ts'
import type { Tables } from './tables.ts'

/**
 * Draws an application's line anew from its verdicts; as `applicationOf` does, in the transaction that
 * changed them. An application without a verdict has none.
 */
export async function refreshLine(tx: Kysely<Tables>, number: string): Promise<void> {
  const line = await drawnLine(tx, number)
  await dropWords(tx, number)
  await tx.deleteFrom('line').where('number', '=', number).execute()
  if (line === null) return
  await tx.insertInto('line').values(line).execute()
  await indexWords(tx, line)
}

/** As it should stand; null for an application without a verdict. */
export async function drawnLine(tx: Kysely<Tables>, number: string): Promise<Tables['line'] | null> {
  const rows = await tx
    .selectFrom('submission')
    .innerJoin('mail', 'mail.fingerprint', 'submission.fingerprint')
    .innerJoin('verdict', 'verdict.fingerprint', 'mail.fingerprint')
    .select(['mail.call_id', 'mail.received_at', 'verdict.verdict', 'verdict.applicant', 'mail.sender'])
    .select(subjectIn(tx).as('subject'))
    .where('submission.number', '=', number)
    .orderBy('mail.received_at')
    .orderBy('mail.fingerprint')
    .execute()
  const judged = rows.map((row) => ({ ...row, read: parseJson(Verdict, row.verdict) }))
  const current = judged.findLast((row) => row.read.timeliness !== 'late') ?? judged.at(-1)
  const [first] = judged
  if (current === undefined || first === undefined) return null
  const applicant = parseJson(Applicant, current.applicant)
  const merged = (await numbersOf(tx, number).execute()).map(({ subject }) => subject)
  const numbers = [...new Set([number, ...merged.toSorted()])]
  const told = (what: 'sender' | 'subject') => [...new Set(judged.flatMap((row) => row[what] ?? []))]
  return {
    number,
    call_id: first.call_id ?? '',
    name: applicant.name,
    sectors: JSON.stringify(current.read.sectors),
    sought_id: soughtId(number),
    folded_name: fold(applicant.name ?? ''),
    sender: first.sender,
    subject: first.subject,
    words: soughtText({ numbers, applicant, senders: told('sender'), subjects: told('subject') }),
    received_at: first.received_at ?? '',
    timeliness: first.read.timeliness,
    completeness: current.read.completeness,
    eligibility: standingEligibility(await eligibilities(tx, number))?.eligibility ?? null,
    mails: judged.length,
    proposals: proposedIn(current.read.findings).length,
  }
}
