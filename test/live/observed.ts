import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { balanceNow, type Demonstration, sampleMails } from '../../demo/demonstration.ts'
import type { SmtpSink, TakenLetter } from '../../demo/smtp-sink.ts'
import { openArchive } from '../../src/adapters/archive/open.ts'
import { plainTypography } from '../../src/base/folding.ts'
import { Fingerprint } from '../../src/base/ids.ts'
import type { MailView } from '../../src/register/views.ts'
import { archiveLocation } from '../../src/settings/secrets.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { requirementsOf } from '../../src/verdict/judge.ts'
import { EXPECTED, type Expected } from '../demo/expected.ts'

/** What the register says of each sample mail, in the words of the golden file. */
export async function observed({ world }: Demonstration): Promise<Readonly<Record<string, Expected>>> {
  const views = new Map((await world.register.mails(null)).map((view) => [view.fingerprint, view]))
  const files = new Map(
    (await sampleMails(world.calls[0])).map((sample) => [
      fingerprintOf(sample.raw),
      sample.file.replace('.eml', ''),
    ]),
  )
  const openers = new Map(
    [...views.values()]
      .filter((view) => view.fate === 'application')
      .map((view) => [view.number, files.get(view.fingerprint)]),
  )
  return Object.fromEntries(
    [...files].map(([fingerprint, file]) => {
      const view = views.get(fingerprint)
      if (view === undefined) throw new Error(`${file} is not in the register`)
      return [file, describe(view, EXPECTED[file], openers.get(view.number))]
    }),
  )
}

/** Only the facts that the golden file states of this mail, so that each side reads the same. */
function describe(view: MailView, golden: Expected | undefined, opener: string | undefined): Expected {
  const facts: Record<string, unknown> = {
    fate: view.fate,
    application: opener,
    name:
      golden?.name !== undefined &&
      plainTypography(golden.name) === plainTypography(view.applicant?.name ?? '')
        ? golden.name
        : view.applicant?.name,
    siretOrRna: view.applicant?.siret ?? view.applicant?.rna,
    sectors: [...(view.verdict?.sectors ?? [])].sort(),
    timeliness: view.verdict?.timeliness,
    completeness: view.verdict?.completeness,
    missing: requirementsOf(view.verdict?.findings ?? [])
      .filter((finding) => finding.status === 'missing')
      .map((finding) => finding.id)
      .sort(),
    answer:
      view.decision === null
        ? 'undecided'
        : view.decision.send
          ? 'sent'
          : `${view.decision.held ? 'held' : 'no'} ${view.decision.reason}`,
  }
  return Object.fromEntries(
    Object.entries(facts).filter(([key]) => golden !== undefined && key in golden),
  ) as unknown as Expected
}

export function fingerprintOf(raw: Uint8Array): Fingerprint {
  return Fingerprint.parse(createHash('sha256').update(raw).digest('hex'))
}

/** Invariant 1: every mail of the mailbox has one fate. */
export async function expectBalance(
  demonstration: Pick<Demonstration, 'world' | 'environment'>,
  mails: number,
): Promise<void> {
  const sheet = await balanceNow(demonstration)
  expect({ mails: sheet.mails, explained: sheet.explained, unexplained: sheet.unexplained }).toEqual({
    mails,
    explained: mails,
    unexplained: [],
  })
}

/** Every mail of ours is in the archive with its bytes; what is none of our business is not. */
export async function expectArchiveAgrees({ world, environment }: Demonstration): Promise<void> {
  const archive = await openArchive(archiveLocation(world.settings, environment))
  for (const view of await world.register.mails(null)) {
    expect(await archive.has(view.fingerprint), `${view.fate} ${view.fingerprint}`).toBe(
      view.fate !== 'unrelated',
    )
    if (view.fate !== 'unrelated') await archive.read(view.fingerprint)
  }
}

/** All but alarms, which come when the service looks. */
export function toApplicants(sink: SmtpSink): readonly TakenLetter[] {
  return sink.letters.filter((letter) => !letter.raw.includes('\r\nX-Recepisse: v1; alarm'))
}

/** Each due acknowledgement was delivered; a twin bears the Message-ID of a letter that is known to be uncertain. */
export async function expectLettersOnce({
  world,
  sink,
}: Demonstration): Promise<{ letters: number; twins: number }> {
  const taken = sink.letters.map((letter) => letter.messageId)
  const all = await world.register.letters()
  const letters = all.filter((letter) => letter.kind === 'acknowledgement')
  expect(letters.map((letter) => letter.state)).toEqual(letters.map(() => 'sent'))
  let twins = 0
  for (const letter of letters) {
    const times = taken.filter((id) => id === letter.letter.messageId).length
    expect(times, `${letter.id} was delivered`).toBeGreaterThanOrEqual(1)
    expect(times - 1, `${letter.id} went out again only where it was uncertain`).toBeLessThanOrEqual(
      letter.uncertain,
    )
    twins += times - 1
  }
  const known = new Set(all.map((letter) => letter.letter.messageId))
  expect(taken.filter((id) => !known.has(id))).toEqual([])
  const answered = (await world.register.mails(null)).filter((mail) => mail.decision?.send === true)
  expect(letters.length).toBe(answered.length)
  return { letters: letters.length, twins }
}

/**
 * The register is what its entries sealed, whatever happened to the service. `clockJumped`: entries after a jump back bear
 * an earlier time, which is told, and is so.
 */
export async function expectRegisterHolds(
  { world }: Demonstration,
  { clockJumped = false }: { readonly clockJumped?: boolean } = {},
): Promise<void> {
  const archive = await openArchive(archiveLocation(world.settings))
  const found = await inspected(inspectInSteps({ register: world.register, archive }))
  const faults = found.faults.filter(({ code }) => !(clockJumped && code === 'entry-backdated'))
  expect([...faults, ...found.differences]).toEqual([])
}
