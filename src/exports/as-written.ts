import type { FieldKind } from '../call/field-kind.ts'
import { phonesIn } from '../documents/identifiers/phones.ts'

const GAP = '\u00A0'

/** A fact as people write it: « 700 000 045 00018 », « 0262 50 11 22 ». */
export function asWritten(kind: FieldKind, value: string): string {
  if ((kind === 'siret' || kind === 'siren') && /^\d{9}(\d{5})?$/.test(value))
    return [value.slice(0, 3), value.slice(3, 6), value.slice(6, 9), value.slice(9)].join(GAP).trim()
  return kind === 'phone' ? phoneAsWritten(value) : value
}

/** Countries of the French plan by their prefix: dialled with a nought among neighbours. */
const FRENCH = /^\+(?:33|262|508|590|594|596|681|687|689)(\d{9})$/

function phoneAsWritten(value: string): string {
  const own = FRENCH.exec(value)?.[1]
  if (own === undefined) return value
  const dialled = `0${own}`
  const pairs = (digits: string) => digits.replace(/(\d\d)(?=\d)/g, `$1${GAP}`)
  return value.startsWith('+33') ? pairs(dialled) : `${dialled.slice(0, 4)}${GAP}${pairs(dialled.slice(4))}`
}

/** What a person typed, as the register keeps such a fact; what is none of its kind stays as it is. */
export function asKept(kind: FieldKind, typed: string): string {
  if (kind === 'siret' || kind === 'siren') {
    const digits = typed.replace(/[\s.]/g, '')
    return /^\d+$/.test(digits) ? digits : typed
  }
  return kind === 'phone' ? (phonesIn(typed)[0]?.value ?? typed) : typed
}
