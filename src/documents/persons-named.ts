import { fold } from '../base/folding.ts'
import { takesPersons } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Mail } from '../mail/mail.ts'
import type { Document, FieldValue } from './document.ts'
import { unsureName } from './fields/person-names.ts'
import { isFullName } from './fields/signing-block.ts'

/**
 * Documents of a mail, with the name that its sender bears where natural persons may apply. One place that
 * names somebody leaves a doubt; the same name in two papers, or in a paper and over the mail, leaves none.
 */
export function withPersonsNamed(documents: readonly Document[], mail: Mail, call: Call): Document[] {
  if (!takesPersons(call) || documents.length === 0) return [...documents]
  const sender = senderName(mail)
  const bearer = documents.find(({ kind }) => kind === 'body') ?? documents[0]
  const isReached = documents.some(({ fields }) => fields.some(({ kind }) => kind === 'email'))
  const named = documents.map((document) => {
    if (document !== bearer || sender === null) return document
    const reached = isReached ? [] : senderAddress(document.name, mail)
    return { ...document, fields: [...document.fields, unsureName(document.name, sender), ...reached] }
  })
  const places = named.flatMap(({ name, fields }) =>
    [...new Set(fields.filter(({ kind }) => kind === 'name').map(key))].map((one) => `${one} ${name}`),
  )
  const isConfirmed = (field: FieldValue): boolean =>
    places.filter((place) => place.startsWith(`${key(field)} `)).length > 1
  return named.map((document) => ({
    ...document,
    fields: document.fields.map((field) =>
      field.unsure === true && isConfirmed(field) ? sure(field) : field,
    ),
  }))
}

function sure({ unsure: _, ...field }: FieldValue): FieldValue {
  return { ...field, confidence: WEIGHTS.fields.likely }
}

/** « BLANC Tom » is « Tom Blanc ». */
function key({ value }: FieldValue): string {
  return fold(value)
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .toSorted()
    .join('-')
}

/** Whoever writes in their own name can be answered where they wrote from. */
function senderAddress(document: string, { from }: Mail): FieldValue[] {
  const value = from[0]?.address
  if (value === undefined) return []
  const extract = { document, page: 1, text: value }
  return [{ kind: 'email', value, confidence: WEIGHTS.fields.somewhere, extract }]
}

/** The name of the address in From, where it is a person's. */
function senderName({ from }: Mail): string | null {
  const name = from[0]?.name?.trim() ?? ''
  return isFullName(name) ? name : null
}
