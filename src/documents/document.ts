import { z } from 'zod'
import { Fingerprint } from '../base/ids.ts'
import { FieldKind } from '../call/field-kind.ts'
import { DocumentRole } from '../call/roles.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import { Page } from './text/page.ts'

/**
 * Why a document gave no (or not all) text. `null` problem: it was read. `unfinished`: reading it ended at a
 * bound of time or memory; nothing is said of the file.
 */
export const DocumentProblem = z.enum([
  'encrypted',
  'unreadable',
  'infected',
  'too_large',
  'unfinished',
  'unsupported',
  'external_link',
  'empty',
])
export type DocumentProblem = z.infer<typeof DocumentProblem>

/**
 * A filled control: AcroForm field, Word content control, ODF form control. `label` is what stands for it
 * (tooltip, tag, title, name), `value` what was entered: several lines or choices joined by "\n";
 * a ticked box has the value 'on', an unticked one ''.
 */
export const FormValue = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['text', 'choice', 'checkbox', 'radio', 'signature', 'date']),
  value: z.string(),
  page: z.int().positive(),
})
export type FormValue = z.infer<typeof FormValue>

/** The lines or choices of what was entered. */
export function linesOfValue(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What a reader got out of one file: no judgement yet. */
export const Reading = z.object({
  mediaType: z.string(),
  pages: z.array(Page),
  formValues: z.array(FormValue),
  /**
   * Images drawn on pages, as a signature or stamp would be; sizes in points or pixels. `above` is the text
   * that stands just above or beside one, when its place is known: it tells a signature from a letterhead.
   */
  pictures: z.array(
    z.object({
      page: z.int().positive(),
      width: z.number(),
      height: z.number(),
      above: z.string().optional(),
    }),
  ),
  problem: DocumentProblem.nullable(),
  /** In English, for staff of the authority's IT and for logs; never content of the file. */
  detail: z.string().nullable(),
})
export type Reading = z.infer<typeof Reading>

/** Where something was found: shown beside every conclusion. `text` is the shortest extract that shows it. */
export const Extract = z.object({ document: z.string(), page: z.int().positive(), text: z.string() })
export type Extract = z.infer<typeof Extract>

/**
 * A fact read in a document. `confidence` from 0 to 1; below 0.5 it is shown to staff and never used alone.
 * `pending`: a number that is still to be given (« en cours d’immatriculation »); `value` says so in words.
 * `elsewhere`: a number of another register (BCE, IDE, RIDET, TAHITI), where ours is asked for. `unsure`: a
 * name that only a letter's end, a curriculum's head or a sender gives; shown where no other is, for a person
 * to verify. `person`: a name that its place tells to be a natural person’s.
 */
export const FieldValue = z.object({
  kind: FieldKind,
  value: z.string(),
  pending: z.literal(true).optional(),
  elsewhere: z.literal(true).optional(),
  unsure: z.literal(true).optional(),
  person: z.literal(true).optional(),
  confidence: z.number().min(0).max(1),
  extract: Extract,
})
export type FieldValue = z.infer<typeof FieldValue>

/** A role a document plays, and why we think so. `dated`: its own date, where the call takes no older one. */
export const RoleFinding = z.object({
  role: DocumentRole,
  score: z.number(),
  grounds: z.array(Extract),
  dated: z.iso.date().optional(),
})
export type RoleFinding = z.infer<typeof RoleFinding>

/** Whether somebody who reads these knows what the document is for: it plays a part that counts. */
export function playsKnownPart(roles: readonly RoleFinding[]): boolean {
  return roles.some(({ role, score }) => role !== 'other' && score >= WEIGHTS.usable)
}

/**
 * What a document is: the text of the mail itself, a file that came with it (or in one that did), a link
 * under which a file waits, or what staff entered by hand.
 */
export const DocumentKind = z.enum(['body', 'file', 'link', 'staff_entry'])
export type DocumentKind = z.infer<typeof DocumentKind>

/** How the body of a mail is called where documents are listed by name; what it is, its kind says. */
export const BODY_NAME = 'courriel'

/** A document read and recognised. `name` is unique in its mail: `a.pdf`, `a.pdf (2)`, `lot.zip/a.pdf`. */
export const Document = z.object({
  kind: DocumentKind,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  sha256: Fingerprint,
  roles: z.array(RoleFinding),
  problem: DocumentProblem.nullable(),
  detail: z.string().nullable(),
  fields: z.array(FieldValue),
  /** The call's form or letter sent back with nothing filled in. */
  emptyTemplate: z.boolean(),
  /** A table of several candidates: somebody's list, nobody's application. */
  listsCandidates: z.boolean(),
  /** Its pages are pictures: what words it has were recognised. */
  scanned: z.boolean(),
  /** Words of readable text: tells a scan from a page. */
  words: z.int().nonnegative(),
  /**
   * Its language by ISO code, when that is not French, nor the call's with a part that could be told: it may
   * hold what is missing.
   */
  otherLanguage: z.string().optional(),
  /** Of a mail's own text its language, where the call answers in several. */
  language: z.string().optional(),
})
export type Document = z.infer<typeof Document>

/** The media type of what staff entered by hand. */
export const STAFF_ENTRY = 'application/x-recepisse-staff'

/** A file to be read: an attachment, or a member of one. */
export interface File {
  readonly name: string
  /** With the charset that a text declares: `text/plain; charset=cp850`. */
  readonly declaredType: string
  readonly content: Uint8Array
  /** Where it was worked out already: of large files it costs as much as decoding them. */
  readonly sha256?: Fingerprint
}

/** A file taken out of a container (archive, forwarded mail), with the reading of it. */
export const FileReading = z.object({
  name: z.string(),
  bytes: z.int().nonnegative(),
  sha256: Fingerprint,
  reading: Reading,
})
export type FileReading = z.infer<typeof FileReading>

/**
 * Reads one attachment: itself, and what it contains if it is a container. Never throws for the file's
 * sake: a file that cannot be read has a reading with a problem. Throws Failure('transient') only when the
 * machine cannot read anything (no memory, no process).
 */
export interface DocumentReader {
  read(file: File): Promise<readonly FileReading[]>
}

/** Types whose pages can be drawn; of all others people read the text, or the original. */
export function isDrawable({ mediaType, problem }: Pick<Document, 'mediaType' | 'problem'>): boolean {
  if (problem !== null && problem !== 'unreadable' && problem !== 'unfinished') return false
  return mediaType === 'application/pdf' || /^image\/(jpeg|png|tiff|webp|gif|hei[cf])$/.test(mediaType)
}

/** Pages that are drawn of one document: what the call asks for is shorter. */
export const DRAWN_PAGES = 12
