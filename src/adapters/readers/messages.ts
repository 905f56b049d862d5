import { z } from 'zod'
import { ToldCode } from '../../base/failures/failures.ts'
import { Fingerprint } from '../../base/ids.ts'
import { Call } from '../../call/call.ts'
import { FileReading } from '../../documents/document.ts'
import { Passage } from '../../documents/text/passage.ts'
import { Understood } from '../../dossier/understood.ts'
import { Clocks } from '../../evidence/evidence.ts'
import { Mail } from '../../mail/mail.ts'
import type { FrameBounds } from './frames.ts'

/** A file that is not opened (again), and why: its process died of it, or an antivirus named it. */
export const Unopened = z.object({
  index: z.int().nonnegative(),
  problem: z.enum(['infected', 'too_large', 'unfinished', 'unreadable']),
  detail: z.string(),
})
export type Unopened = z.infer<typeof Unopened>

const Index = z.int().nonnegative()

/**
 * What earlier attempts at the same order have taught. Files are numbered in the order in which they are met.
 */
export const Lessons = z.object({
  /** Files that a process died of. */
  deadly: z.array(Unopened),
  /** Files to be read without recognising their pictures. */
  plain: z.array(Index),
  /** Files whose readings, dearly bought, follow the order, each in a message of its own. */
  kept: z.array(Index),
  /** The last file that is opened; null: all are. */
  until: Index.nullable(),
})
export type Lessons = z.infer<typeof Lessons>

/** What the service tells a reader process. The bytes of the mail, or of the one file, come with it. */
export const Order = z.discriminatedUnion('what', [
  /**
   * The calls that the mails from now on are for. `warmUp`: answered with `ready`, once it has read a mail of
   * its own for them.
   */
  z.object({ what: z.literal('calls'), calls: z.tuple([Call], Call), warmUp: z.boolean() }),
  /** A reading of an earlier attempt, as it was told. Not answered. */
  z.object({ what: z.literal('kept'), index: Index }),
  /** Read and understand a mail: answered with `understood`, or with `refused`. */
  z.object({
    what: z.literal('mail'),
    fingerprint: Fingerprint,
    clocks: Clocks,
    /** Attachments, by their index in the mail. */
    closed: z.array(Unopened),
    lessons: Lessons,
  }),
  /** Read one file and what it contains: `files`. */
  z.object({ what: z.literal('file'), name: z.string(), declaredType: z.string(), lessons: Lessons }),
  /** Parse a mail, open nothing: `parsed`. */
  z.object({ what: z.literal('parse') }),
  /** The decoded bytes of each attachment of a mail: `part`, one after the other. */
  z.object({ what: z.literal('parts') }),
  /** The attachment of a mail that is the document of this fingerprint, or that holds it: `bytes`. */
  z.object({ what: z.literal('attachment'), sha256: Fingerprint }),
  /** Read the attachment of a mail that is or holds this document: `files`. */
  z.object({ what: z.literal('document'), sha256: Fingerprint, lessons: Lessons }),
  /** Draw a page of a document of a mail, with what was read there marked: `bytes`. */
  z.object({
    what: z.literal('draw'),
    sha256: Fingerprint,
    page: z.int().positive(),
    passage: Passage.nullable(),
  }),
])
export type Order = z.infer<typeof Order>

/**
 * What a reader process tells back; `done` once, last. It is believed in nothing that this does not allow.
 */
export const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('began'), index: Index }),
  /** A long file goes on: recognising takes a second or two a page. */
  z.object({ kind: z.literal('working') }),
  z.object({ kind: z.literal('ended'), index: Index }),
  /** A reading worth keeping comes with it: opaque, for the next attempt. */
  z.object({ kind: z.literal('kept'), index: Index }),
  z.object({ kind: z.literal('files'), files: z.array(FileReading) }),
  z.object({ kind: z.literal('understood'), understood: Understood }),
  z.object({ kind: z.literal('refused'), code: ToldCode }),
  z.object({ kind: z.literal('parsed'), mail: Mail }),
  z.object({ kind: z.literal('part'), index: Index }),
  /** Of a picture with something marked, where that begins, as a share of its height. */
  z.object({ kind: z.literal('bytes'), markedAt: z.number().min(0).max(1).optional() }),
  z.object({ kind: z.literal('done') }),
])
export type Told = z.infer<typeof Told>

/** What an order may hold: the largest mail that is fetched. */
export const ORDER_BOUNDS: FrameBounds = { jsonBytes: 8 * 1024 * 1024, attachedBytes: 257 * 1024 * 1024 }
/**
 * What is told: a body of two megabytes and the texts of its documents; parts are no larger than their mail.
 */
export const TOLD_BOUNDS: FrameBounds = { jsonBytes: 64 * 1024 * 1024, attachedBytes: 257 * 1024 * 1024 }
