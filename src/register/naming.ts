import { oneLine } from '../acknowledgement/french.ts'
import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'

/** What tells one application from another where no name was found: who wrote, and about what. */
export interface Naming {
  readonly name: string | null
  /** Of the mail that opened it. */
  readonly sender: string | null
  readonly subject: string | null
}

/** An application, or a mail that has no number. */
export interface Meant {
  readonly number: RegistrationNumber | null
  readonly fingerprint: Fingerprint | null
}

/** What somebody is called who says no name. */
export const UNIDENTIFIED = 'Candidat non identifié'

/** Who applies, as lists and heads say it; without a name, who wrote and about what. */
export function whoApplies(naming: Naming | undefined): string {
  return naming?.name == null ? withWriter(UNIDENTIFIED, naming) : oneLine(naming.name, LONGEST)
}

/** « Usine Verte (TI22-7K4QX) » */
export function applicationInWords(number: RegistrationNumber, naming: Naming | undefined): string {
  return `${whoApplies(naming)} (${number})`
}

const LONGEST = 80

/** What somebody is called who has no name: with who wrote and about what, as far as that is known. */
export function withWriter(called: string, naming: Naming | undefined): string {
  const { sender = null, subject = null } = naming ?? {}
  const told = [
    sender === null ? null : oneLine(sender, LONGEST),
    subject === null || subject === '' ? null : `«\u00A0${oneLine(subject, LONGEST)}\u00A0»`,
  ]
  const known = told.filter((one) => one !== null).join(', ')
  return known === '' ? called : `${called} – ${known}`
}
