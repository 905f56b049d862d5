import { EVERYWHERE } from '../knowledge/mail-providers.ts'
import { OVERSEAS } from '../knowledge/overseas.ts'
import { type Paragraph, placeOf } from './paragraphs.ts'
import { type Outline, type Proposed, proposed } from './proposed.ts'

const ADDRESS = /[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi
const HANDING_IN = new RegExp(
  'dépôt|dépos|candidat|dossier|offres?\\b|réception|envo|adress|soumett|soumis|retourn|transm|' +
    'projets?\\b|idées|demandes|écrivez|application|submit|send',
  'i',
)
const OTHER_USE = new RegExp(
  'renseignement|question|données personnelles|\\bdpo\\b|protection des données|réclamation|' +
    'further information',
  'i',
)

/** The address that applications go to, as far as the text tells which one of its addresses that is. */
export function mailboxIn(paragraphs: readonly Paragraph[]): Outline {
  const all = paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(ADDRESS)].map((match) => {
      const before = paragraph.text.slice(Math.max(0, match.index - 120), match.index)
      const address = match[0].toLowerCase().replace(/[.-]+$/, '')
      const weight = (HANDING_IN.test(before) ? 3 : 0) - (OTHER_USE.test(before) ? 2 : 0)
      return { address, weight, paragraph, place: placeOf(paragraph, paragraph.text) }
    }),
  )
  const [first, ...others] = all.toSorted((one, other) => other.weight - one.weight)
  if (first === undefined) return { proposed: [], doubts: [] }
  const domain = first.address.split('@')[1] ?? ''
  const isOwn = !EVERYWHERE.has(domain.split('.')[0] ?? '')
  const sure = first.weight > 0
  const different = others.filter(({ address }) => address !== first.address)
  return {
    proposed: [
      ...[
        ['mailbox', 'address'],
        ['service', 'email'],
        ['acknowledgement', 'from'],
      ].map((path) => proposed(path, first.address, first.place, sure && path[0] === 'mailbox')),
      proposed(['digest', 'to'], [first.address], first.place, false),
      ...(isOwn ? [proposed(['authority', 'domains'], [domain], first.place, false)] : []),
    ],
    doubts: different.map(({ address, place }) => ({
      path: ['mailbox', 'address'],
      text: `Le texte donne aussi l’adresse ${address}.`,
      place,
    })),
  }
}

const PERSON = new RegExp(
  "(?<![\\p{L}\\d])(Madame|Monsieur|Mme|Mlle|M\\.|Mrs|Ms|Mr|Dr) ((?:\\p{Lu}[\\p{L}'-]{1,30} ?){1,4})" +
    "(?:(?:,|\\(| -) ?(\\p{L}[\\p{L}' -]{4,70}?)(?=,|\\)|\\.|;|$| - | ?\\d| avant | au plus | by ))?",
  'gu',
)

/** The person whom the text names for the call, and what they are. */
export function agentIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  const all = paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(PERSON)].map(([, title = '', name = '', role]) => ({
      name: `${title} ${name.trim()}`,
      role: role?.trim() ?? null,
      place: placeOf(paragraph, paragraph.text),
    })),
  )
  const found = all.find(({ role }) => role !== null) ?? all[0]
  if (found === undefined) return []
  const { name, role, place } = found
  return [
    proposed(['agent', 'name'], name, place, role !== null),
    ...(role === null ? [] : [proposed(['agent', 'role'], role, place)]),
  ]
}

const PHONE = /(?<![\d+])(?:\+33 ?(?:\(0\) ?)?[1-9]|0[1-9])(?:[ .-]?\d{2}){4}(?!\d)/u
const SERVICE = new RegExp(
  "(?<![\\p{L}])((?:Service|Direction|Pôle|Mission|Bureau|Département) (?:de la |de l'|des |de |du |" +
    "d')[\\p{L}' -]{3,60}?)(?= ?[,;.:()]|$)",
  'u',
)

/** Who answers for the call: service and telephone. */
export function serviceIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  const found: Proposed[] = []
  for (const paragraph of paragraphs) {
    const place = placeOf(paragraph, paragraph.text)
    const phone = PHONE.exec(paragraph.text)?.[0]
    const name = SERVICE.exec(paragraph.text)?.[1]
    if (phone !== undefined) found.push(proposed(['service', 'phone'], phone, place))
    if (name !== undefined) found.push(proposed(['service', 'name'], name.trim(), place, false))
  }
  return found.filter(({ path }, index) => found.findIndex((one) => one.path[1] === path[1]) === index)
}

const WAY =
  '(?:rue|avenue|av\\.|boulevard|bd|place|impasse|chemin|route|allée|allées|quai|cours|square|' +
  'esplanade|parvis|passage|faubourg|sentier|voie|ruelle|montée|rampe)'
const STREET = `\\d{1,4}(?: ?(?:bis|ter))?,? ${WAY} [\\p{L}'. -]{2,60}?`
const POSTAL = new RegExp(
  `${STREET}(?:,? \\d{5} \\p{Lu}[\\p{L}' -]{1,50}|` +
    `, ?\\p{Lu}[\\p{L}' -]{1,50} \\d{5}(?:, ?\\p{Lu}[\\p{L}' -]{2,40})?)`,
  'iu',
)

/** Where paper goes, the same as the service’s address, and the time zone of that place. */
export function postalIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  for (const paragraph of paragraphs) {
    const found = POSTAL.exec(paragraph.text)?.[0]
    if (found === undefined) continue
    const address = found.replace(/,? (?:avant|au plus|jusqu'au|ou|et|par)\b.*$/, '').trim()
    const place = placeOf(paragraph, paragraph.text)
    const takesPaper = /courrier|postale?\b|par la poste|écrivez|déposé|remis|guichet/i.test(paragraph.text)
    return [
      proposed(['service', 'postalAddress'], address, place, false),
      proposed(['agent', 'postalAddress'], address, place, false),
      ...(takesPaper ? [proposed(['post', 'address'], address, place)] : []),
      ...zoneAt(/\d{5}/.exec(address)?.[0] ?? '').map(([key, value]) =>
        proposed(['deadline', key], value, place, false),
      ),
    ]
  }
  return []
}

/** By the postcode of the authority; an address elsewhere tells nothing. */
function zoneAt(postcode: string): readonly (readonly [string, string])[] {
  const overseas = OVERSEAS.find(({ postcodes }) => postcode.startsWith(postcodes))
  if (overseas !== undefined)
    return [['zone', overseas.zone] as const, ['zoneLabel', overseas.label] as const]
  const isMainland = /^(?:0[1-9]|[1-8]\d|9[0-5])/.test(postcode)
  return isMainland ? [['zone', 'Europe/Paris'] as const, ['zoneLabel', 'heure de Paris'] as const] : []
}
