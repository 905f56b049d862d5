import type { Instant } from '../base/instant.ts'

/** A mail that nobody sends: a paper application in the form that the archive keeps. */
export interface WrittenMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly date: Instant
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[]
}
