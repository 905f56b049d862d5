import { z } from 'zod'

/** What stands for a place in a sentence: « {moment} ». */
const PLACE = /\{([^{}]*)\}/g

/** Which places a sentence fills; in files and between processes it is a plain text. */
declare const PLACES: unique symbol

/** A sentence of a language’s file, with places that are filled when it is said. */
export type Message<Place extends string> = string & { readonly [PLACES]?: (place: Place) => void }

/**
 * A sentence that must fill each of these places; what stands after « or » in a place’s name may stand for
 * it: `article or authority`.
 */
export function message<const Place extends string>(...places: readonly Place[]): z.ZodType<Message<Place>> {
  return sentence(places, [])
}

/** One of several sentences by a number; `count` may stand in each, the others must. */
export function plural<const Place extends string>(...places: readonly Place[]) {
  const each = sentence<Place | 'count'>(places, ['count'])
  return z
    .strictObject({
      zero: each.optional(),
      one: each.optional(),
      two: each.optional(),
      few: each.optional(),
      many: each.optional(),
      other: each,
    })
    .describe(described([...places, 'count']))
}

function sentence<Place extends string>(
  needed: readonly string[],
  allowed: readonly string[],
): z.ZodType<Message<Place>> {
  return z
    .string()
    .regex(/\S/, 'a sentence')
    .superRefine((text, context) => {
      for (const message of faultsOf(text, needed, allowed)) context.addIssue({ code: 'custom', message })
    })
    .describe(described(needed)) as unknown as z.ZodType<Message<Place>>
}

function described(places: readonly string[]): string {
  return places.length === 0 ? 'No places' : `Places: ${places.map((place) => `{${place}}`).join(', ')}`
}

/** A place that nobody fills would be printed as it stands; one that is left out would tell nothing. */
function faultsOf(text: string, needed: readonly string[], allowed: readonly string[]): readonly string[] {
  const named = [...text.matchAll(PLACE)].map((match) => match[1] ?? '')
  const known = [...needed.flatMap(alternatives), ...allowed]
  const unknown = named.filter((place) => !known.includes(place))
  const lacking = needed.filter((place) => !alternatives(place).some((one) => named.includes(one)))
  const loose = /[{}]/.test(text.replace(PLACE, ''))
  return [
    ...unknown.map(
      (place) =>
        `« {${place}} » is no place of this sentence; it has ` +
        `${known.length === 0 ? 'none' : known.map((one) => `{${one}}`).join(', ')}`,
    ),
    ...lacking.map((place) => `the place « {${place}} » lacks`),
    ...(loose ? ['a brace { or } stands alone'] : []),
  ]
}

function alternatives(place: string): readonly string[] {
  return place.split(' or ')
}

/**
 * What each place is filled with; a place with alternatives takes them all, and a sentence uses which it
 * wants.
 */
export type Filling<Place extends string> = Readonly<Record<Each<Place>, string>>
type Each<Place extends string> = Place extends `${infer One} or ${infer Rest}` ? One | Each<Rest> : Place

/** The sentence with its places filled. */
export function fill<Place extends string>(text: Message<Place>, filling: Filling<Place>): string {
  const values: Readonly<Record<string, string>> = filling
  return text.replace(PLACE, (whole, place: string) => values[place] ?? whole)
}
