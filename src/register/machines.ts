import type { CallId } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Author } from './author.ts'

/**
 * A machine as it works at a register: its office's name, and what tells its lives from another machine's.
 */
export interface Machine {
  /** `RECEPISSE_INSTANCE`. */
  readonly name: string
  /** The machine and its data folder: of two lives with the same one the later is the only one left. */
  readonly holder: string
  /** This life of it. */
  readonly life: string
  readonly calls: readonly CallId[]
}

/** Whose a register is, and who works at it. */
export interface MachineRegister {
  /** Drawn once, with the register itself. */
  ownId(): Promise<string>
  /** The account (IMAP_USER, in small letters) that this register is of; null before the first one. */
  ownMailbox(): Promise<string | null>
  /** The first mailbox is nobody's change. */
  firstMailbox(account: string): Promise<void>
  /** `isNumbered`: by which way it is seen from now on, by Microsoft Graph or by IMAP. */
  adoptMailbox(account: string, isNumbered: boolean, adoption: Author, at: Instant): Promise<void>
  /**
   * Null when the name is this life's until then; otherwise until when another machine has it. `seen`: what
   * was answered before, and may be passed over: nothing was heard of that machine since.
   */
  takeName(machine: Machine, at: Instant, until: Instant, seen: Instant | null): Promise<Instant | null>
  /** False when the name is not this life's any more. */
  renewName(machine: Machine, until: Instant): Promise<boolean>
  endName(machine: Machine): Promise<void>
  /** The calls that the other machines work for that are alive. */
  callsElsewhere(name: string, at: Instant): Promise<readonly CallId[]>
  /** The calls that this register has applications of. */
  callsAppliedTo(): Promise<readonly CallId[]>
}
