import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { MONTHS, WEEKDAYS } from '../base/french-calendar.ts'
import { instantFromWallClock, isWallClock, isZone, startOfDay, wallClockOf } from '../base/instant.ts'
import { bareLabel, initials, slug, wordId } from '../call/names.ts'
import { OVERSEAS } from '../knowledge/overseas.ts'
import { OF_THE_SERVICE } from './mailboxes.ts'
import { toldSettings } from './told-settings.ts'

const line = z.string().trim().min(1)
const host = z.string().regex(/^[A-Za-z0-9.-]+$/, 'the name of a server, such as imap.example.org')

/** What somebody says who sets the service up for a call. */
export const Beginning = z.object({
  title: line.describe('The call’s title, as published'),
  shortTitle: line.describe('The same in a few words, for subjects of mails'),
  authority: line.describe('The authority, with its article: « La communauté de communes … »'),
  service: line.describe('The service that answers for the call'),
  agent: line.describe('The person in charge (CRPA L111-2)'),
  role: line.describe('Their function'),
  postalAddress: line.describe('The postal address'),
  phone: line.describe('The telephone (required by CRPA R112-11-1)'),
  address: z.email().describe('The address that applications are sent to'),
  deadline: z
    .string()
    .refine(isWallClock, {
      error: 'a local date and time such as 2026-12-15T16:00, or a day such as 2026-12-15',
    })
    .describe(
      'The deadline in local time, such as 2026-12-15T16:00; the day alone where the call gives no hour',
    ),
  zone: z
    .string()
    .refine(isZone, { error: 'a zone such as Europe/Paris or Indian/Reunion' })
    .describe('Its time zone, such as Europe/Paris'),
  sectors: line.describe('The sectors to choose between, separated by commas'),
  court: line.describe('The administrative court, with its article: « le tribunal administratif de Rouen »'),
  officer: line.describe('How the data protection officer is reached: an address (RGPD 13)'),
  imapHost: host.describe('The IMAP server'),
  smtpHost: host.describe('The submission server (SMTP)'),
})
export type Beginning = z.infer<typeof Beginning>

const TEMPLATE = new URL('../../config/call.template.yaml', import.meta.url)
const SCHEMA = fileURLToPath(new URL('../../config/call.schema.json', import.meta.url))

