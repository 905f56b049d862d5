import type { Document } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Submission } from './dossier.ts'
import { bringsOwnForm, isFormOrLetter } from './pieces.ts'

export type Kind = Document['fields'][number]['kind']

/** Whether a fact of an earlier mail gives way. */
export type GivesWay = (earlier: Submission, document: Document, kind: Kind) => boolean

/**
 * What a mail that says « annule et remplace » takes the place of: only what the same address sent before. A
 * new form takes that of the old one whole; a mail that only corrects a fact that of the fact. What people
 * entered never gives way.
 */
export function replacing(later: Submission): GivesWay {
  if (!later.replaces) return () => false
  const kinds = new Set(
    later.documents
      .flatMap((document) => document.fields)
      .filter((field) => field.confidence >= WEIGHTS.usable)
      .map((field) => field.kind),
  )
  // A SIRET says the SIREN too.
  if (kinds.has('siret')) kinds.add('siren')
  const whole = bringsOwnForm(later)
  return (earlier, document, kind) =>
    document.kind !== 'staff_entry' &&
    isOfSameSender(earlier, later) &&
    (kinds.has(kind) || (whole && isFormOrLetter(document)))
}

/** As far as our servers know: what they proved gives way to what they prove. */
function isOfSameSender(earlier: Submission, later: Submission): boolean {
  if (later.sender === null || earlier.sender?.toLowerCase() !== later.sender.toLowerCase()) return false
  return later.proof === 'proven' || (later.proof === 'untold' && earlier.proof === 'untold')
}
