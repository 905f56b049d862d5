import type { SavedMail } from '../adapters/archive/saved-mails.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { MailView } from '../register/views.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { replay } from './replay.ts'
import type { World } from './world.ts'

/**
 * What today's program and call make of a mail that the register has judged already: one line for each fact
 * that differs.
 */
export interface ReplayDifference {
  readonly fingerprint: Fingerprint
  readonly number: string | null
  readonly changes: readonly string[]
}

/** A register with the mails that it is of. */
export interface Replayed extends Pick<World, 'register' | 'calls'> {
  readonly archive: Pick<Archive, 'read'>
}

/**
 * Runs the archive through the whole pipeline again, beside the register, and tells what would change;
 * changes nothing. Mail whose bytes are not kept, and paper, whose clocks are a person's, stay as they are.
 */
export async function replayRegister(
  { archive, register, calls }: Replayed,
  progress: (done: number, of: number) => void,
): Promise<readonly ReplayDifference[]> {
  const before = new Map((await register.mails(null)).map((mail) => [mail.fingerprint, mail]))
  const saved: SavedMail[] = []
  for (const { fingerprint, fate, progress: stand } of before.values()) {
    const record = await register.mail(fingerprint)
    if (record === null || fate === 'unrelated' || stand === 'received') continue
    saved.push({
      file: fingerprint,
      raw: await archive.read(fingerprint),
      fileTime: record.clocks.observedAt,
      clocks: record.clocks,
    })
  }
  const corrections = await register.corrections(null)
  const after = await replay(
    calls,
    saved,
    (done) => progress(done, saved.length),
    corrections,
    await register.takenIn(),
  )
  return after.flatMap(({ view }) => {
    const old = before.get(view.fingerprint)
    const changes = old === undefined ? [] : changesBetween(old, view)
    return changes.length === 0 ? [] : [{ fingerprint: view.fingerprint, number: view.number, changes }]
  })
}

function changesBetween(before: MailView, after: MailView): readonly string[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  // A person's word about a time stands, whatever the clocks of the mail say.
  const ruled = before.receipt?.source === 'staff' || before.receipt?.ruled !== undefined
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => !(ruled && (key === 'received at' || key === 'timeliness')),
  )
  return keys.flatMap((key) =>
    old[key] === now[key] ? [] : [`${key}: ${old[key] ?? 'none'} → ${now[key] ?? 'none'}`],
  )
}

/** The facts that people act upon. The answer is not among them: what was sent was sent. */
function factsOf(mail: MailView): Record<string, string> {
  const requirements = requirementsOf(mail.verdict?.findings ?? []).map(
    (finding) => [`requirement ${finding.id}`, finding.status] as const,
  )
  const applicant = Object.entries(mail.applicant ?? {}).flatMap(([fact, value]) =>
    value === null ? [] : [[`applicant ${fact}`, value] as const],
  )
  return Object.fromEntries([
    ['fate', mail.fate ?? 'none'],
    ['received at', mail.receipt?.receivedAt ?? 'none'],
    ['timeliness', mail.verdict?.timeliness ?? 'none'],
    ['completeness', mail.verdict?.completeness ?? 'none'],
    ['sectors', mail.verdict?.sectors.join(' ') ?? ''],
    ...requirements,
    ...applicant,
  ])
}
