/** What a failure code says, once for all who meet it. */
export interface Told {
  /** What happened, in a few words that fit every place where it is raised. */
  readonly means: string
  /** What whoever meets it does. */
  readonly todo: string
  /**
   * The exit code of a command that ends with it; 1 where none is named. 2: its words or its configuration
   * are to be mended.
   */
  readonly exit?: 2
}
