import { fold } from '../base/folding.ts'
import { OF_ANY_STRUCTURE } from '../knowledge/empty-words.ts'

/** The words that tell a structure's name, each once. */
export function nameWords(name: string): ReadonlySet<string> {
  const words = fold(name.replace(/\./g, '')).split(/[^a-z0-9]+/)
  return new Set(words.filter((word) => word !== '' && !OF_ANY_STRUCTURE.has(word)))
}

/** Names without legal forms and small words: equal, or the words of one are all in the other. */
export function namesAgree(left: string, right: string): boolean {
  const [fewer, more] = [nameWords(left), nameWords(right)].sort((one, other) => one.size - other.size)
  if (fewer === undefined || more === undefined || fewer.size === 0) return fold(left) === fold(right)
  return [...fewer].every((word) => more.has(word))
}

/**
 * Whether a label of a domain is spelled by words of the name, in their order: `copra-est.re` of « SARL Copra
 * Est ».
 */
export function isNamedAfter(domain: string, name: string): boolean {
  const words = [...nameWords(name)]
  const labels = fold(domain).replaceAll('-', '').split('.').slice(0, -1)
  return labels.some((label) => {
    const rest = words.reduce((left, word) => (left.startsWith(word) ? left.slice(word.length) : left), label)
    return label.length >= SHORTEST_LABEL && rest === ''
  })
}

/** Shorter ones are spelled by chance. */
const SHORTEST_LABEL = 4
