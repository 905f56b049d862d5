import type { Fingerprint } from '../../base/ids.ts'
import type { Reading } from '../../documents/document.ts'

/** What the service tells a reader process: read this file. */
export interface Order {
  readonly name: string
  readonly declaredType: string
  readonly content: Uint8Array
  readonly deadly: readonly number[]
  readonly plain: readonly number[]
  readonly known: readonly number[]
  /** Instead of reading: draw this page of the file of this fingerprint, which stands in `content` or is it. */
  readonly draw?: { readonly sha256: Fingerprint; readonly page: number }
}

/** What a reader process tells back, in this order for each file met; `done` once. */
export type Told =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'began'
      readonly index: number
      readonly name: string
      readonly bytes: number
      readonly sha256: Fingerprint
    }
  | { readonly kind: 'read'; readonly index: number; readonly reading: Reading }
  | { readonly kind: 'working' }
  /** Before `done`, when the page could be drawn. */
  | { readonly kind: 'drawn'; readonly picture: Uint8Array }
  | { readonly kind: 'done' }
