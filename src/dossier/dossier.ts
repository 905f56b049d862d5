import { z } from 'zod'
import { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import { Document } from '../documents/document.ts'
import { Receipt } from '../mail/receipt.ts'
import { SenderProof } from '../mail/signs/sender-proof.ts'

/**
 * One mail that adds to an application. `sender` is the address it came from, null when it names none;
 * `proof`: what the authority's own servers say of that address; `replaces`: it says that what came before
 * gives way (« annule et remplace »).
 */
export const Submission = z.object({
  fingerprint: Fingerprint,
  receipt: Receipt,
  sender: z.string().nullable(),
  proof: SenderProof,
  documents: z.array(Document),
  replaces: z.boolean(),
})
export type Submission = z.infer<typeof Submission>

/** What is in hand for one application after a given mail: its submissions in order of receipt. */
export const Dossier = z.object({ number: RegistrationNumber, submissions: z.array(Submission).min(1) })
export type Dossier = z.infer<typeof Dossier>

/** Who applies, as far as the documents say. Each null when not found. */
export const Applicant = z.object({
  name: z.string().nullable(),
  legalForm: z.string().nullable(),
  siret: z.string().nullable(),
  siren: z.string().nullable(),
  rna: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  representative: z.string().nullable(),
  role: z.string().nullable(),
  address: z.string().nullable(),
})
export type Applicant = z.infer<typeof Applicant>
