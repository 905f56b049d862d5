import { composeDecision, type DecisionInput, type DecisionWords } from '../acknowledgement/decision.ts'
import { decisionMentionsMissing } from '../acknowledgement/decision-mentions.ts'
import type { Letter } from '../acknowledgement/outgoing.ts'
import { Failure } from '../base/failure.ts'
import { OutboxId } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import { sha256OfText } from '../documents/text-fingerprint.ts'
import type { Act } from '../dossier/outcome.ts'
import type { Signer } from '../proof/signature.ts'
import type { Author } from '../register/author.ts'
import type { DeskRegister } from '../register/desk.ts'
import {
  type DecisionRegister,
  decisionBase,
  type KeptOutcome,
  lettersOfDecision,
  mayHaveArrived,
  type OutcomeRegister,
} from '../register/outcomes.ts'
import type { StaffRegister } from '../register/staff.ts'
import type { ApplicationView } from '../register/views.ts'
import { decidedOf } from './record-outcome.ts'
import { refuseAddress, refuseBlanks, senderOf } from './whom-and-what.ts'

export interface DecisionPorts {
  readonly register: DeskRegister & OutcomeRegister & Pick<StaffRegister, 'staffFacts'>
  readonly clock: Clock
}

/** To whom (null: who applied, where that is beyond doubt), and in which words. */
export interface WantedDecision {
  readonly to: string | null
  readonly words: DecisionWords
}

/**
 * The letter that would leave now; `to` is null while nobody named an address and the mail does not say it.
 */
export interface DecisionPreview {
  readonly letter: Letter
  readonly to: string | null
}

/** A decision that can be notified: what was recorded, and the template of the call’s file. */
export interface Notifiable {
  readonly application: ApplicationView
  readonly call: Call
  readonly outcome: KeptOutcome
  readonly kind: DecisionInput['kind']
  readonly act: Act
  readonly template: string
}

/** Failures: permanent, where nothing was decided, the file has no template, or the letter left already. */
export async function notifiable(ports: DecisionPorts, calls: Calls, number: string): Promise<Notifiable> {
  const { application, decided } = await decidedOf(ports, calls, number)
  const { call } = decided
  const outcome = application.outcome
  const { kind, act } = outcome?.outcome ?? { kind: null, act: null }
  if (outcome === null || act === null || (kind !== 'selected' && kind !== 'not_selected'))
    throw new Failure(
      'permanent',
      'no-decision',
      'no act is recorded that selects this application or does not',
    )
  const template = call.decisions?.[kind === 'selected' ? 'favourable' : 'unfavourable']
  if (template === undefined)
    throw new Failure(
      'permanent',
      'no-template',
      'the call’s file has no letter for this decision (« decisions »)',
    )
  const letters = lettersOfDecision(
    await ports.register.lettersOf(application.number),
    decisionBase(outcome.number, outcome.seq),
  )
  if (letters.some(mayHaveArrived))
    throw new Failure('permanent', 'decision-sent', 'this decision has its letter already')
  return { application, call, outcome, kind, act, template }
}

/** Writes the letter as `sendDecision` would, changes nothing. Failures: permanent, as there. */
export async function previewDecision(
  ports: DecisionPorts,
  calls: Calls,
  number: string,
  wanted: WantedDecision,
): Promise<DecisionPreview> {
  const { input } = await inputOf(ports, await notifiable(ports, calls, number), wanted)
  return { letter: composeDecision(input), to: input.to === '' ? null : input.to }
}

/**
 * Lets a letter of decision go in a person’s name: nothing but a person’s word sends one, and each decision
 * has one. Failures: permanent, with what the person should do.
 */
export async function sendDecision(
  ports: DecisionPorts & { readonly register: DecisionRegister; readonly signer: Signer },
  calls: Calls,
  number: string,
  wanted: WantedDecision,
  author: Author,
): Promise<OutboxId> {
  const what = await notifiable(ports, calls, number)
  const { input, id } = await inputOf(ports, what, wanted)
  const letter = composeDecision(input)
  refuseUnfinished(letter, input)
  const text = sha256OfText(letter.text)
  await ports.register.sendDecision(
    {
      id,
      number: what.outcome.number,
      decision: what.outcome.seq,
      letter,
      shown: { call: what.call.id, number: what.outcome.number, letter: text },
    },
    author,
    ports.signer,
    ports.clock.now(),
  )
  return id
}

/** What is still to be written, or said by nobody. */
function refuseUnfinished(letter: Letter, input: DecisionInput): void {
  const { call, kind, to, words } = input
  if (to === '')
    throw new Failure(
      'permanent',
      'usage',
      'name the address to write to: the mail does not say it beyond doubt',
    )
  for (const text of Object.values(words)) refuseBlanks(text)
  const isReasoned = words.law.trim() !== '' && words.fact.trim() !== ''
  if (kind === 'not_selected' && call.decisions?.motivated === true && !isReasoned)
    throw new Failure(
      'permanent',
      'reasons-wanted',
      'considerations of law and of fact are wanted (CRPA L211-5)',
    )
  const missing = decisionMentionsMissing(letter, input)
  if (missing.length > 0)
    throw new Failure(
      'permanent',
      'mentions-lacking',
      `the letter would lack ${missing.map(({ id, source }) => `${id} (${source})`).join(', ')}`,
    )
}

async function inputOf(
  { register }: DecisionPorts,
  { application, call, outcome, kind, act }: Notifiable,
  { to, words }: WantedDecision,
): Promise<{ readonly input: DecisionInput; readonly id: OutboxId }> {
  if (to !== null) refuseAddress(to, call)
  const [opener] = application.mails
  if (opener === undefined) throw new Failure('bug', 'no-mail', 'an application has a mail')
  const letters = await register.lettersOf(application.number)
  const base = decisionBase(outcome.number, outcome.seq)
  const version = lettersOfDecision(letters, base).length + 1
  const acknowledged = letters.find((one) => one.kind === 'acknowledgement')?.letter
  return {
    id: OutboxId.parse(version === 1 ? base : `${base}-${version}`),
    input: {
      call,
      number: application.number,
      to: to ?? senderOf(await register.staffFacts(opener.fingerprint), call) ?? '',
      appliedAt: application.receivedAt,
      kind,
      act,
      words,
      original: {
        messageId: acknowledged?.messageId ?? null,
        references: acknowledged?.references ?? [],
      },
      decision: outcome.seq,
      version,
    },
  }
}
