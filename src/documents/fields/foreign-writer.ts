import { bareRole, isRole } from './persons.ts'

/** « I, the undersigned, … » in the languages of neighbours: who swears stands behind it. */
export const SWORN_ABROAD = [
  'undersigned',
  'unterzeichne(?:te|nde)r?',
  'ondergetekenden?',
  'abajo firmantes?',
  'que suscribe',
  'sottoscritt[oa]',
  'abaixo[- ]assinad[oa]',
] as const

/** « represented by … »: who speaks for it stands behind it. */
export const REPRESENTED_ABROAD = [
  'represented(?: here(?:in)?)? by',
  'vertreten durch',
  'vertegenwoordigd door',
  'representad[oa](?: \\p{L}+)? (?:por|pel[oa])',
  'rappresentat[oa](?: \\p{L}+)? da(?:l|lla)?',
] as const

/** A role has no more words before a name: « president and founder ». */
const ROLE_WORDS = 5
const ARTICLE = new RegExp(
  [
    '^(?:its|our|their|the|de[nmr]|die|(?:ihr|sein|unser)e[nmr]?',
    'haar|zijn|onze|su|el|la|il|suo|sua|o|a|seu)\\s+',
  ].join('|'),
  'iu',
)
const CIVIL = /^(?:Mr|Mrs|Ms|Herrn?|Frau|(?:de )?heer|mevrouw|Don|Doña|Sr|Sra|Sig|Sig\.ra)\.?\s+/u

/** « its director Ana Petit »: the name first, then the role, as French letters have them. */
export function nameBeforeRole(words: string): string {
  const bare = words.replace(ARTICLE, '')
  const parts = bare.split(/\s+/)
  for (let count = 1; count <= Math.min(ROLE_WORDS, parts.length - 2); count += 1) {
    const role = parts.slice(0, count).join(' ').replace(/,$/, '')
    const name = parts.slice(count).join(' ').replace(CIVIL, '')
    if (/^\p{Lu}/u.test(name) && isRole(role) && bareRole(role) === role && !isRole(firstWords(name)))
      return `${name.replace(/[,.;].*$/u, '')}, ${role}, ${name}`
  }
  return words
}

function firstWords(name: string): string {
  return name
    .split(/[\s,.;]+/)
    .slice(0, 2)
    .join(' ')
}
