import type { Language } from './language.ts'
import { type Filling, fill, type Message } from './message.ts'
import { listsIn, numbersIn, pluralsIn } from './platform.ts'
import { typeset } from './typography.ts'

/** A sentence, typeset as its language is. */
export function said<Place extends string>(
  language: Language,
  sentence: Message<Place>,
  filling: Filling<Place>,
): string {
  return typeset(fill(sentence, filling), language)
}

interface Forms<Place extends string> {
  readonly zero?: Message<Place> | undefined
  readonly one?: Message<Place> | undefined
  readonly two?: Message<Place> | undefined
  readonly few?: Message<Place> | undefined
  readonly many?: Message<Place> | undefined
  readonly other: Message<Place>
}

/** The sentence for a number, by the plurals of its language; not typeset. */
export function counted<Place extends string>(
  language: Language,
  forms: Forms<Place>,
  count: number,
  filling: Omit<Filling<Place>, 'count'>,
): string {
  const form = pluralsIn(language.locale).select(count)
  const values = { ...filling, count: String(count) } as unknown as Filling<Place>
  return fill(forms[form] ?? forms.other, values)
}

/** « 312 004 octets », groups set apart as the language does. */
export function bytesIn(language: Language, count: number): string {
  const grouped = numbersIn(language.locale).format(count)
  return counted(language, language.bytes, count, {}).replace(String(count), grouped)
}

/** « deux », « two »; in figures past what the language’s file counts to. */
export function countIn(language: Language, count: number): string {
  return language.numbers[count] ?? String(count)
}

/** « a, b et c » */
export function listedIn(language: Language, items: readonly string[]): string {
  return listsIn(language.locale).format(items)
}

/** « le formulaire » in quotes of the language. */
export function quotedIn({ typography }: Language, text: string): string {
  const [before, behind] = typography.quotes
  return `${before}${text}${behind}`
}
