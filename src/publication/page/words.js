/** Sentences come from the languages’ files, typeset; here they are filled. */
const NB = '\u00A0'

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, place) => values[place] ?? whole)

/** The sentence for a number, by the plurals of its language. */
export const counted = (count, forms, { locale }, values = {}) =>
  fill(forms[new Intl.PluralRules(locale).select(count)] ?? forms.other, { ...values, count })

/** « 3f2a 90c1 …»: a fingerprint as it is read out. */
export const inFours = (text) => text.replace(/(.{4})(?=.)/g, `$1${NB}`)

export const universalTime = (instant, { words }) =>
  fill(words.universal, { time: instant.replace(/\.\d{3}Z$/, 'Z') })

/**
 * « mardi 22 novembre 2022 à 18 h 03 min 11 s (heure de Paris) »; null where the browser does not know the
 * zone.
 */
export function momentInWords(instant, { zone, zoneLabel }, speech) {
  try {
    const part = momentParts(instant, zone, speech.locale)
    const two = (name) => part(name).padStart(2, '0')
    return fill(speech.words.moment, {
      day: dayInWords(part, speech),
      hour: part('hour'),
      hour2: two('hour'),
      hour12: `${Number(part('hour')) % 12 || 12}${NB}${part('dayPeriod')}`,
      minute: two('minute'),
      second: two('second'),
      zone: zoneLabel,
    })
  } catch {
    return null
  }
}

/** The parts of a moment by their names; numbers without zeros before them. */
function momentParts(instant, timeZone, locale) {
  const date = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
  const time = { hour: 'numeric', minute: '2-digit', second: '2-digit' }
  const parts = [
    { hourCycle: 'h12', hour: 'numeric' },
    { ...date, ...time, hourCycle: 'h23' },
  ].flatMap((format) =>
    new Intl.DateTimeFormat(locale, { ...format, timeZone }).formatToParts(new Date(instant)),
  )
  const values = new Map(
    parts.map(({ type, value }) => [type, /^\d+$/.test(value) ? `${Number(value)}` : value]),
  )
  return (name) => values.get(name) ?? ''
}

function dayInWords(part, { locale, time }) {
  const forms = time.dayOfMonth
  const form = new Intl.PluralRules(locale, { type: 'ordinal' }).select(Number(part('day')))
  const day = fill(forms[form] ?? forms.other, { day: part('day') })
  const date = fill(time.date, { day, month: part('month'), year: part('year') })
  return fill(time.day, { weekday: part('weekday'), date })
}
