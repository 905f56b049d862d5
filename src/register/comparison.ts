import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { SignedHead } from '../proof/head.ts'
import type { TreeNode } from '../proof/inspect.ts'
import type { Difference, Unit } from '../proof/seal.ts'

/** A unit of rows with the position of the entry that sealed it last. */
export interface SealedPlace extends Unit {
  readonly position: number
}

/** Some rows that were compared with what sealed them. `next`: where to go on; null at the end. */
export interface ComparedPage<Next> {
  readonly next: Next | null
  readonly differences: readonly Difference[]
}

/**
 * The working rows against the entries, page by page: each page is read while nobody writes, so that the
 * service may go on meanwhile.
 */
export interface ComparisonRegister {
  /** Heads, the oldest first, and public keys by id; those that cannot be read are differences. */
  keptHeads(): Promise<{
    readonly heads: readonly SignedHead[]
    readonly keys: ReadonlyMap<string, string>
    readonly differences: readonly Difference[]
  }>
  /** Rows against the latest seal of each; `places`: where it was found, `rows`: how many there are. */
  compareSealed(
    after: Unit | null,
    most: number,
  ): Promise<ComparedPage<Unit> & { readonly places: readonly SealedPlace[]; readonly rows: number }>
  /** The rows of one application alone: of its mails, its letters and its numbers, and its line. */
  compareDossier(number: RegistrationNumber): Promise<{
    readonly differences: readonly Difference[]
    readonly places: readonly SealedPlace[]
  }>
  /** Rows that nothing sealed: those of earlier editions are counted, the others differ. */
  compareUnsealed(): Promise<{ readonly differences: readonly Difference[]; readonly unsealed: number }>
  /** Lines against the verdicts that they are drawn from; those with a mail in hand are left for later. */
  compareLines(after: string, most: number): Promise<ComparedPage<string>>
  /** The nodes of the tree that some entries completed. */
  nodesBetween(from: number, to: number): Promise<readonly TreeNode[]>
  /** Mails whose originals are kept, by fingerprint. */
  keptAfter(after: string, most: number): Promise<readonly Fingerprint[]>
  /** What stands behind the last entry: details, nodes and seals of entries that are not there. */
  compareEnd(): Promise<readonly Difference[]>
}
