import { daysIn } from './dates.ts'
import { endsIn, type FoundEnd } from './ends.ts'
import { type Paragraph, placeOf, sourceOf } from './paragraphs.ts'
import { type Doubt, type Outline, type Place, type Proposed, proposed, type Value } from './proposed.ts'

/** Below this an end is that of something else, as far as the words tell. */
const LEAST = 2

const ROLLING = [
  /au fil de l'eau/i,
  /sans date limite/i,
  /tout au long de l'année/i,
  /toute l'année/i,
  /on a rolling basis/i,
  /at any time of the year/i,
]
const WAVE = new RegExp(
  '(?:premi[eè]re|deuxi[eè]me|seconde|troisi[eè]me|quatri[eè]me|1re|2e|3e|4e|first|second|third|' +
    'fourth) (?:vague|session|période|phase de dépôt|relève|wave|round|call)|' +
    '(?:vague|session|relève|round) (?:n° ?)?\\d',
  'i',
)

/** When one may apply, as the text says it: one end, waves, none, and what it says otherwise elsewhere. */
export function deadlineIn(paragraphs: readonly Paragraph[]): Outline {
  const ends = endsIn(paragraphs)
  const [first, ...others] = ends.filter(({ weight }) => weight >= LEAST)
  const waves = wavesOf(ends)
  if (waves !== null) return waves
  if (first === undefined) return { proposed: rollingIn(paragraphs), doubts: [] }
  const at: Proposed[] = [
    proposed(['deadline', 'asWritten'], first.asWritten, first.place),
    ...Object.entries(factsOf(first)).map(([key, value]) =>
      proposed(['deadline', key], value, first.place, first.hasYear),
    ),
    proposed(['deadline', 'source'], sourceOf(first.paragraph), first.place),
    proposed(['published', 'window'], windowOf(first, ends).asWritten, windowOf(first, ends).place, false),
  ]
  const opens = opening(paragraphs, first)
  return {
    proposed: [...at, ...(opens === null ? [] : [opens])],
    doubts: [
      ...ofEnd(first),
      ...others.flatMap((other) => otherwise(first, other)),
      ...unlikely(first, ends),
    ],
  }
}

/** The keys of an end in the call’s file: an hour, or a day and whether it counts. */
function factsOf(end: FoundEnd): Record<string, Value> {
  const { tie, hour, day, isIncluded } = end
  if (hour !== null && hour !== 'midnight')
    return { wallClock: `${day}T${hour}`, inclusive: tie !== 'before' }
  const counts = isIncluded || (tie === 'at the latest' && hour === null)
  const itself = counts ? 'in' : tie === 'before' && hour === null ? 'out' : 'contested'
  return { day, dayItself: itself }
}

/** The call’s time as its title writes it, where it does. */
function windowOf(first: FoundEnd, ends: readonly FoundEnd[]): FoundEnd {
  return ends.find(({ from, weight }) => from !== null && weight > LEAST - 4) ?? first
}

function ofEnd({ hour, hasYear, place, tie, isIncluded }: FoundEnd): readonly Doubt[] {
  const path = ['deadline', 'dayItself']
  if (hour === 'midnight')
    return [
      {
        path,
        text:
          '« minuit » peut être le début ou la fin de ce jour : l’appel doit le dire ; d’ici là, une ' +
          'personne décide.',
        place,
      },
    ]
  if (!hasYear)
    return [
      {
        path: ['deadline', 'day'],
        text: 'L’année n’est pas écrite avec cette date : elle vient du reste du texte.',
        place,
      },
    ]
  const untold = hour === null && !isIncluded && (tie === 'until' || tie === 'limit')
  return untold
    ? [
        {
          path,
          text:
            'Le texte ne dit pas si ce qui arrive ce jour-là est dans les délais : choisissez, ou ' +
            'laissez une personne décider.',
          place,
        },
      ]
    : []
}

/** Another end, as likely or nearly: the call says it twice, differently. */
function otherwise(first: FoundEnd, other: FoundEnd): readonly Doubt[] {
  if (other.day === first.day && (other.hour === null || other.hour === first.hour)) return []
  return [doubtOf(other)]
}

/** The window of the title that does not end on the day of the deadline. */
function unlikely(first: FoundEnd, ends: readonly FoundEnd[]): readonly Doubt[] {
  const window = ends.find(({ from, weight }) => from !== null && weight < LEAST && weight > LEAST - 4)
  return window === undefined || window.day === first.day ? [] : [doubtOf(window)]
}

const doubtOf = ({ asWritten, place }: FoundEnd): Doubt => ({
  path: ['deadline', 'contestedUntil'],
  text:
    `Le texte donne aussi « ${asWritten} » : s’il s’agit du même dépôt, dites jusqu’à quand une personne ` +
    'décide.',
  place,
})

function wavesOf(ends: readonly FoundEnd[]): Outline | null {
  const named = ends.flatMap((end) => {
    const label = WAVE.exec(end.paragraph.text)?.[0]
    return label === undefined ? [] : [{ label, end }]
  })
  const each = named.filter(({ label }, index) => named.findIndex((one) => one.label === label) === index)
  const sorted = each.toSorted((one, other) => (one.end.day < other.end.day ? -1 : 1))
  const [first, second] = sorted
  if (first === undefined || second === undefined) return null
  const waves = sorted.map(({ label, end }) => ({ label, asWritten: end.asWritten, ...factsOf(end) }))
  const { paragraph, place } = first.end
  return {
    proposed: [
      proposed(['deadline', 'asWritten'], sorted.map(({ end }) => end.asWritten).join(' ; '), place),
      proposed(['deadline', 'waves'], waves, place),
      proposed(['deadline', 'source'], sourceOf(paragraph), place),
      proposed(['published', 'window'], first.end.asWritten, place, false),
    ],
    doubts: sorted.flatMap(({ end }) => ofEnd(end)),
  }
}

function rollingIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  for (const expression of ROLLING)
    for (const paragraph of paragraphs) {
      const words = expression.exec(paragraph.text)?.[0]
      if (words === undefined) continue
      const place: Place = placeOf(paragraph, paragraph.text)
      return [
        proposed(['deadline', 'asWritten'], words, place),
        proposed(['deadline', 'rolling'], true, place, false),
        proposed(['deadline', 'source'], sourceOf(paragraph), place),
        proposed(['published', 'window'], words, place, false),
      ]
    }
  return []
}

const OPENS = new RegExp(
  '(?:à compter du|à partir du|ouvert(?:e|es|s)? (?:à compter |à partir )?du|ouverture[^.;]{0,40} le|' +
    'opens? on|open from) ?$',
  'i',
)

/** The first day of « du … au … », or one that the text says applying begins on. */
function opening(paragraphs: readonly Paragraph[], first: FoundEnd): Proposed | null {
  if (first.from !== null) return proposed(['deadline', 'opensAt'], `${first.from}T00:00`, first.place, false)
  for (const paragraph of paragraphs) {
    if (!/dépôt|dépos|candidatur|dossiers|applications?|submissions/i.test(paragraph.text)) continue
    const day = daysBefore(paragraph, first.day)
    if (day !== null)
      return proposed(['deadline', 'opensAt'], `${day}T00:00`, placeOf(paragraph, paragraph.text), false)
  }
  return null
}

function daysBefore({ text }: Paragraph, end: string): string | null {
  const found = daysIn(text).find(({ start, day }) => {
    return day !== null && day < end && OPENS.test(text.slice(Math.max(0, start - 60), start))
  })
  return found?.day ?? null
}
