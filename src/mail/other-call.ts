import { fold, plainTypography } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import { AUTHORITY_KINDS, CALL_NOUNS, PROCUREMENT } from '../knowledge/authorities.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import { type CallWords, comparable, saysVocabulary, vocabularyOf } from './call-words.ts'

/** How a text shows that it is about another call than ours. */
export type OtherCall = 'named-in-file' | 'other-authority' | 'other-title'

/** Looked at behind the noun of a call: whose it is stands near. */
const BEHIND = 110
/** A mail says early what it is about; a paper, at its head. */
const LOOKED_AT = 6_000

/**
 * Whether a text names another call: by a phrase that the call's file gives to others, by an authority that
 * publishes it (« l'appel à projets de la Région », « AMI CIVIL »), or by a title between quotes that has no
 * word of ours. Towns and regions that are named for anything else (« une entreprise de la commune de… », «
 * publié sur le site de la ville ») show nothing. Our own authority, or our own title, said in the same text,
 * goes before.
 */
export function otherCallIn(text: string, words: CallWords, call: Call): OtherCall | null {
  if (words.otherCalls.length > 0 && words.strong.length === 0) return 'named-in-file'
  const prose = plainTypography(text.slice(0, LOOKED_AT)).replace(/\s+/g, ' ')
  const mentions = [...mentionsOf(prose), ...behindOwnTitles(prose, words)]
  if (!words.authority && mentions.some((mention) => isOfAnother(mention, call))) return 'other-authority'
  if (!words.authority && isAddressedElsewhere(prose, call)) return 'other-authority'
  if (words.strong.length > 0) return null
  if (PROCUREMENT.says(fold(prose)) || mentions.some((mention) => isTitledOtherwise(mention, call)))
    return 'other-title'
  return null
}

const NOUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CALL_NOUNS.entries.flatMap((entry) => entry.says).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

/** So often a text says a title before what it says of it is known. */
const TITLES_AT_MOST = 20

/**
 * A national programme is many authorities': « Territoires d'industrie de la Communauté de… » is another's.
 */
function behindOwnTitles(prose: string, words: CallWords): string[] {
  const folded = fold(prose)
  return words.strong.flatMap((phrase) =>
    folded
      .split(fold(phrase))
      .slice(1, TITLES_AT_MOST)
      .map((behind) => behind.slice(0, BEHIND)),
  )
}

/** How letters address whoever presides an authority. */
const ADDRESSEE = new RegExp(
  '(?:monsieur|madame) (?:le|la) (?:maire|presidente?|prefete?|direct(?:eur|rice)(?: general\\w*)?) ' +
    "(?:de |du |des |d')(?:la |l'|le |les )?(.{3,60})",
  'u',
)
/** An address stands at the head of a letter. */
const HEAD_LETTERS = 500

function isAddressedElsewhere(prose: string, call: Call): boolean {
  const whom = ADDRESSEE.exec(fold(prose.slice(0, HEAD_LETTERS)))?.[1]
  return whom !== undefined && isAnotherAuthority(whom, call)
}

/** What stands behind each noun of a call, as written. */
function mentionsOf(prose: string): string[] {
  // Folding here keeps positions: single spaces, and no sign becomes two but ligatures, which plain text has
  // not.
  const folded = fold(prose)
  const source = folded.length === prose.trim().length ? prose.trim() : folded
  return [...folded.matchAll(NOUN)].map((noun) =>
    source.slice(noun.index + noun[0].length, noun.index + noun[0].length + BEHIND),
  )
}

const ARTICLES = "(?:(?:de|par|pour) (?:la |l'|le |les )?|du |des |d')"
const PUBLISHED = '(?:(?:lance|publie|ouvert|propose|emis|porte|initie|organise|pilote)e?s? (?:recemment )?)?'
/** Whose the call is, right behind its noun; a title between quotes and the year may stand between. */
const WHOSE = new RegExp(
  `^ ?(?:[«"“][^«»"“”]{1,70}[»"”] ?)?(?:\\d{4} ?)?${PUBLISHED}${ARTICLES}(?:grande |nouvelle )?(.{2,50})`,
  'u',
)
const SENTENCE_END = /[.;:!?(),]|\s[-–—]\s/
const HEAD_WORDS = 4

function isOfAnother(behind: string, call: Call): boolean {
  if (isOfAnotherAcronym(behind, call)) return true
  return isAnotherAuthority(WHOSE.exec(fold(behind))?.[1] ?? '', call)
}

/** Folded words that name an authority, of another kind than ours or by another name. */
function isAnotherAuthority(words: string, call: Call): boolean {
  const whose = words.split(SENTENCE_END)[0] ?? ''
  const head = whose.split(' ').slice(0, HEAD_WORDS).join(' ')
  const kind = AUTHORITY_KINDS.first(head)
  if (kind === null || kind.index > 0) return false
  const ownKind = AUTHORITY_KINDS.first(fold(call.authority.name))?.entry.id
  if (kind.entry.id !== ownKind) return true
  // « L'appel de la ville » is ours when we are a town; « de la ville de Lyon » is not, unless we are Lyon.
  const named = /^\S+ (?:de |du |des |d')(?:la |le |les |l')?(\S{3,})/.exec(whose)?.[1]
  return named !== undefined && !comparable(call.authority.name).split(' ').includes(comparable(named))
}

/**
 * « AMI CIVIL », « appel à projets de l'ADEME »: an acronym in capitals that is none of ours, nor a legal
 * form.
 */
const ACRONYM = /^(?: ?[:–-])? ?(?:de |du |des |par )?(?:la |le |l')?(\p{Lu}[\p{Lu}\d]{2,9})(?![\p{L}\p{N}])/u
const NO_AUTHORITY =
  /^(?:SAS|SASU|SARL|EURL|SCOP|SCIC|SICA|CUMA|SCEA|EARL|GAEC|ASSO|AMI|AAP|TPE|PME|ESS|PJ|CV|URGENT)$/

function isOfAnotherAcronym(behind: string, call: Call): boolean {
  const acronym = ACRONYM.exec(behind)?.[1]
  if (acronym === undefined || NO_AUTHORITY.test(acronym)) return false
  // A line all in capitals has no acronyms.
  const letters = behind.slice(0, 60).replace(/[^\p{L}]/gu, '')
  if (letters.replace(/[^\p{Lu}]/gu, '').length > letters.length * WEIGHTS.capitals && letters.length > 12)
    return false
  return !isOwnWord(acronym, call)
}

function isOwnWord(word: string, call: Call): boolean {
  const { authority, recognition, sectors, shortTitle, title, registrationPrefix } = call
  const phrases = sectors.flatMap((sector) => [sector.label, ...sector.synonyms])
  const own = [
    authority.name,
    shortTitle,
    title,
    registrationPrefix,
    ...recognition.strong,
    ...recognition.weak,
  ]
  return comparable([...own, ...phrases].join(' '))
    .split(' ')
    .includes(comparable(word))
}

/** A title between quotes, or behind a colon or dash and between capitals, that shares no word with ours. */
const QUOTED = /^[^.;!?]{0,40}?[«"“] ?([^«»"“”]{4,70}?) ?[»"”]/u

function isTitledOtherwise(behind: string, call: Call): boolean {
  const title = QUOTED.exec(behind)?.[1]
  return title !== undefined && !saysVocabulary(title, vocabularyOf(call)) && !isOwnWord(title, call)
}
