import { fold } from '../../base/folding.ts'
import type { LabelKind } from '../../knowledge/labels.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Answer } from './answer.ts'
import { isLeading, isRole } from './persons.ts'

const REACHED: ReadonlySet<LabelKind> = new Set(['phone', 'email'])
/** Who a contact is, and what: never who engages the structure. */
const TOLD: ReadonlySet<LabelKind> = new Set(['role', 'first_name', 'last_name'])
/** What forms ask of a contact before they ask how to reach them. */
const OF_PERSON: ReadonlySet<LabelKind> = new Set([...TOLD, 'ignored'])

/**
 * « Chargé du dossier », and behind it « Fonction », « Ligne directe »: the role, the telephone and the
 * e-mail that stand right behind a contact, or under a heading that says so, are the contact's. How to reach
 * them serves where the structure gives nothing, and never before its own; what they are is a hint for a
 * person, unless it engages the structure.
 */
export function contactsOwn(answers: readonly Answer[]): Answer[] {
  const open = new Set<LabelKind>()
  let headed = false
  return answers.map((answer) => {
    if (answer.kind === 'contact') {
      open.clear()
      headed = answer.value === ''
      // « Fonction du contact : Assistante » tells all that is asked of one.
      const kinds = isRole(answer.value) ? REACHED : [...REACHED, ...TOLD]
      if (!isLeading(answer.value)) for (const kind of kinds) open.add(kind)
      return answer
    }
    // « Nom et prénom » under « PERSONNE À CONTACTER ».
    if (headed && open.size > 0 && isBareName(answer)) return { ...answer, kind: 'contact' }
    if (!open.has(answer.kind)) {
      if (!OF_PERSON.has(answer.kind)) open.clear()
      return answer
    }
    open.delete(answer.kind)
    const { somewhere, guessed } = WEIGHTS.fields
    const most = REACHED.has(answer.kind) || isLeading(answer.value) ? somewhere : guessed
    return { ...answer, confidence: Math.min(answer.confidence, most) }
  })
}

function isBareName({ kind, label, value }: Answer): boolean {
  return (
    kind === 'representative' &&
    value !== '' &&
    /^(?:pr[ée])?noms?(?:[ ,/&-]+(?:et )?(?:pr[ée])?noms?)?$/iu.test(label)
  )
}

/**
 * « en qualité de : Présidente » over « représentant légal de la structure : Toile »: of whom the sentence
 * speaks.
 */
export function swornFor(answers: readonly Answer[]): Answer[] {
  return answers.map((answer, index) => {
    const before = answers[index - 1]
    const isSentence = before?.kind === 'role' && /^(?:agissant|en (?:qualite|tant))/.test(fold(before.label))
    const isFor =
      answer.kind === 'representative' && /^représentante? .*(?:de la|de l['’]|du) /u.test(answer.label)
    return isSentence && isFor ? { ...answer, kind: 'name' } : answer
  })
}
