/** What a key of the call’s file is to a person who fills it in. */
export type FieldKindOfCall =
  | 'line'
  | 'text'
  /** One entry to a line. */
  | 'lines'
  | 'day'
  | 'moment'
  | 'number'
  | 'yes'
  | 'choice'
  /** « siret | name + email »: one of these groups. */
  | 'groups'

export interface CallField {
  /** Its keys in the file, with points between. */
  readonly key: string
  readonly label: string
  readonly hint?: string
  readonly kind: FieldKindOfCall
  /** Left empty, the key is not in the file. */
  readonly optional?: true
  readonly options?: readonly (readonly [string, string])[]
}

/** Things of one kind, each with the same fields: categories, pieces. */
export interface CallList {
  readonly key: string
  /** « la filière » */
  readonly one: string
  /** Empty ones that the page offers. */
  readonly more: number
  readonly fields: readonly CallField[]
}

/** A page of the form. */
export interface CallSection {
  readonly id: string
  readonly title: string
  readonly intro: string
  readonly fields: readonly CallField[]
  readonly lists: readonly CallList[]
  /** The letter that shows what the page changes. */
  readonly letter: 'complete' | 'incomplete' | 'supplement' | 'late'
}

type Made = (key: string, label: string, hint?: string) => CallField
const made =
  (kind: FieldKindOfCall, optional: boolean): Made =>
  (key, label, hint) => ({
    key,
    label,
    kind,
    ...(hint === undefined ? {} : { hint }),
    ...(optional ? { optional: true as const } : {}),
  })

export const line = made('line', false)
export const maybeLine = made('line', true)
export const text = made('text', false)
export const maybeText = made('text', true)
export const lines = made('lines', false)
export const maybeLines = made('lines', true)
export const day = made('day', false)
export const maybeDay = made('day', true)
export const maybeMoment = made('moment', true)
export const number = made('number', false)
export const maybeNumber = made('number', true)
export const yes = made('yes', false)
export const maybeYes = made('yes', true)
export const groups = made('groups', false)

/** A key of the call's file that is chosen from a list. */
export function choice(
  key: string,
  label: string,
  options: CallField['options'],
  more: { readonly hint?: string; readonly optional?: true } = {},
): CallField {
  return { key, label, kind: 'choice', ...(options === undefined ? {} : { options }), ...more }
}
