/** A page to be looked at: an address, the form sent to it, and whether the one who looks is signed in. */
export interface Visit {
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
  readonly stranger?: boolean
  /** 200 unless said otherwise. */
  readonly status?: number
}

/** Answers that are no page: they lead elsewhere, or are a file. Refused, they answer with the page of refusals. */
export const NO_PAGE = 'no page'
