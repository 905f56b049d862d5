import { composeAcknowledgement } from '../src/acknowledgement/letter.ts'
import type { Letter } from '../src/acknowledgement/outgoing.ts'
import { sampleOf } from '../src/acknowledgement/samples.ts'
import type { Database } from '../src/adapters/sql/connect.ts'
import { refreshLine } from '../src/adapters/sql/drawn-line.ts'
import { record } from '../src/adapters/sql/events.ts'
import { Instant } from '../src/base/instant.ts'
import type { Call } from '../src/call/call.ts'
import type { Document } from '../src/documents/document.ts'
import { applicantOf } from '../src/dossier/applicant.ts'
import type { Unit } from '../src/proof/seal.ts'

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const HELD = JSON.stringify({ send: false, held: true, reason: '05-auto-submitted' })

/**
 * Applications with their mail, four documents, verdict, letter and line, as the pipeline leaves them, each
 * sealed by an entry of its own, so that the register proves itself; every twentieth waits for a person.
 */
export async function fillRegister(database: Database, call: Call, applications: number): Promise<void> {
  const sample = sampleOf(call, 'complete')
  const letter = composeAcknowledgement(sample)
  await database.transaction().execute(async (tx) => {
    for (let index = 0; index < applications; index += 1) {
      const one = rowsOf(index, call)
      await tx.insertInto('mail').values(one.mail).execute()
      await tx.insertInto('sighting').values(one.sighting).execute()
      await tx.insertInto('application').values(one.application).execute()
      await tx.insertInto('submission').values(one.submission).execute()
      await tx
        .insertInto('document')
        .values(documentsOf(one.mail.fingerprint, sample.submission.documents))
        .execute()
      await tx.insertInto('verdict').values(verdictOf(one, sample.verdict)).execute()
      const { fingerprint: said } = one.mail
      await tx
        .insertInto('mail_words')
        .values({ fingerprint: said, words: wordsOf(index) })
        .execute()
      const { fingerprint, updated_at: decided_at } = one.mail
      if (index % 20 === 0)
        await tx
          .insertInto('decision')
          .values({ fingerprint, body: HELD, held: 1, to_address: null, decided_at })
          .execute()
      else await tx.insertInto('outbox').values(letterOf(one, letter)).execute()
      await refreshLine(tx, one.mail.number)
      await record(tx, Instant.parse(decided_at), 'mail.concluded', fingerprint, {}, {}, unitsOf(one))
    }
  })
}

/** What the entry seals besides verdict and decision. */
function unitsOf({ mail: { fingerprint, number } }: Rows): readonly Unit[] {
  return [
    ...['mail', 'sighting', 'document', 'submission'].map((table) => ({ table, key: fingerprint })),
    { table: 'application', key: number },
    { table: 'outbox', key: `acknowledgement-${fingerprint}` },
  ]
}

const SAID = 600

/** Words as papers have them: a few that all use, most that few do; `motb`, `motpa`, as letters go. */
function wordsOf(index: number): string {
  return Array.from({ length: SAID }, (_, rank) => {
    const chosen = (index * rank * 7919) % (rank * rank + 1)
    return `${((chosen * 2_654_435_761) % 4_294_967_296).toString(36).replace(/\d/g, 'e')}mot`
  }).join(' ')
}

type Rows = ReturnType<typeof rowsOf>

function rowsOf(index: number, call: Call) {
  const number = numberOf(index)
  const fingerprint = fingerprintOf(index)
  const at = new Date(Date.UTC(2022, 10, 1) + index * 300_000).toISOString()
  const receipt = { receivedAt: at, source: 'boundary', clocks: [], doubts: [] }
  const timeliness = index % 50 === 0 ? 'contested' : 'on_time'
  const completeness = index % 3 === 0 ? 'incomplete' : 'complete'
  const sectors = [call.sectors[index % call.sectors.length]?.id ?? '']
  return {
    applicant: {
      ...applicantOf([]),
      name: `Structure ${index}`,
      phone: `+262262${String(index).padStart(6, '0')}`,
      email: `contact${index}@structure.example`,
    },
    judged: { timeliness, completeness, sectors },
    mail: {
      fingerprint,
      call_id: call.id,
      bytes: 200_000,
      internal_date: at,
      observed_at: at,
      progress: 'settled',
      attempts: 0,
      kept: 1,
      fate: 'application',
      number,
      received_at: at,
      receipt: JSON.stringify(receipt),
      sender: `contact${index}@structure.example`,
      parsed: JSON.stringify({ subject: `Candidature de Structure ${index}` }),
      updated_at: at,
    },
    sighting: {
      account: 'a',
      folder: 'INBOX',
      uid_validity: '1',
      uid: index + 1,
      fingerprint,
      copy: 0,
      junk: 0,
      internal_date: at,
      observed_at: at,
    },
    application: { number, call_id: call.id, opened_by: fingerprint, opened_at: at, merged_into: null },
    submission: { fingerprint, number, received_at: at, ground: 'opened', may_belong_to: '[]' },
  }
}

function documentsOf(fingerprint: string, samples: readonly Document[]) {
  return samples.map((body, position) => ({
    fingerprint,
    position,
    sha256: body.sha256,
    problem: body.problem,
    body: JSON.stringify(body),
  }))
}

function verdictOf(
  { mail, judged, applicant }: Rows,
  { findings }: { readonly findings: readonly unknown[] },
) {
  return {
    fingerprint: mail.fingerprint,
    number: mail.number,
    received_at: mail.received_at,
    verdict: JSON.stringify({ ...judged, findings }),
    applicant: JSON.stringify(applicant),
  }
}

function letterOf({ mail }: Rows, letter: Letter) {
  return {
    id: `acknowledgement-${mail.fingerprint}`,
    handle: mail.fingerprint.slice(-20),
    kind: 'acknowledgement',
    automatic: 1,
    to_address: letter.to[0] ?? null,
    number: mail.number,
    fingerprint: mail.fingerprint,
    letter: JSON.stringify(letter),
    message_id: `<${mail.fingerprint.slice(0, 16)}@interco.example>`,
    state: 'sent',
    attempts: 1,
    uncertain: 0,
    next_at: mail.updated_at,
    created_at: mail.updated_at,
    sent_at: mail.updated_at,
  }
}

/** Spread, as fingerprints are: an index by them is not in the order of receipt. */
function fingerprintOf(index: number): string {
  return ((index * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0').repeat(8)
}

function numberOf(index: number): string {
  let rest = index
  const letters = Array.from({ length: 5 }, () => {
    const letter = LETTERS.charAt(rest % LETTERS.length)
    rest = Math.floor(rest / LETTERS.length)
    return letter
  })
  return `TI22-${letters.join('')}`
}
