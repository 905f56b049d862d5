import { fold } from '../../base/folding.ts'
import { STRUCTURE_NOUNS } from '../../knowledge/legal-forms.ts'
import { NAME_ENDS, NAME_JOINTS } from '../../knowledge/name-ends.ts'

const NOUNS: ReadonlySet<string> = new Set(STRUCTURE_NOUNS)
/** A name has no more words and no more letters. */
const WORDS = 9
const CHARACTERS = 90
/** What ends a name wherever it stands. */
const BORDER = /[,;:()«»"|]|\s[-–—]\s|\.(?:\s|$)/u

/** How a name is read: `capitals` only takes words that begin with one and the small words between such. */
export type Reach = 'capitals' | 'words'

/**
 * The name of a structure at the start of a text: quoted, or up to a border or a word that says something of
 * it. Null when none begins there.
 */
export function nameAtStart(text: string, reach: Reach): string | null {
  const quoted = /^\s*[«"“]\s*([^«»"“”]{2,90}?)\s*[»"”]/u.exec(text)?.[1]
  if (quoted !== undefined) return checked(quoted.split(/\s+/))
  const room = text.slice(0, CHARACTERS).trimStart()
  if (!/^[\p{Lu}\d]/u.test(room)) return null
  const border = BORDER.exec(room)?.index ?? room.length
  const words = room.slice(0, border).trim().split(/\s+/)
  const cut = room.length === CHARACTERS && border === room.length ? words.slice(0, -1) : words
  // « Fédération régionale des artisans »: what names a kind of structure takes what tells which.
  const isKind = reach === 'words' || NOUNS.has(fold(cut[0] ?? ''))
  const end = cut.findIndex((word) => !goesOn(word, isKind ? 'words' : 'capitals'))
  return checked(withoutTail(end === -1 ? cut : cut.slice(0, end)))
}

/** The name that ends where a text does: « …, nous, Fil et Toile » gives « Fil et Toile ». */
export function nameAtEnd(text: string): string | null {
  const last = text
    .slice(-CHARACTERS)
    .trimEnd()
    .replace(/^[»"]+|[«"]+$/g, '')
  const quoted = /[«"“]\s*([^«»"“”]{2,90}?)\s*[»"”]$/u.exec(last)?.[1]
  if (quoted !== undefined) return checked(quoted.split(/\s+/))
  const words = (last.split(/[,;:()«»"|]|\s[-–—]\s|\.\s/u).at(-1) ?? '').trim().split(/\s+/)
  const start = words.findLastIndex((word) => !goesOn(word, 'capitals')) + 1
  const name = words.slice(start)
  while (name[0] !== undefined && !/^(?:[dl]['’])?[\p{Lu}\d]/u.test(name[0])) name.shift()
  if (name[0] !== undefined) name[0] = name[0].replace(/^[dl]['’]/, '')
  return checked(name)
}

function goesOn(word: string, reach: Reach): boolean {
  if (isJoint(word)) return true
  const bare = fold(word).replace(/[.,]+$/, '')
  const isCapital = /^[\p{Lu}\d&+]/u.test(word) || /^[dl]['’]\p{Lu}/u.test(word)
  // In capitals throughout, words that end a name look like its own.
  const maySay = !isCapital || (word.length > 2 && word === word.toUpperCase()) || /^n°/i.test(word)
  if (maySay && (NAME_ENDS.has(bare) || /^(s['’]|n°)/.test(bare))) return false
  return isCapital || reach === 'words'
}

function isJoint(word: string): boolean {
  // « à » joins, « a » is a verb: « Bio’Pousse a le plaisir… ».
  return word !== 'a' && NAME_JOINTS.has(fold(word))
}

function withoutTail(words: readonly string[]): string[] {
  const last = words.findLastIndex((word) => !isJoint(word))
  return words.slice(0, last + 1)
}

const NOT_A_NAME = new RegExp(
  '^(loi|agricole|candidate?s?|porteuse|concernee|madame|monsieur|messieurs|mesdames|nom|prenom|' +
    "candidat|objet|mme|m|mr|je|nous|l'appel|appel)\\b",
)

function checked(words: readonly string[]): string | null {
  const name = words.join(' ').replace(/[.,]+$/, '')
  const isName =
    name.length >= 2 && words.length <= WORDS && /\p{L}/u.test(name) && !NOT_A_NAME.test(fold(name))
  return isName ? name : null
}
