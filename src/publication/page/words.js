/** French as it is set: fine space before ; ! ?, unbreakable before : and inside quotes. */
const NB = '\u00A0'

export const spaced = (text) =>
  text
    .replace(/ ([;!?])/g, '\u202F$1')
    .replace(/ :/g, `${NB}:`)
    .replace(/« /g, `«${NB}`)
    .replace(/ »/g, `${NB}»`)

export const counted = (count, one, many) => `${count}${NB}${count < 2 ? one : many}`

/** « 3f2a 90c1 …»: a fingerprint as it is read out. */
export const inFours = (text) => text.replace(/(.{4})(?=.)/g, `$1${NB}`)

export const universalTime = (instant) => `en temps universel : ${instant.replace(/\.\d{3}Z$/, 'Z')}`

/** « mardi 22 novembre 2022 à 18 h 03 min 11 s (heure de La Réunion) »; null where the browser does not know the zone. */
export function momentInWords(instant, { zone, zoneLabel }) {
  try {
    const format = new Intl.DateTimeFormat('fr-FR', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
    })
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
    const day = parts.get('day') === '1' ? '1er' : parts.get('day')
    const date = `${parts.get('weekday')} ${day}${NB}${parts.get('month')}${NB}${parts.get('year')}`
    const two = (name) => String(Number(parts.get(name))).padStart(2, '0')
    const hour = `${Number(parts.get('hour'))}${NB}h${NB}${two('minute')}${NB}min${NB}${two('second')}${NB}s`
    return `${date} à ${hour} (${zoneLabel})`
  } catch {
    return null
  }
}
