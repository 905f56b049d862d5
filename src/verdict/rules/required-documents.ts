import type { Call } from '../../call/call.ts'
import type { RequiredDocument } from '../../call/requirements.ts'
import type { DocumentRole } from '../../call/roles.ts'
import type { Document, Extract } from '../../documents/document.ts'
import type { Submission } from '../../dossier/dossier.ts'
import { hasExtension } from '../../dossier/pieces.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { askedOf } from '../conditions.ts'
import type { RequirementFinding } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { type State, settledBy, withCondition } from './state.ts'
import { unreadableDocuments } from './unreadable.ts'

/**
 * Each document that the call asks for: found and where, or not detected, or perhaps in what could not be
 * read.
 */
export const requiredDocuments: Rule = {
  id: 'required-documents',
  check({ call, submissions }) {
    return call.requiredDocuments.map((required) => findingFor(required, submissions, call))
  },
}

function findingFor(
  required: RequiredDocument,
  submissions: readonly Submission[],
  call: Call,
): RequirementFinding {
  const documents = submissions.flatMap((submission) => submission.documents)
  const state =
    required.allOf.length > 0
      ? eachOf(required, documents)
      : enoughOf(
          documents.flatMap((document) => playedBy(document, required.anyOf)),
          required.least,
        )
  const seen = state.status === 'met' ? state : perhapsElsewhere(state, submissions, call)
  return settledBy(withCondition(seen, askedOf(required.when, submissions, call)), required)
}

/** What was not detected may be in what could not be read, or be a paper that nobody knows. */
function perhapsElsewhere(state: State, submissions: readonly Submission[], call: Call): State {
  const [unreadable] = unreadableDocuments('piece', submissions, call)
  if (unreadable !== undefined)
    return { status: 'unclear', reason: unreadable.reason, evidence: [...unreadable.evidence] }
  const unknown = submissions.flatMap(({ documents }) => documents).filter(isUnknown)
  if (state.reason !== 'not_detected' || unknown.length === 0) return state
  const evidence = unknown.map(({ name }) => ({ document: name, page: 1, text: '' }))
  return { status: 'unclear', reason: 'found_weakly', evidence: evidence.slice(0, SHOWN) }
}

/** A paper that could be read, and of which nothing says what it is: no title of an office's paper either. */
function isUnknown({ kind, problem, words, roles, listsCandidates }: Document): boolean {
  if (kind !== 'file' || problem !== null || words === 0 || listsCandidates) return false
  return roles.every(({ role, grounds }) => role === 'other' && grounds.length === 0)
}

interface Played {
  readonly document: Document
  readonly score: number
  readonly grounds: readonly Extract[]
}

const SHOWN = 5

/** How many certainly play one of the roles, against how many are asked for. */
function enoughOf(played: readonly Played[], least: number): State {
  const filled = played.filter((one) => !one.document.emptyTemplate)
  const certain = filled.filter((one) => one.score >= WEIGHTS.usable)
  // The same file sent twice is one.
  const each = new Map(certain.map((one) => [one.document.sha256, one]))
  const count = each.size
  if (count >= least)
    return { status: 'met', reason: 'found', evidence: groundsOf(certain), ...counted(count, least) }
  // One file may hold several, each headed on a page of its own: then a person counts.
  const headed = [...each.values()].flatMap(({ grounds }) => grounds).length
  if (filled.length > certain.length || (count > 0 && headed >= least))
    return {
      status: 'unclear',
      reason: 'found_weakly',
      evidence: groundsOf(filled),
      ...counted(count, least),
    }
  if (count > 0) return { status: 'missing', reason: 'too_few', evidence: groundsOf(certain), count }
  return played.length > 0
    ? { status: 'missing', reason: 'empty_template', evidence: groundsOf(played) }
    : { status: 'missing', reason: 'not_detected', evidence: [] }
}

/** Told where a number is asked for. */
function counted(count: number, least: number): { count?: number } {
  return least > 1 ? { count } : {}
}

/** Each of the documents asked for together, in the format in which it is. */
function eachOf({ allOf }: RequiredDocument, documents: readonly Document[]): State {
  const states = allOf.map(({ role, extension }) => {
    const inFormat = documents.filter(({ name }) => extension === undefined || hasExtension(name, extension))
    return enoughOf(
      inFormat.flatMap((document) => playedBy(document, [role])),
      1,
    )
  })
  const evidence = states.flatMap((state) => state.evidence).slice(0, SHOWN)
  const worst =
    states.find(({ status }) => status === 'missing') ??
    states.find(({ status }) => status === 'unclear') ??
    states[0]
  return { status: worst?.status ?? 'missing', reason: worst?.reason ?? 'not_detected', evidence }
}

function groundsOf(played: readonly Played[]): Extract[] {
  return played.flatMap((one) => one.grounds).slice(0, SHOWN)
}

function playedBy(document: Document, roles: readonly DocumentRole[]): readonly Played[] {
  const mine = document.roles.filter((role) => roles.includes(role.role))
  return mine.map((role) => ({
    document,
    score: role.score,
    grounds: role.grounds.length > 0 ? role.grounds : [{ document: document.name, page: 1, text: '' }],
  }))
}
