import type { Document, FieldValue } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import { applicantOf } from './applicant.ts'
import type { Applicant, Submission } from './dossier.ts'
import { namesAgree } from './names.ts'
import { speaksForSomebody } from './pieces.ts'

/** A structure that speaks in some papers, and the papers that speak for it. */
export interface Structure {
  readonly identity: Identity
  readonly documents: readonly Document[]
}

type Identity = Pick<Applicant, 'name' | 'siren' | 'rna'>

/**
 * The structures for which the forms and letters of a dossier speak, in order of receipt: one, mostly. Papers
 * that name somebody in passing (a project, its partners) found none. Identifiers that differ are two
 * structures; one identifier under two names is one; without identifiers, names tell.
 */
export function structuresOf(submissions: readonly Submission[]): readonly Structure[] {
  const found: { identity: Identity; documents: Document[] }[] = []
  for (const submission of submissions) {
    for (const document of submission.documents.filter(speaksForSomebody)) {
      for (const identity of identitiesOf(submission, document)) {
        const same = found.find((one) => !differ(one.identity, identity))
        if (same === undefined) found.push({ identity, documents: [document] })
        else {
          if (!same.documents.includes(document)) same.documents.push(document)
          same.identity = completed(same.identity, identity)
        }
      }
    }
  }
  return found
}

/**
 * Two identities that cannot be one structure: identifiers of a kind that differ; without a common kind,
 * names that do.
 */
export function differ(left: Identity, right: Identity): boolean {
  if (left.siren !== null && right.siren !== null) return left.siren !== right.siren
  if (left.rna !== null && right.rna !== null) return left.rna !== right.rna
  return left.name !== null && right.name !== null && !namesAgree(left.name, right.name)
}

function completed(known: Identity, added: Identity): Identity {
  return {
    name: known.name ?? added.name,
    siren: known.siren ?? added.siren,
    rna: known.rna ?? added.rna,
  }
}

/**
 * Who speaks in one paper: one structure, mostly. Two forms in one file give two numbers at labels of the
 * same kind; whose name is whose nobody can say then, and each is known by its number.
 */
function identitiesOf(submission: Submission, document: Document): readonly Identity[] {
  const { name, siren, rna } = applicantOf([{ ...submission, documents: [document] }])
  if (name === null && siren === null && rna === null) return []
  const labelled = document.fields.filter(
    ({ kind, confidence }) => kind === 'siret' && confidence >= WEIGHTS.fields.beside,
  )
  const sirens = [...new Set(labelled.map(({ value }) => value.slice(0, SIREN_DIGITS)))]
  if (sirens.length < 2) return [{ name, siren, rna }]
  return sirens.map((one) => ({ name: null, siren: one, rna: null }))
}

const SIREN_DIGITS = 9

/** True when a paper says which structure it is of, and it is another one than `structure`. */
export function isOfAnother(document: Document, structure: Structure, others: readonly Structure[]): boolean {
  if (others.some((other) => other.documents.includes(document))) return true
  if (structure.documents.includes(document)) return false
  const sirens = usable(document.fields, 'siret').concat(usable(document.fields, 'siren'))
  const rnas = usable(document.fields, 'rna')
  const names = usable(document.fields, 'name')
  return others.some(
    ({ identity }) =>
      sirens.some((value) => identity.siren !== null && value.startsWith(identity.siren)) ||
      rnas.some((value) => value === identity.rna) ||
      names.some((value) => identity.name !== null && namesAgree(value, identity.name)),
  )
}

function usable(fields: readonly FieldValue[], kind: FieldValue['kind']): string[] {
  return fields
    .filter((field) => field.kind === kind && field.confidence >= WEIGHTS.usable)
    .map((field) => field.value)
}
