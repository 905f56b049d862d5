/** A part of a page before anyone says in which format it is written. */
export type Block =
  | { readonly kind: 'line'; readonly text: string; readonly large?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string; readonly justified?: boolean }
  /** A table; `widths` in points. */
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly string[])[]
      readonly widths: readonly number[]
    }
  /** A label, and a box for each sign of its answer; a space is an empty box. */
  | { readonly kind: 'comb'; readonly label: string; readonly value: string; readonly below: boolean }
  /** Two columns of lines that have nothing to do with each other. */
  | { readonly kind: 'columns'; readonly left: readonly string[]; readonly right: readonly string[] }
  /** A control under its label, where the format has controls. */
  | { readonly kind: 'control'; readonly label: string; readonly value: string }
  | { readonly kind: 'foot'; readonly text: string }
  | { readonly kind: 'gap' }

export type Sheet = readonly Block[]

export const line = (text: string, large = false): Block => ({ kind: 'line', text, large })
export const GAP: Block = { kind: 'gap' }