/** The call’s file with what was said in its places, and what follows from it. `today`: an ISO date. */
export function firstCallFile(said: Beginning, today: string): string {
  const domain = said.address.split('@')[1] ?? ''
  const hasHour = said.deadline.includes('T')
  const end = hasHour ? instantFromWallClock(said.deadline, said.zone) : startOfDay(said.deadline, said.zone)
  const day = wallClockOf(end, said.zone)
  const hour = hasHour ? ` à ${day.hour}h${String(day.minute).padStart(2, '0')}` : ''
  const dayOfMonth = day.day === 1 ? '1er' : day.day
  const dayInWords = `${WEEKDAYS[day.dayOfWeek - 1]} ${dayOfMonth} ${MONTHS[day.month - 1]} ${day.year}`
  const overseas = OVERSEAS.find(({ zone }) => zone === said.zone)
  const name = said.authority.replace(/^(la|le|les) |^l['’]/i, '')
  const values: Readonly<Record<string, string>> = {
    ...said,
    id: `${slug(said.shortTitle)}-${day.year}`,
    provenance: 'Texte de l’appel, tel que publié',
    prefix: `${initials(said.shortTitle)}${String(day.year).slice(2)}`,
    article: said.authority,
    authority: name.charAt(0).toUpperCase() + name.slice(1),
    domain,
    published: today,
    window: `jusqu’au ${dayInWords}`,
    deadlineDay: dayInWords,
    asWritten: `avant le ${dayInWords}${hour}`,
    zoneLabel: said.zone === 'Europe/Paris' ? 'heure de Paris' : (overseas?.label ?? 'heure locale'),
    senderName: `${said.shortTitle}`,
    bouncesTo: `retours@${domain}`,
    controller: lowered(said.authority),
    gracious: `de ${lowered(said.authority)}`.replace(/^de le /, 'du ').replace(/^de les /, 'des '),
  }
  return readFileSync(TEMPLATE, 'utf8')
    .replace('{{schema}}', SCHEMA)
    .replace('{{end}}', hasHour ? endAtHour(said.deadline) : endOfDay(said.deadline))
    .replace('{{sectors}}', sectorLines(said.sectors))
    .replace('{{residence}}', residenceLine(said.zone))
    .replace(/\{\{(\w+)\}\}/g, (whole, key: string) => (key in values ? JSON.stringify(values[key]) : whole))
}

const endAtHour = (wallClock: string): string => `wallClock: ${JSON.stringify(wallClock)}
  # false : « avant » ; true : « au plus tard ».
  inclusive: false`

/** Nobody but the authority knows whether its last day counts: until it says so, a person decides. */
const endOfDay = (day: string): string => `day: ${day}
  # in : ce qui arrive ce jour-là est dans les délais ; out : non ; contested : l’appel ne le dit pas, une \
personne décide.
  dayItself: contested`

function residenceLine(zone: string): string {
  const residence = OVERSEAS.find((one) => one.zone === zone)?.residence
  const where =
    residence === undefined ? '# residence: à La Réunion' : `residence: ${JSON.stringify(residence)}`
  return (
    '# Tribunal d’outre-mer : là où le délai n’est pas plus long ' +
    `(CJA, article R. 421-7).\n      ${where}`
  )
}

function sectorLines(list: string): string {
  const labels = list
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')
  return labels
    .map((label) => {
      const bare = bareLabel(label)
      return (
        `  - { id: ${wordId(label)}, label: ${JSON.stringify(label)}, synonyms: ` +
        `[${JSON.stringify(bare)}] }`
      )
    })
    .join('\n')
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/**
 * Who starts a service with these settings. `hand`: anybody; `unit`: deploy/recepisse.service, which gives
 * the data folder and the passwords itself: what stands in this file would override them (systemd.exec(5),
 * EnvironmentFile=); `several`: a service of several mailboxes, of which these are one’s own.
 */
export type StartedBy = 'hand' | 'unit' | 'several'

/** Those that a first start needs; all others follow, each in a comment with what it is for. */
export function firstSettings(said: Beginning, folder: string, by: StartedBy): string {
  const first: Readonly<Record<string, string>> = {
    RECEPISSE_CALL: `${folder}/call.yaml`,
    ...(by === 'several' ? {} : { RECEPISSE_HEALTH_PORT: '8080' }),
    IMAP_HOST: said.imapHost,
    IMAP_USER: said.address,
    SMTP_HOST: said.smtpHost,
    SMTP_USER: said.address,
  }
  const given = by === 'unit' ? {} : by === 'several' ? secretsIn(folder) : givenByUnit(folder)
  const lines = Object.entries({ ...first, ...given }).map(([name, value]) => `${name}=${value}`)
  const others = toldSettings()
    .filter(({ name }) => !(name in first) && !(name in givenByUnit(folder)))
    .filter(({ name }) => by !== 'several' || !(OF_THE_SERVICE as readonly string[]).includes(name))
    .map(({ name, meaning }) => `${meaning === '' ? '' : `# ${meaning}\n`}#${name}=`)
  return [
    '# What an operator sets; the call itself is in call.yaml. recepisse check --settings THIS-FILE',
    '# NAME_FILE names a file that holds the value of NAME: passwords belong there.',
    ...(by === 'unit' ? UNIT_GIVES : []),
    ...lines,
    '',
    '# The rest has its default.',
    ...others,
    '',
  ].join('\n')
}

/** Where data and passwords are, without a unit that says so. */
export function givenByUnit(folder: string): Readonly<Record<string, string>> {
  return { RECEPISSE_DATA: `${folder}/data`, ...secretsIn(folder) }
}

function secretsIn(folder: string): Readonly<Record<string, string>> {
  return {
    IMAP_PASSWORD_FILE: `${folder}/secrets/imap`,
    SMTP_PASSWORD_FILE: `${folder}/secrets/smtp`,
  }
}

const UNIT_GIVES = [
  '# The unit gives RECEPISSE_DATA, IMAP_PASSWORD_FILE and SMTP_PASSWORD_FILE (the files in secrets, as',
  '# they were at its start): do not set them here, they would override it.',
] as const
