/** Whether anything happened in a register: who looks by the clock has nothing to ask while nothing did. */
export interface ChangeRegister {
  /**
   * A mark that is another one once something was recorded, the tables have another version, or another
   * machine works at the register; the same as long as nothing did. One cheap question. What happens without
   * an entry (a lease renewed, a mailbox seen, a session) leaves it as it is.
   */
  lastChange(): Promise<string>
  /** Whether a mail is on its way through the register, or a letter on its way out. */
  isInHand(): Promise<boolean>
}
