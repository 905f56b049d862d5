/** What is looked at of a part to tell whether it is the text of the mail. */
export interface Claimant {
  /** In lower case; text/plain where none is declared. */
  readonly type: string
  readonly disposition: string
  readonly named: boolean
}

/**
 * Which text parts are the text of the mail: the first without a name, and what stands beside it in the same
 * `multipart/alternative`. Other text parts that are shown in it are kept as pieces all the same.
 */
export class BodyClaim {
  #alternative: object | undefined
  #taken = false

  /** `alternative`: the outermost one that holds the part. Null for a part that is no shown text at all. */
  take(part: Claimant, alternative: object | undefined): 'body' | 'kept' | null {
    if (part.type !== 'text/plain' && part.type !== 'text/html') return null
    if (part.disposition !== '' && part.disposition !== 'inline') return null
    if (!part.named && !this.#taken) {
      this.#taken = true
      this.#alternative = alternative
      return 'body'
    }
    return !part.named && alternative !== undefined && alternative === this.#alternative ? 'body' : 'kept'
  }
}
