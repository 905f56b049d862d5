import type { RequiredDocument } from '../../call/call.ts'
import type { Document, Extract } from '../../documents/document.ts'
import type { Submission } from '../../dossier/dossier.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { RequirementFinding } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { unreadableDocuments } from './unreadable.ts'

/** Each document that the call asks for: found and where, or not detected, or perhaps in what could not be read. */
export const requiredDocuments: Rule = {
  id: 'required-documents',
  check({ call, submissions }) {
    return call.requiredDocuments.map((required) => findingFor(required, submissions))
  },
}

function findingFor(required: RequiredDocument, submissions: readonly Submission[]): RequirementFinding {
  const documents = submissions.flatMap((submission) => submission.documents)
  const played = documents.flatMap((document) => rolesOf(document, required))
  const filled = played.filter((one) => !one.document.emptyTemplate)
  const certain = filled.filter((one) => one.score >= WEIGHTS.usable)
  const base = { code: 'requirement' as const, id: required.id }
  if (certain.length > 0)
    return {
      ...base,
      status: 'met',
      reason: 'found',
      evidence: certain.flatMap((one) => one.grounds).slice(0, 5),
    }
  const [unreadable] = unreadableDocuments(submissions)
  if (unreadable !== undefined)
    return { ...base, status: 'unclear', reason: unreadable.reason, evidence: [...unreadable.evidence] }
  if (filled.length > 0)
    return {
      ...base,
      status: 'unclear',
      reason: 'found_weakly',
      evidence: filled.flatMap((one) => one.grounds).slice(0, 5),
    }
  if (played.length > 0)
    return {
      ...base,
      status: 'missing',
      reason: 'empty_template',
      evidence: played.flatMap((one) => one.grounds).slice(0, 5),
    }
  return { ...base, status: 'missing', reason: 'not_detected', evidence: [] }
}

interface Played {
  readonly document: Document
  readonly score: number
  readonly grounds: readonly Extract[]
}

function rolesOf(document: Document, required: RequiredDocument): readonly Played[] {
  return document.roles
    .filter((role) => required.anyOf.includes(role.role))
    .map((role) => ({
      document,
      score: role.score,
      grounds: role.grounds.length > 0 ? role.grounds : [{ document: document.name, page: 1, text: '' }],
    }))
}
