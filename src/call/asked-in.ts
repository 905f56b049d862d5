import type { Call } from './call.ts'
import type { Piece } from './piece.ts'
import { type RequiredDocument, type RequiredField, rolesOf } from './requirements.ts'
import type { DocumentRole } from './roles.ts'

/** How people name a piece: by its label, by its title, or by its role. */
export function labelOfPiece({ label, titles, role }: Piece): string {
  return label ?? titles[0] ?? role
}

/** How the call’s file calls what it asks for. */
export function requirementLabel(id: string, call: Call): string {
  const required = [...call.requiredDocuments, ...call.requiredFields].find((one) => one.id === id)
  return required?.label ?? id
}

/**
 * The roles of documents that are to say a fact: those the file names, else the forms and letters that the
 * call asks for.
 */
export function askedIn(field: RequiredField, call: Call): readonly DocumentRole[] {
  return field.in ?? formLike(call)
}

/** The documents asked for that are to say a fact; none where no form or letter is asked for. */
export function documentsAskedIn(field: RequiredField, call: Call): readonly RequiredDocument[] {
  const roles = askedIn(field, call)
  return call.requiredDocuments.filter((required) => rolesOf(required).some((role) => roles.includes(role)))
}

/**
 * Labels of what is asked for, by id; where the document that is to say them is open itself, its facts are
 * not told one by one. `open`: all that was not found, or not surely.
 */
export function labelsTold(ids: readonly string[], open: readonly string[], call: Call): readonly string[] {
  const fields = call.requiredFields.filter((field) => {
    const documents = documentsAskedIn(field, call)
    return documents.length === 0 || documents.some(({ id }) => !open.includes(id))
  })
  const told = [...call.requiredDocuments, ...fields]
  return ids.flatMap((id) => told.find((required) => required.id === id)?.label ?? [])
}

function formLike(call: Call): readonly DocumentRole[] {
  const alike = call.pieces.filter(({ like }) => like === 'form' || like === 'letter').map(({ role }) => role)
  const asked = call.requiredDocuments.flatMap(rolesOf)
  return [...new Set(asked)].filter((role) => role === 'form' || role === 'letter' || alike.includes(role))
}
