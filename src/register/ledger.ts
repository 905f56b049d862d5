import { z } from 'zod'
import { OutboxId } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'
import { Sighting } from '../evidence/evidence.ts'
import { MailboxLease, SeenEvidence, SightingOutcome } from './intake.ts'
import { SentLetter } from './sent-copies.ts'
import { ToFetch } from './set-aside.ts'
import { TokenAccount } from './tokens.ts'

/** `backlog`: many wait together, or for long already; one that comes now goes before them. */
export const Haste = z.enum(['now', 'backlog'])
export type Haste = z.infer<typeof Haste>

const folder = { account: z.string().min(1), folder: z.string().min(1) }
const uids = z.array(z.int()).readonly()
const nothing = z.null()
const at = Instant

/**
 * What those who meet the mail servers ask of the register, which they do not have: each question with its
 * answer, as they travel between two processes. Whatever is noted twice is noted once.
 */
export const LEDGER = {
  /** When the first of the calls' seasons begins: mails that came before are a person's own. */
  since: { question: z.object({}), answer: Instant },
  /** UIDs of a folder from `from` up that already have a row. */
  knownUids: { question: z.object({ ...folder, uidValidity: z.string(), from: z.int() }), answer: uids },
  /**
   * The numbers of mails that their server knows by immutable ids only, in the order of the ids; a new one
   * gets the next, one that was erased null (decision 34).
   */
  numberMails: {
    question: z.object({
      account: z.string().min(1),
      uidValidity: z.string(),
      ids: z.array(z.string().min(1).max(2_000)).max(1_000).readonly(),
    }),
    answer: z.array(z.int().nullable()).readonly(),
  },
  /** The id of a mail by its number; null where nobody gave it, or it was erased. */
  idOfMail: { question: Sighting, answer: z.string().nullable() },
  /** UIDs near one whose mails were handed over and read as such, the nearest first. */
  handedOverNear: { question: z.object({ place: Sighting, most: z.int() }), answer: uids },
  /**
   * Commits that mails were seen, and leaves hints that they are to be read. Failure('transient',
   * 'lease-lost') when another watches by now.
   */
  recordSightings: {
    question: z.object({ seen: z.array(SeenEvidence).readonly(), at, lease: MailboxLease, haste: Haste }),
    answer: z.array(SightingOutcome).readonly(),
  },
  /** Commits what the server said of a mail that it does not hand over, set aside for a person. */
  recordWithheld: {
    question: z.object({ seen: SeenEvidence, at, lease: MailboxLease }),
    answer: nothing,
  },
  /** Nothing that the folder lists is without a row, or is being fetched. */
  proveAlive: { question: z.object({ ...folder, at }), answer: nothing },
  /** Takes or keeps a mailbox until an hour; null while another has it. `owner`: `<instance>#<life>`. */
  takeLease: {
    question: z.object({ account: z.string().min(1), owner: z.string(), at, until: Instant }),
    answer: MailboxLease.nullable(),
  },
  endLease: { question: z.object({ lease: MailboxLease, at }), answer: nothing },
  /** What people took in of mails put aside, and a few of them for the second look. */
  wantedAgain: {
    question: z.object({ account: z.string().min(1) }),
    answer: z.array(ToFetch).readonly(),
  },
  /** Its bytes are safe again: it goes the way of every mail, or waits for the second look. */
  fetchedAgain: { question: z.object({ mail: ToFetch, at, lease: MailboxLease }), answer: nothing },
  /** It lies nowhere where it was seen. */
  noteGone: { question: z.object({ mail: ToFetch, at }), answer: nothing },
  /** Whether a mail seen there is put aside: no other may be looked at for the asking. */
  isSetAside: { question: Sighting, answer: z.boolean() },
  /** Letters that left and of which the folder of sent mail has no copy yet, the oldest first. */
  toCopy: { question: z.object({ most: z.int() }), answer: z.array(SentLetter).readonly() },
  noteCopied: { question: z.object({ id: OutboxId, at }), answer: nothing },
  noteTokenRenewed: {
    question: z.object({ account: TokenAccount, expiresAt: Instant, at }),
    answer: nothing,
  },
  noteTokenFailed: {
    question: z.object({ account: TokenAccount, code: z.string(), at }),
    answer: nothing,
  },
} as const

export type Ledger = {
  readonly [Name in keyof typeof LEDGER]: (
    question: z.infer<(typeof LEDGER)[Name]['question']>,
  ) => Promise<z.infer<(typeof LEDGER)[Name]['answer']>>
}
