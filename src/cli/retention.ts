import { openWorld } from '../app/world.ts'
import { dayOf } from '../base/day.ts'
import type { Call } from '../call/call.ts'
import type { Retention } from '../call/retention.ts'
import { keptUntil, outcomeInWords } from '../dossier/outcome.ts'
import { csv } from '../exports/csv.ts'
import type { ApplicationView } from '../register/views.ts'
import type { Command } from './command.ts'
import { print, printError } from './output.ts'

export const retention: Command = {
  usage: 'retention',
  details: [
    'A table for the archives (CSV): what each call holds, until when it must be kept, and from when ' +
      'its elimination may',
    'be proposed. Nothing is deleted: no public archive is eliminated without their visa (C. patr. R212-14).',
  ],
  options: {},
  positionals: false,
  async run() {
    await using world = await openWorld('retention')
    const rows: string[][] = []
    for (const call of world.calls) {
      if (call.retention === undefined)
        printError(`${call.id}: its file has no « retention »; agree on one with the archives and add it`)
      else rows.push(...rowsOf(call, await world.register.applications(call.id)))
    }
    print(csv([TITLES, ...rows]))
    return 0
  },
}

const TITLES = [
  'Appel',
  'N° d’enregistrement',
  'Première réception',
  'Courriels',
  'Volume (octets)',
  'Suite donnée',
  'À conserver jusqu’au, si non retenue',
  'À conserver jusqu’au, si retenue',
  'Élimination',
  'Fondement',
]

function rowsOf(call: Call, applications: readonly ApplicationView[]): string[][] {
  const { retention: rule, deadline } = call
  if (rule === undefined) return []
  return applications.map((application) => [
    call.shortTitle,
    application.number,
    dayOf(application.receivedAt, deadline.zone),
    String(application.mails.length),
    String(application.mails.reduce((sum, mail) => sum + mail.bytes, 0)),
    ...timesOf(application, call, rule),
    'à soumettre au visa des Archives départementales',
    rule.basis,
  ])
}

/**
 * What was recorded of its end, and the time that holds for it: both times while nobody recorded anything.
 */
function timesOf(application: ApplicationView, call: Call, { years, yearsSelected }: Retention): string[] {
  const kind = application.outcome?.outcome?.kind
  const until = (wanted: boolean, count: number) =>
    wanted ? (keptUntil(call, application, count) ?? 'décision attendue') : ''
  return [
    kind === undefined ? '' : outcomeInWords(kind),
    until(kind !== 'selected', years),
    until(kind === undefined || kind === 'selected', yearsSelected),
  ]
}
