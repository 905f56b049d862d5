import { type CallId, RegistrationNumber } from '../../base/ids.ts'
import type { Listed } from '../../documents/received.ts'
import { Applicant } from '../../dossier/dossier.ts'
import { Receipt } from '../../mail/receipt.ts'
import type { ApplicationSummary, RegisterViews, Ruling } from '../../register/views.ts'
import { Verdict } from '../../verdict/finding.ts'
import type { Database } from './connect.ts'
import { standingEligibilities } from './eligibility-rows.ts'
import { standingOutcomes } from './outcomes.ts'
import { grouped, letterState, parseJson } from './rows.ts'
import { ruledIn, rulingsOf } from './rulings.ts'
import { listedOfRow } from './stored-document.ts'
import type { OutboxTable } from './tables.ts'

/** As `summaryOf` makes them of whole applications, in two queries however many there are. */
export async function summaries(database: Database, callId: CallId): Promise<readonly ApplicationSummary[]> {
  const rows = await database
    .selectFrom('mail')
    .innerJoin('submission', 'submission.fingerprint', 'mail.fingerprint')
    .leftJoin('decision', 'decision.fingerprint', 'mail.fingerprint')
    .leftJoin('verdict', 'verdict.fingerprint', 'mail.fingerprint')
    .select(['mail.fingerprint', 'mail.number', 'mail.receipt', 'mail.sender', 'decision.held'])
    .select(['verdict.verdict', 'verdict.applicant'])
    .where('mail.call_id', '=', callId)
    .where('mail.number', 'is not', null)
    .orderBy('mail.received_at')
    .orderBy('mail.fingerprint')
    .execute()
  const listed = await documentsListed(database, callId)
  const receipts = new Map(
    rows.flatMap(({ fingerprint, receipt }) =>
      receipt === null ? [] : [[fingerprint, parseJson(Receipt, receipt)] as const],
    ),
  )
  const told = { listed, receipts, rulings: await rulingsOf(database, ruledIn(receipts)) }
  const groups = Map.groupBy(rows, (row) => row.number)
  const ends = await standingOutcomes(database, callId)
  const decided = await standingEligibilities(database, callId)
  return [...groups].flatMap(([number, group]) => {
    const summary = summaryOfRows(group, told)
    const outcome = ends.get(number ?? '') ?? null
    return summary === null ? [] : [{ ...summary, outcome, eligibility: decided.get(number ?? '') ?? null }]
  })
}

/** What is told of mails, by fingerprint. */
interface Told {
  readonly listed: ReadonlyMap<string, readonly Listed[]>
  readonly receipts: ReadonlyMap<string, Receipt>
  readonly rulings: ReadonlyMap<string, Ruling>
}

interface Row {
  readonly fingerprint: string
  readonly number: string | null
  readonly receipt: string | null
  readonly sender: string | null
  readonly held: number | null
  readonly verdict: string | null
  readonly applicant: string | null
}

const Timed = Verdict.pick({ timeliness: true })

/** Of all verdicts when the mail came in time; whole only the one that counts, as in `applicationOf`. */
function summaryOfRows(
  rows: readonly Row[],
  { listed, receipts, rulings }: Told,
): Omit<ApplicationSummary, 'outcome' | 'eligibility'> | null {
  const timed = rows.map((row) => (row.verdict === null ? null : parseJson(Timed, row.verdict).timeliness))
  const known = rows.flatMap(({ fingerprint }) => receipts.get(fingerprint) ?? [])
  const lastInTime = timed.findLastIndex((one) => one !== null && one !== 'late')
  const current = rows[lastInTime === -1 ? timed.findLastIndex((one) => one !== null) : lastInTime]
  const opener = rows.find(({ fingerprint }) => receipts.has(fingerprint))
  const [first] = known
  if (current?.verdict == null || current.applicant === null || first === undefined) return null
  const verdict = parseJson(Verdict, current.verdict)
  return {
    number: RegistrationNumber.parse(current.number),
    applicant: parseJson(Applicant, current.applicant),
    sectors: verdict.sectors,
    receivedAt: first.receivedAt,
    receipt: first,
    sender: opener?.sender ?? null,
    ruling: rulings.get(opener?.fingerprint ?? '') ?? null,
    latestAt: known.at(-1)?.receivedAt ?? first.receivedAt,
    timeliness: timed[0] ?? verdict.timeliness,
    verdict,
    documents: rows.flatMap(({ fingerprint }) => listed.get(fingerprint) ?? []),
    mails: rows.length,
    held: rows.some(({ held }) => held === 1),
  }
}

async function documentsListed(
  database: Database,
  callId: CallId,
): Promise<ReadonlyMap<string, readonly Listed[]>> {
  const rows = await database
    .selectFrom('document')
    .innerJoin('mail', 'mail.fingerprint', 'document.fingerprint')
    .select(['document.fingerprint', 'document.body'])
    .where('mail.call_id', '=', callId)
    .orderBy('document.fingerprint')
    .orderBy('document.position')
    .execute()
  const read = rows.map(({ fingerprint, body }) => ({ fingerprint, listed: listedOfRow(body) }))
  const pieces = read.filter(({ listed }) => listed.kind !== 'body')
  return grouped(pieces, ({ listed }) => listed)
}

/** What became of a letter, without what it says. */
export const STATE = [
  'id',
  'kind',
  'number',
  'fingerprint',
  'state',
  'attempts',
  'uncertain',
  'next_at',
  'created_at',
  'sent_at',
  'reply',
  'automatic',
  'arrival',
  'arrival_at',
] as const satisfies readonly (keyof OutboxTable)[]

export async function letterStates(database: Database): ReturnType<RegisterViews['letterStates']> {
  const rows = await database.selectFrom('outbox').select(STATE).orderBy('created_at').orderBy('id').execute()
  return rows.map(letterState)
}
