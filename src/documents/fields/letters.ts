import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { hasBoxes } from '../text/choices.ts'
import type { Page } from '../text/page.ts'
import { paragraphsOf } from '../text/prose.ts'
import { addressesIn } from './addresses.ts'
import { headAndFootFields } from './heads-and-feet.ts'
import { type SaidField, saidField } from './said-field.ts'
import { hasMarks, sectorsNamed, withoutRefused } from './sectors.ts'
import type { SeenField } from './seen-field.ts'
import { signingBlock } from './signing-block.ts'
import { structureFields } from './structures.ts'
import { writerFields } from './writer.ts'

/**
 * The phrases in which letters say who writes for whom (« Je soussigné… »), and the block under which they
 * sign.
 */
export function letterFields(pages: readonly Page[], call: Call): SeenField[] {
  return pages.flatMap((page) => {
    const texts = paragraphsOf(page).map((paragraph) => paragraph.text)
    const persons = [...writerFields(texts), ...signingBlock(page)]
    const found = [
      ...persons,
      ...structureFields(texts),
      ...headAndFootFields(page, texts, call).map((field) => ofNoPerson(field, persons)),
      ...addressesIn(texts, call),
      ...sectors(texts, call),
    ]
    return found.map((field) => ({ ...field, page: page.number }))
  })
}

/** Whoever signs and stands at the head as well gives the structure its name only where nothing else does. */
function ofNoPerson(field: SaidField, persons: readonly SaidField[]): SaidField {
  const isPerson = persons.some(
    (one) => one.kind === 'representative' && fold(one.value) === fold(field.value),
  )
  return field.kind === 'name' && isPerson ? { ...field, confidence: WEIGHTS.fields.somewhere } : field
}

const SECTOR_PHRASE = new RegExp(
  [
    '(?:fili[èe]res?|domaines?|secteurs?|celui|celle)',
    "(?: d['’]activit[ée]s?)?(?: industrielles?)?(?: (?:choisie?s?|retenue?s?|vis[ée]e?s?|concern[ée]e?s?))?",
    ' ?(?:est|sont)? ?:? ?',
    "(?:de la |de l['’]|de |du |des |d['’])? ?[«\"]? ?(?=(.{3,40}))",
  ].join(''),
  'giu',
)

/** Somebody applies in a sector, or only speaks of it: « en lien avec la filière… ». */
const APPLYING = new RegExp(
  'au titre d|dans la|dans le|dans cel|pour la|pour le|choisi|retenu|concern|vis[ée]|candidat|inscri|' +
    'rel[èe]v|positionn|repr[ée]sent|int[ée]r[êe](?:t|ss)|rejoindre|int[ée]grer|' +
    '(?:prendre part|particip|adh[ée]r|rejoign|int[èe]gr)(?!.{0,20}(?:salon|foire|r[ée]union|forum|' +
    'colloque|conf[ée]rence))',
  'iu',
)

/**
 * Somebody speaks for it, whatever they call it: « y porter la voix de l'énergie », « collège
 * environnement ».
 */
const SPEAKS_FOR = new RegExp(
  '\\bvoix|si[ée]ge[ar]|coll[èe]ge|repr[ée]sent|candidat|au titre|rejoindre|int[ée]grer|engage|' +
    'place (?:de|pour|dans)',
  'iu',
)

/** Sectors that somebody applies in; where no sentence says so, those that they may speak for. */
function sectors(texts: readonly string[], call: Call): SaidField[] {
  const applied = sector(texts, call)
  if (applied.length > 0) return applied
  const sentences = texts.flatMap((text) => text.split(/(?<=[.;!?])\s/)).filter((one) => SPEAKS_FOR.test(one))
  const named = sentences.flatMap((sentence) =>
    sectorsNamed(sentence, call).map((id) =>
      saidField('sector', id, sentence.slice(0, 80), WEIGHTS.fields.guessed),
    ),
  )
  return new Set(named.map(({ value }) => value)).size > call.sectors.length / 2 ? [] : named
}

/** Words between the call's title and a sector. */
const BESIDE = 12

/** « Villages d’avenir, filière numérique »: right behind the call's title, in whatever language. */
function endsWithCall(before: string, { recognition }: Call): boolean {
  const folded = fold(before)
  return recognition.strong.map(fold).some((title) => {
    const at = folded.lastIndexOf(title)
    const between = at === -1 ? null : folded.slice(at + title.length)
    return between !== null && between.length <= BESIDE && !/[.;]/.test(between)
  })
}

/** « a) le numérique b) l'énergie »: what one may choose from. */
const LISTED = /(?:^|\s)(?:[a-h]|\d{1,2}) ?[.)/] ?\p{L}/iu

/** « la filière énergie »: the word that follows decides; a list of them all is the call's own sentence. */
function sector(texts: readonly string[], call: Call): SaidField[] {
  const { likely, guessed } = WEIGHTS.fields
  const phrases = texts.flatMap((text) => [...text.matchAll(SECTOR_PHRASE)])
  const found = phrases.flatMap((match) => {
    const behind =
      (match[1] ?? '').split(/[.;»"(]|\s(?:pour|afin|avec|dans|sur|par|qui|que|à|au|aux|en)\s/u)[0] ?? ''
    if (hasBoxes(behind) || hasMarks(behind) || LISTED.test(behind)) return []
    const near = sectorsNamed(withoutRefused(behind), call)
    const before = match.input.slice(Math.max(0, match.index - 60), match.index)
    const applies = APPLYING.test(before + match.input.slice(match.index, match.index + 25))
    const isApplied = applies || endsWithCall(before, call)
    return near.length > 2
      ? []
      : near.map((id) =>
          saidField('sector', id, `${match[0]}${match[1]}`.slice(0, 80), isApplied ? likely : guessed),
        )
  })
  const distinct = new Set(found.map((one) => one.value))
  return distinct.size > call.sectors.length / 2 ? [] : found
}
