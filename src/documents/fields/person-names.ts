import { fold } from '../../base/folding.ts'
import { takesPersons, takesPersonsOnly } from '../../call/applicants.ts'
import type { Call } from '../../call/call.ts'
import { CURRICULUM_PARTS } from '../../knowledge/curriculum.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { FieldValue, Reading } from '../document.ts'
import { letterPhrasesIn } from '../text/letter-phrases.ts'
import { type Page, wholeText, writtenLines } from '../text/page.ts'
import { isPersonName, withoutCivility } from './persons.ts'
import { fullNameAtEnd, isFullName } from './signing-block.ts'

const CURRICULUM_AT_LEAST = 2
/** A curriculum bears its name at its head. */
const HEAD_LINES = 6

/**
 * The fields of a document where natural persons may apply: who fills a form or swears in a letter is the
 * applicant; the head of a curriculum and the end of a letter name somebody, for a person to verify.
 */
export function withPersonNames(
  document: string,
  reading: Pick<Reading, 'pages'>,
  fields: readonly FieldValue[],
  call: Call,
): FieldValue[] {
  if (!takesPersons(call)) return [...fields]
  const kept = takesPersonsOnly(call) ? fields.filter(isOfPerson) : [...fields]
  if (kept.some(({ kind, confidence }) => kind === 'name' && confidence >= WEIGHTS.usable)) return kept
  const head = curriculumHead(reading)
  // Whoever leads an employer in a curriculum does not apply.
  const sworn =
    head === 'none'
      ? kept.find(({ kind, confidence }) => kind === 'representative' && confidence >= WEIGHTS.usable)
      : undefined
  const ofStructure = kept.some(({ kind, confidence }) => STRUCTURE.has(kind) && confidence >= WEIGHTS.usable)
  if (sworn !== undefined && !ofStructure) return [...kept, { ...sworn, kind: 'name', person: true }]
  const seen = head === 'none' ? letterEnd(reading) : head
  return seen === null ? kept : [...kept, unsureName(document, seen.name, seen.page)]
}

/** A name that only its place tells. */
export function unsureName(document: string, name: string, page = 1): FieldValue {
  const extract = { document, page, text: name }
  return {
    kind: 'name',
    value: name,
    unsure: true,
    person: true,
    confidence: WEIGHTS.fields.guessed,
    extract,
  }
}

const STRUCTURE: ReadonlySet<FieldValue['kind']> = new Set(['siret', 'siren', 'rna', 'legal_form'])

/** Employers, schools and partners have names and legal forms as well; none of them applies. */
function isOfPerson({ kind, value }: FieldValue): boolean {
  if (kind === 'legal_form') return false
  return kind !== 'name' || isPersonName(withoutCivility(value))
}

interface Seen {
  readonly name: string
  readonly page: number
}

/** The name at the head of the page on which a curriculum begins; `none` where there is no curriculum. */
function curriculumHead({ pages }: Pick<Reading, 'pages'>): Seen | null | 'none' {
  const parts = (page: Page): ReadonlySet<string> =>
    new Set(writtenLines(page).flatMap((line) => CURRICULUM_PARTS.first(fold(line))?.entry.id ?? []))
  if (new Set(pages.flatMap((page) => [...parts(page)])).size < CURRICULUM_AT_LEAST) return 'none'
  const begins = pages.find((page) => parts(page).size > 0)
  if (begins === undefined) return null
  const name = writtenLines(begins).slice(0, HEAD_LINES).map(withoutTitle).find(isFullName)
  return name === undefined ? null : { name: withoutCivility(name), page: begins.number }
}

function letterEnd({ pages }: Pick<Reading, 'pages'>): Seen | null {
  const isLetter = letterPhrasesIn(fold(wholeText(pages))).some(({ phrase }) => FORMULAS.has(phrase))
  const name = isLetter ? fullNameAtEnd(pages.flatMap(writtenLines)) : null
  return name === null ? null : { name: withoutCivility(name), page: pages.at(-1)?.number ?? 1 }
}

/** « CV – Tom Blanc » */
function withoutTitle(line: string): string {
  return line.replace(/^(?:curriculum vitae|c\.?v\.?)(?: de)? ?[-–:]? ?/iu, '').trim()
}

const FORMULAS: ReadonlySet<string> = new Set([
  'address-formula',
  'closing-formula',
  'cordially',
  'has-the-honour',
])
