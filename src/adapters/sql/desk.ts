import { sql } from 'kysely'
import { z } from 'zod'
import { Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { applicationOf } from '../../register/application-of.ts'
import type { DeskRegister } from '../../register/desk.ts'
import { standingEligibility } from '../../register/eligibility.ts'
import { standing } from '../../register/outcomes.ts'
import { countsOf } from '../../register/states.ts'
import { concernsOfAll } from './concerns-of.ts'
import type { Database } from './connect.ts'
import { eligibilities } from './eligibility-rows.ts'
import { record } from './events.ts'
import { eventOf } from './history.ts'
import { completedSince, deposits, states } from './line-counts.ts'
import { lines } from './lines.ts'
import { letterNamed, listed } from './listed-letters.ts'
import { balance } from './mailbox-balance.ts'
import { namesOf, writersOf } from './naming.ts'
import { neighbours } from './neighbours.ts'
import { lettersOf, numbersOf } from './of-application.ts'
import { outcomes } from './outcomes.ts'
import { parseJson } from './rows.ts'
import { inTurn } from './turn.ts'
import { mailViews } from './views.ts'

/** What the console writes of people; all else in the register is of mails and letters. */
const TRAIL = [
  'account.invited',
  'account.ready',
  'account.disabled',
  'account.signed-in',
  'account.signed-out',
  'account.locked',
  'account.braked',
  'record.read',
  'receipt.corrected',
  'receipt.ruled',
  'fact.corrected',
  'fact.refused',
  'fact.restored',
  'outcome.recorded',
  'outcome.taken-back',
  'eligibility.decided',
  'eligibility.taken-back',
  'note.written',
  'note.taken-back',
  'mail.assigned',
  'mail.left',
  'letter.released',
  'applications.joined',
  'application.separated',
  'applications.told-apart',
  'mail.attached',
  'mail.detached',
  'mail.read-again',
  'mail.taken-in',
  'mail.left-aside',
  'deadline.adopted',
  'call.written',
  'call.adopted',
  'breaker.resumed',
]

const UNSURE_AT_MOST = 100

/** What the pages of staff ask of the register. */
export function sqlDesk(database: Database): DeskRegister {
  return {
    lines: (filter, from, most) => lines(database, filter, from, most),
    lineCounts: async (callId) => countsOf(await states(database, callId)),
    states: (callId) => states(database, callId),
    deposits: (callId) => deposits(database, callId),
    completedSince: (callId, since) => completedSince(database, callId, since),
    namesOf: (numbers) => namesOf(database, numbers),
    writersOf: (fingerprints) => writersOf(database, fingerprints),
    application: async (number) =>
      applicationOf(number, await mailViews(database, { number }), {
        outcome: standing(await outcomes(database, number)),
        eligibility: standingEligibility(await eligibilities(database, number)),
      }),
    neighbours: (number) => neighbours(database, number),
    whereabouts: (number) => whereabouts(database, number),
    joinedNumbers: (number) => joinedNumbers(database, number),
    mailView: async (fingerprint) => (await mailViews(database, { fingerprint }))[0] ?? null,
    concernsOf: (fingerprints) => concernsOfAll(database, fingerprints),
    askedOf: (number) => mailViews(database, { about: number }),
    lettersOf: (number) => listed(database, ({ eb }) => eb('id', 'in', lettersOf(database, number))),
    lettersAbout: (fingerprint) => listed(database, ({ eb }) => eb('fingerprint', '=', fingerprint)),
    letter: (id) => letterNamed(database, id),
    unsureJoins: () => unsureJoins(database),
    balance: (account) => balance(database, account),
    noteRead: (subject, by, what, at) =>
      inTurn(database, async (tx) => {
        await record(tx, at, 'record.read', subject, { by, what })
      }),
    trail: (most) => trail(database, most),
  }
}

async function whereabouts(
  database: Database,
  number: RegistrationNumber,
): ReturnType<DeskRegister['whereabouts']> {
  const row = await database
    .selectFrom('application')
    .leftJoin('mail', 'mail.number', 'application.number')
    .leftJoin('submission', 'submission.fingerprint', 'mail.fingerprint')
    .leftJoin('mail as opener', 'opener.fingerprint', 'application.opened_by')
    .select(['application.merged_into', 'mail.fingerprint', 'mail.progress', 'opener.number as led_to'])
    .select('submission.fingerprint as placed')
    .where('application.number', '=', number)
    // Questions stand under its number too.
    .orderBy(sql`case when submission.fingerprint is null then 1 else 0 end`)
    .orderBy(sql`case when mail.fingerprint = application.opened_by then 0 else 1 end`)
    .limit(1)
    .executeTakeFirst()
  // What it went into may have gone on: its own mail is where it is now.
  if (row?.merged_into != null) return RegistrationNumber.parse(row.led_to ?? row.merged_into)
  if (row?.fingerprint == null) {
    // A question that was answered, and then found to be an application's.
    const now = row?.led_to ?? null
    return now === null || now === number ? 'unknown' : RegistrationNumber.parse(now)
  }
  const isDone = row.progress === 'settled' || row.progress === 'quarantined'
  return row.placed === null && isDone ? { mail: Fingerprint.parse(row.fingerprint) } : 'in-hand'
}

async function joinedNumbers(
  database: Database,
  number: RegistrationNumber,
): ReturnType<DeskRegister['joinedNumbers']> {
  const rows = await numbersOf(database, number)
    .where('application.number', '!=', number)
    .where('merged_into', 'is not', null)
    .execute()
  return rows.map(({ subject }) => RegistrationNumber.parse(subject)).toSorted()
}

async function trail(database: Database, most: number): ReturnType<DeskRegister['trail']> {
  const rows = await database
    .selectFrom('event')
    .selectAll()
    .where('type', 'in', TRAIL)
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
  return rows.map(eventOf)
}

/** Each pair once, at the one that came later. */
async function unsureJoins(database: Database): ReturnType<DeskRegister['unsureJoins']> {
  const rows = await database
    .selectFrom('submission')
    .select(['fingerprint', 'number', 'received_at', 'may_belong_to'])
    .where('may_belong_to', '!=', '[]')
    .where('ground', '=', 'opened')
    .orderBy('received_at', 'desc')
    .orderBy('fingerprint')
    .limit(UNSURE_AT_MOST)
    .execute()
  const told = new Set<string>()
  return rows.flatMap((row) => {
    const number = RegistrationNumber.parse(row.number)
    const all = parseJson(z.array(RegistrationNumber), row.may_belong_to)
    const others = all.filter((other) => !told.has(`${other} ${number}`))
    for (const other of others) told.add(`${number} ${other}`)
    if (others.length === 0) return []
    return [
      {
        fingerprint: Fingerprint.parse(row.fingerprint),
        number,
        receivedAt: Instant.parse(row.received_at),
        others,
      },
    ]
  })
}
