import type { CallId, Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Head, HeadKind, SignedHead } from '../proof/head.ts'
import type { Signer } from '../proof/signature.ts'
import type { Author } from './author.ts'

/** The public half of a key that signed; `since` its first use. */
export interface PublicKey {
  readonly id: string
  readonly publicPem: string
  readonly since: Instant
}

/** An entry as it is kept, with what people read of it; null where that was erased. */
export interface KeptEntry {
  readonly position: number
  /** As columns beside the body have it: what lists and journals show. */
  readonly at: string
  readonly type: string
  readonly body: string
  readonly leaf: string
  /** What it sealed (`Seals`); null where it was erased, or written by an edition that sealed nothing. */
  readonly sealed: string | null
  readonly opened: { readonly subject: string; readonly detail: string; readonly salt: string } | null
}

/** A time-stamp over a head. `token`: the authority’s whole answer (RFC 3161, TimeStampResp), base64. */
export interface Anchor {
  readonly authority: string
  readonly token: string
  readonly at: Instant
}

/** The append-only register as those who prove or inspect it see it. */
export interface ProofRegister {
  noteSigningKey(signer: Signer, at: Instant): Promise<void>
  signingKeys(): Promise<readonly PublicKey[]>
  /** Writes that a call is closed: how many applications, who and why. Returns how many. */
  close(callId: CallId, decided: Author, at: Instant): Promise<number>
  /** Signs the register as it stands. A regular head of a register that did not grow is the last one. */
  takeHead(kind: Exclude<HeadKind, 'deadline'>, signer: Signer, at: Instant): Promise<SignedHead>
  /** Signs the register for a deadline that passed, once: false when a head of that kind was taken since. */
  takeDeadlineHead(deadline: Instant, signer: Signer, at: Instant): Promise<boolean>
  lastHead(): Promise<SignedHead | null>
  /** The oldest first. */
  heads(): Promise<readonly SignedHead[]>
  /** Heads that an authority has not stamped yet, the newest first. */
  unstamped(authority: string, limit: number): Promise<readonly SignedHead[]>
  keepAnchor(head: Head, anchor: Anchor): Promise<void>
  anchorsOf(head: Head): Promise<readonly Anchor[]>
  /**
   * Takes an application out of everything that people read, under a visa: its rows and what its entries
   * told. The entries themselves stay, and one more says which of them tell nothing any more, who wanted it
   * and why. Returns the mails whose originals can go.
   */
  erase(number: RegistrationNumber, decided: Author, at: Instant): Promise<readonly Fingerprint[]>
  entries(from: number, limit: number): Promise<readonly KeptEntry[]>
  /** Positions of the entries that concern an application, its mails and its letters. */
  positionsOf(number: string): Promise<readonly number[]>
  /** RFC 9162, 2.1.3.1: hashes from the leaf up. */
  inclusion(position: number, size: number): Promise<readonly string[]>
  /** RFC 9162, 2.1.4.1. */
  consistency(older: number, newer: number): Promise<readonly string[]>
}
