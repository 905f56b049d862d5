import { capitalised, momentInWords, octets, typographic } from '../acknowledgement/french.ts'
import type { RegistrationNumber } from '../base/ids.ts'
import { withoutUnseen } from '../base/unseen.ts'
import { requirementLabel } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import { receivedInWords } from '../documents/received.ts'
import { eligibilityInWords } from '../dossier/eligibility.ts'
import { summaryOf } from '../register/application-of.ts'
import type { KeptEligibility } from '../register/eligibility.ts'
import { placeName } from '../register/piece-name.ts'
import type { ApplicationView } from '../register/views.ts'
import type { RequirementFinding } from '../verdict/finding.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { completenessTold, remarkInWords, statusInWords } from '../verdict/words.ts'
import { type ApplicationRecord, applicationRecord } from './application-record.ts'
import { asWritten } from './as-written.ts'
import { factsOf } from './fact-labels.ts'
import { ownFacts } from './own-facts.ts'
import { receivedPieces } from './received-pieces.ts'
import { sectorLabels, timelinessTold, wayOfReceipt, whoApplied } from './record-words.ts'
import { clockInWords } from './wall-clock.ts'

/** An application as a committee reads it on paper: what is known, what was asked and found, what came. */
export interface ApplicationSheet {
  readonly number: RegistrationNumber
  readonly name: string
  /** A label and what it says, in the order in which people read them. */
  readonly facts: readonly (readonly [label: string, text: string])[]
  readonly asked: readonly { readonly label: string; readonly status: string; readonly where: string }[]
  readonly remarks: readonly string[]
  readonly pieces: readonly {
    readonly name: string
    readonly size: string
    readonly sha256: string
    readonly receivedAt: string
  }[]
  /** What a person decided, and why; null where nobody did. */
  readonly eligibility: string | null
}

/**
 * An application on one page, for who decides: its facts, what was asked and where it was seen. Texts are
 * French and typographic.
 */
export function applicationSheet(application: ApplicationView, call: Call): ApplicationSheet {
  const record = applicationRecord(summaryOf(application), call)
  const { zone } = call.deadline
  const { findings } = application.verdict
  return {
    number: application.number,
    name: whoApplied(record),
    facts: [...receiptFacts(record, call), ...applicantFacts(application, call)],
    asked: requirementsOf(findings).map((finding) => ({
      label: capitalised(typographic(requirementLabel(finding.id, call))),
      status: statusInWords(finding),
      where: placesOf(finding, application),
    })),
    remarks: findings.flatMap((finding) => remarkInWords(finding, call) ?? []).map(typographic),
    pieces: receivedPieces(application).map((one) => ({
      name: withoutUnseen(receivedInWords(one)),
      size: octets(one.file.bytes),
      sha256: one.file.sha256,
      receivedAt: one.file.receivedAt === null ? '' : clockInWords(one.file.receivedAt, zone),
    })),
    eligibility: decisionOf(application.eligibility, zone),
  }
}

function receiptFacts(record: ApplicationRecord, call: Call): ApplicationSheet['facts'] {
  return [
    ['Reçue le', typographic(momentInWords(record.receivedAt, call.deadline))],
    ['Par quelle voie', typographic(wayOfReceipt(record))],
    ['Expéditeur', record.sender ?? 'inconnu'],
    ['Délai', typographic(timelinessTold(record, call))],
    ['Filière', sectorLabels(record.sectors, call) || 'non détectée'],
    ['Dossier (avis du programme)', completenessTold(record)],
  ]
}

function applicantFacts(application: ApplicationView, call: Call): ApplicationSheet['facts'] {
  const { applicant } = application
  const values = { ...applicant, legal_form: applicant.legalForm, postal_address: applicant.address }
  const known = factsOf(call)
    .filter(([id]) => id !== 'name')
    .map(([id, label]) => [label, asWritten(id, values[id] ?? '')] as const)
  const own = call.kinds.map(({ id, label }) => {
    const told = ownFacts(application, id).map(({ value }) => value)
    return [label, told.join(', ')] as const
  })
  return [...known, ...own].map(([label, text]) => [label, withoutUnseen(text) || 'non trouvé'] as const)
}

const PLACES = 2

/** « formulaire.pdf, p. 1 » */
function placesOf({ evidence }: RequirementFinding, { mails }: ApplicationView): string {
  const places = evidence.map(
    ({ document, page }) => `${withoutUnseen(placeName(document, mails))}, p.\u00A0${page}`,
  )
  return [...new Set(places)].slice(0, PLACES).join(' ; ')
}

function decisionOf(kept: KeptEligibility | null, zone: string): string | null {
  if (kept === null || kept.eligibility === null) return null
  const { eligibility, by, reason, at } = kept
  return typographic(
    `${capitalised(eligibilityInWords(eligibility))}, par ${by} le ${clockInWords(at, zone)} : ${reason}`,
  )
}
