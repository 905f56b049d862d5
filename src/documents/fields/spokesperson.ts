import { WEIGHTS } from '../../knowledge/weights.ts'
import { shadow } from '../text/shadow.ts'
import { isLeading, isPersonName, withoutCivility } from './persons.ts'
import { type SaidField, saidField } from './said-field.ts'

const NAME = "\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:(?:de|du|des|la|le)\\s+)?\\p{Lu}[\\p{L}'’-]+){1,3}"
const CIVIL = '(?:(?:M\\.|Mr|Mme|Monsieur|Madame)\\s+)?'
/** « la SEM X, son directeur, M. Y » and « Son président, M. Y, est habilité »: a role, and who holds it. */
const THEIRS = new RegExp(
  `(^|[,.;]\\s+)(?:son|sa|leur|Son|Sa|Leur)\\s+(\\p{L}[\\p{L} ()'’-]{3,40}?)\\s*,?\\s+(${CIVIL}${NAME})`,
  'gu',
)
/** « Je m'appelle Y et je dirige… ». */
const CALLED = new RegExp(`(?:[Jj]e m['’]appelle|[Jj]e me nomme)\\s+(${CIVIL}${NAME})`, 'u')
/** Whose representative it is when the sentence speaks of somebody else. */
const OTHERS = new RegExp(
  '(?:avec|remerci\\p{L}*|soutien|soutenue?s?|appui|appuyee?s?|partenaires?|aupres|confrere|' +
    'client\\p{L}*|fournisseur\\p{L}*|rencontre\\p{L}*|chez)(?!\\p{L})',
  'u',
)

/** Who speaks for a structure that is written of: by its role, or by what they call themselves. */
export function spokesperson(texts: readonly string[]): SaidField[] {
  for (const text of texts) {
    const called = CALLED.exec(text)
    const own = called === null ? '' : withoutCivility(called[1] ?? '')
    if (called !== null && isPersonName(own))
      return [saidField('representative', own, called[0], WEIGHTS.fields.mentioned)]
    for (const found of text.matchAll(THEIRS)) {
      const [, , role = '', named = ''] = found
      const sentence =
        text
          .slice(0, found.index)
          .split(/[.!?]\s/)
          .at(-1) ?? ''
      const name = withoutCivility(named)
      if (!isLeading(role) || !isPersonName(name) || OTHERS.test(shadow(sentence))) continue
      return [
        saidField('representative', name, found[0], WEIGHTS.fields.mentioned),
        saidField('role', role, found[0], WEIGHTS.fields.mentioned),
      ]
    }
  }
  return []
}
