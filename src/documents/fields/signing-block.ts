import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Page } from '../text/page.ts'
import { writtenLines } from '../text/page.ts'
import { isPersonName, isRole, personIn, withoutCivility } from './persons.ts'
import { type SaidField, saidField } from './said-field.ts'

/** How many lines at the end of a page may hold the name and role of who signs. */
const BLOCK_LINES = 14

/** At the end of a letter: a person's name above or below a role, or both on one line. */
export function signingBlock(page: Page): SaidField[] {
  const lines = writtenLines(page).slice(-BLOCK_LINES)
  return lines.flatMap((line, index) => {
    if (line.length > 90) return []
    const alone = line.replace(/^(?:pour .{2,40},\s*)?(?:(?:le|la|son|sa)\s+|l['’])?/iu, '')
    const one = personIn(line)
    if (one?.role != null && one.name.includes(' ')) return pair(one.name, one.role, line)
    if (!isRole(alone) || alone.split(' ').length > 7 || /[:.]/.test(alone)) return []
    // A label of a form, not what somebody is.
    if (/(?<!\p{L})(noms?|prénoms?|représentant|responsable légale?|signataire)(?!\p{L})/iu.test(alone))
      return []
    const neighbour = [lines[index - 1], lines[index + 1]].find(
      (other) => other !== undefined && isFullName(other),
    )
    return neighbour === undefined
      ? []
      : pair(withoutCivility(neighbour), alone.replace(/,$/, ''), `${neighbour} ${line}`)
  })
}

function pair(name: string, role: string, text: string): SaidField[] {
  const { mentioned } = WEIGHTS.fields
  return [saidField('representative', name, text, mentioned), saidField('role', role, text, mentioned)]
}

/** Two words or more, each with its capital, and nothing that no person is called. */
export function isFullName(line: string): boolean {
  const name = withoutCivility(line.replace(/,$/, ''))
  return (
    name.includes(' ') &&
    name
      .split(' ')
      .every((word) => /^((?:[dl]['’])?\p{Lu}|(?:de|du|la|le|van|von|der|den|di|da)$)/u.test(word)) &&
    isPersonName(name)
  )
}

/** How many paragraphs of a foot may stand under a signature: a date, a line of particulars. */
const FOOT = 4

/** The full name that stands alone at the end of a text. */
export function fullNameAtEnd(texts: readonly string[]): string | null {
  // « Hinano Teriitehau, chargée de mission » ends a letter as well; what heads it is the structure.
  const named = texts.slice(-FOOT).flatMap((text) => {
    if (text === texts[0]) return []
    const [first = '', second = '', ...more] = text.split(/\s*,\s*/)
    return more.length === 0 && (second === '' || isRole(second)) ? [first] : []
  })
  return named.findLast(isFullName) ?? null
}
