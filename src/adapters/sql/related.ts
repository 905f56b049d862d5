import type { Kysely, Transaction } from 'kysely'
import { type CallId, Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { type Clue, cluesOf, SHARED_BY } from '../../dossier/clues.ts'
import { couldMean } from '../../dossier/grounds.ts'
import type { Bonds, Placeable } from '../../dossier/placeable.ts'
import { saysToReplace } from '../../mail/triage.ts'
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
    bonds: await bondsOf(tx, fingerprint),
    writesForMany: false,
    number: mail.number,
    opened: await openedBy(tx, fingerprint),
  }
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
async function aboutWhich(
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

export async function saveClues(tx: Tx, callId: CallId, added: Placeable): Promise<void> {
  for (const { kind, value } of cluesOf(added)) {
    await tx
      .insertInto('clue')
      .values({ call_id: callId, kind, value, fingerprint: added.submission.fingerprint })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/**
 * A mail with all mails of the applications that share a clue with it or that staff bound it to: whole
 * applications, so that none is judged by half. Of a clue that dozens share, those that the mail could mean.
 */
export async function relatedTo(tx: Tx, callId: CallId, added: Placeable): Promise<readonly Placeable[]> {
  const { fingerprint } = added.submission
  const numbers = new Set<string>(added.number === null ? [] : [added.number])
  let writesForMany = false
  for (const clue of cluesOf(added)) {
    const found = await applicationsWith(tx, callId, clue)
    const isShared = found.length > SHARED_BY && !IDENTIFYING.has(clue.kind)
    if (isShared && clue.kind === 'sender') writesForMany = true
    for (const { number } of isShared ? meant(clue, added, found) : found) numbers.add(number)
  }
  const bound = [...added.bonds.together, ...added.bonds.apart]
  const others =
    bound.length === 0
      ? []
      : await tx.selectFrom('submission').select('number').where('fingerprint', 'in', bound).execute()
  for (const row of others) numbers.add(row.number)
  return [{ ...added, writesForMany }, ...(await placeablesOf(tx, [...numbers], fingerprint))]
}

const IDENTIFYING: ReadonlySet<Clue['kind']> = new Set(['siren', 'rna', 'answers', 'message'])

/** An application with a clue. `name`: as lists show it; `isJudged`: false while its first mail is not. */
interface Found {
  readonly number: string
  readonly name: string | null
  readonly isJudged: boolean
}

async function applicationsWith(tx: Tx, callId: CallId, { kind, value }: Clue): Promise<readonly Found[]> {
  const rows = await tx
    .selectFrom('clue')
    .innerJoin('submission', 'submission.fingerprint', 'clue.fingerprint')
    .leftJoin('line', 'line.number', 'submission.number')
    .select(['submission.number', 'line.name', 'line.number as judged'])
    .distinct()
    .where('clue.call_id', '=', callId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .execute()
  return rows.map(({ number, name, judged }) => ({ number, name, isJudged: judged !== null }))
}

/**
 * Of the applications of a sender that writes for many, those that a mail could mean: by a name, or by having
 * none.
 */
function meant({ kind }: Clue, added: Placeable, found: readonly Found[]): readonly Found[] {
  if (kind !== 'sender') return []
  const isMeant = couldMean(added)
  const nameless = found.filter(({ name, isJudged }) => isJudged && name === null)
  return [
    ...found.filter(({ isJudged }) => !isJudged),
    ...(nameless.length > SHARED_BY ? [] : nameless),
    ...found.filter(({ name }) => name !== null && isMeant(name)),
  ]
}

async function placeablesOf(
  tx: Tx,
  numbers: readonly string[],
  except: Fingerprint,
): Promise<readonly Placeable[]> {
  if (numbers.length === 0) return []
  const rows = await tx
    .selectFrom('submission')
    .select('fingerprint')
    .where('number', 'in', [...numbers])
    .where('fingerprint', '!=', except)
    .execute()
  const placeables: Placeable[] = []
  for (const row of rows) placeables.push(await placeable(tx, Fingerprint.parse(row.fingerprint)))
  return placeables
}
