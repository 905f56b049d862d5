import { z } from 'zod'
import { FRENCH_REGIONS, POSTCODES } from '../knowledge/places-and-streets.ts'

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'a country or region by its ISO code in capitals, such as FR, RE or BE')

/** Where applicants of a call come from: what tells their telephones and addresses. */
export const Territory = z.strictObject({
  countries: z
    .array(country)
    .min(1)
    .default([...FRENCH_REGIONS])
    .describe(
      'ISO codes of the countries and overseas regions whose telephones and postcodes are read, the ' +
        'usual first; by default France with all its overseas regions',
    ),
  places: z
    .array(z.string().trim().min(1))
    .default([])
    .describe(
      'Names of places that letters name and that are no applicant: « La Réunion », « Haute Vallée »',
    ),
})
export type Territory = z.infer<typeof Territory>

type InTerritory = { readonly territory?: Territory | undefined }

/** The countries whose telephones are read, the usual first. */
export function countriesOf({ territory }: InTerritory): readonly string[] {
  return territory?.countries ?? FRENCH_REGIONS
}

const known = new Map<string, RegExp>()

/** An expression for postcodes of the territory, with what may stand between one and its town. */
export function postcodesOf(call: InTerritory): RegExp {
  const countries = countriesOf(call)
  const key = countries.join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const codes = countries.map((code) => POSTCODES[code] ?? (isFrench(code) ? POSTCODES['FR'] : '\\d{4,6}'))
  const any = [...new Set(codes)].join('|')
  const made = new RegExp(
    `(?<![\\p{L}\\d])(?:[A-Z]{1,2}[- ]{1,2})?(?:${any})(?!\\d)\\s*(?:CEDEX\\s*)?[-–,]?\\s*`,
    'gu',
  )
  known.set(key, made)
  return made
}

function isFrench(code: string): boolean {
  return (FRENCH_REGIONS as readonly string[]).includes(code)
}
