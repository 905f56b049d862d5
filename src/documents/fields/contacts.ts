import { fold } from '../../base/folding.ts'
import type { LabelKind } from '../../knowledge/labels.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Answer } from './answer.ts'
import { isLeading } from './persons.ts'

const REACHED: ReadonlySet<LabelKind> = new Set(['phone', 'email'])
/** What forms ask of a contact before they ask how to reach them. */
const OF_PERSON: ReadonlySet<LabelKind> = new Set(['role', 'first_name', 'last_name', 'ignored'])

/**
 * « Chargé du dossier », and behind it « Ligne directe »: the telephone and the e-mail that stand right behind a contact
 * are the contact's. They serve where the structure gives none, and never before its own.
 */
export function contactsOwn(answers: readonly Answer[]): Answer[] {
  const open = new Set<LabelKind>()
  return answers.map((answer) => {
    if (answer.kind === 'contact') {
      open.clear()
      if (!isLeading(answer.value)) for (const kind of REACHED) open.add(kind)
      return answer
    }
    if (!open.has(answer.kind)) {
      if (!OF_PERSON.has(answer.kind)) open.clear()
      return answer
    }
    open.delete(answer.kind)
    return { ...answer, confidence: Math.min(answer.confidence, WEIGHTS.fields.somewhere) }
  })
}

/** « en qualité de : Présidente » over « représentant légal de la structure : Toile »: of whom the sentence speaks. */
export function swornFor(answers: readonly Answer[]): Answer[] {
  return answers.map((answer, index) => {
    const before = answers[index - 1]
    const isSentence = before?.kind === 'role' && /^(?:agissant|en (?:qualite|tant))/.test(fold(before.label))
    const isFor =
      answer.kind === 'representative' && /^représentante? .*(?:de la|de l['’]|du) /u.test(answer.label)
    return isSentence && isFor ? { ...answer, kind: 'name' } : answer
  })
}
