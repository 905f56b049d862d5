/** Something that cannot wait for the next digest. */
export interface Alarm {
  /** The same trouble, however often it is looked at: told once until it is over. */
  readonly key: string
  /**
   * Who can do something about it. Sentences for the operator hold no name and no address: they may leave by
   * a webhook.
   */
  readonly reader: 'operator' | 'staff'
  /** French; what happened, and what to do. */
  readonly sentence: string
}
