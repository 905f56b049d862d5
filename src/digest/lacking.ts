import { typographic } from '../acknowledgement/french.ts'
import type { Section } from '../acknowledgement/layout.ts'
import { labelsTold } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import { deadlineAt, isOpen } from '../call/deadline.ts'
import type { DigestApplication, DigestInput } from './digest.ts'
import { duration } from './words.ts'

/** What was not detected and what a person has to look at, of each application, with the time left. */
export function missingSection({ applications, call, now }: DigestInput): Section | null {
  const open = applications.filter(
    (application) => application.missing.length + application.unclear.length > 0,
  )
  if (open.length === 0) return null
  const rows = open.map((one) => [one.who, labels(one.missing, one, call), labels(one.unclear, one, call)])
  const deadline = deadlineAt(now, call)
  const caption =
    deadline === null
      ? 'Les candidats peuvent compléter : l’appel n’a pas de date limite.'
      : isOpen(now, deadline)
        ? `Les candidats peuvent encore compléter : il reste ${duration(now, deadline.at)}.`
        : 'La date limite est passée : la suite relève de votre décision.'
  return {
    title: 'Pièces et informations manquantes',
    blocks: [
      { kind: 'table', caption: typographic(caption), head: ['Candidat', 'Non détecté', 'À vérifier'], rows },
    ],
  }
}

/** What staff should know beside it. */
export function remarksSection(fresh: readonly DigestApplication[]): Section | null {
  const items = fresh.flatMap((one) =>
    (one.remarks ?? []).map((remark) => typographic(`${one.who} : ${remark}`)),
  )
  return items.length === 0 ? null : { title: 'Constats', blocks: [{ kind: 'list', items }] }
}

/** Labels of requirements, as the call has them. */
function labels(ids: readonly string[], { missing, unclear }: DigestApplication, call: Call): string {
  return typographic(labelsTold(ids, [...missing, ...unclear], call).join(' ; '))
}
