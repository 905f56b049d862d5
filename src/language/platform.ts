import { fold } from '../base/folding.ts'

/**
 * What the platform knows of a language, made once: making it takes a hundred times what asking it does, and
 * a letter asks a dozen times.
 */
function once<Key extends string, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

/** Which plural a number takes. */
export const pluralsIn = once((locale: string) => new Intl.PluralRules(locale))

/** Which plural the first, second, third… take. */
export const ordinalsIn = once((locale: string) => new Intl.PluralRules(locale, { type: 'ordinal' }))

/** Numbers in groups. */
export const numbersIn = once((locale: string) => new Intl.NumberFormat(locale, { useGrouping: true }))

/** « a, b et c » */
export const listsIn = once((locale: string) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** What languages are called. */
export const languageNamesIn = once((locale: string) => new Intl.DisplayNames(locale, { type: 'language' }))

/** A day in words, of no zone. */
export const daysIn = once(
  (locale: string) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
)

/** The months in the order of the year, folded, as dates in words have them. */
export const monthsIn = once((locale: string): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => {
    const parts = daysIn(locale).formatToParts(new Date(Date.UTC(2024, month, 1, 12)))
    return fold(parts.find(({ type }) => type === 'month')?.value ?? '')
  }),
)

/** An hour of the halves of the day. */
export const halvesIn = once(
  (locale: string) => new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' }),
)

/** The name of a zone, of a locale and the zone with a space between them. */
export const zonesIn = once((key: string) => {
  const [locale, zone = 'UTC'] = key.split(' ')
  return new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
})
