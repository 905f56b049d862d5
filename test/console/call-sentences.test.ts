import { expect, it } from 'vitest'
import { Call } from '../../src/call/call.ts'
import { weekdayFaults } from '../../src/call/stated-dates.ts'
import { faultInFrench } from '../../src/console/call-faults.ts'
import { SECTIONS } from '../../src/console/call-sections.ts'
import { callIn } from '../../src/settings/call-text.ts'
import { fileOf } from '../mail/sample-call.ts'
import { decidingCall } from '../steps/some-decisions.ts'

const ENGLISH = /\b(?:the|must|expected|is not|does|belongs|there twice|string|invalid)\b/i

type Change = (call: Record<string, never>) => void
const at = (path: string, value: unknown): Change => {
  return (call) => {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let house: Record<string, unknown> = call
    for (const key of keys) {
      house[key] ??= {}
      house = house[key] as Record<string, unknown>
    }
    if (value === undefined) delete house[last]
    else house[last] = value
  }
}

/** One mistake each, as people make them in the forms, and the key where it is told. */
const MISTAKES: readonly (readonly [key: string, Change])[] = [
  ['title', at('title', '')],
  ['id', at('id', 'Mon appel')],
  ['registrationPrefix', at('registrationPrefix', 'ti-22')],
  ['authority.domains', at('authority.domains', ['Commune FR'])],
  ['authority.identifiers', at('authority.identifiers', ['123'])],
  ['service.phone', at('service.phone', 'à demander')],
  ['mailbox.address', at('mailbox.address', 'mairie')],
  ['mailbox.trial', at('mailbox.trial', decidingCall.mailbox.address)],
  ['published.date', at('published.date', '2026-02-30')],
  ['published.date', at('published.date', '2027-01-01')],
  ['deadline.wallClock', at('deadline.wallClock', undefined)],
  ['deadline.wallClock', at('deadline.wallClock', '2026-13-01T10:00')],
  ['deadline.inclusive', at('deadline.inclusive', undefined)],
  ['deadline.day', at('deadline.day', '2026-03-20')],
  ['deadline.dayItself', at('deadline.dayItself', 'in')],
  ['deadline.opensAt', at('deadline.opensAt', '2026-03-21T00:00')],
  ['deadline.zone', at('deadline.zone', 'Paris')],
  ['deadline.contestedUntil', at('deadline.contestedUntil', '2026-03-01T00:00')],
  ['deadline.doubtfulClockHours', at('deadline.doubtfulClockHours', 'vingt')],
  ['applicants', at('applicants', { persons: false, organisations: false })],
  ['eligibility.postcodes', at('eligibility', { asWritten: 'x', source: 'y', postcodes: ['Paris'] })],
  ['sectors', at('sectors', [])],
  ['sectors.2.id', at('sectors', [...decidingCall.sectors, decidingCall.sectors[0]])],
  ['requiredDocuments', at('requiredDocuments', [])],
  ['requiredDocuments.0.anyOf', at('requiredDocuments.0.anyOf', ['kbiss'])],
  ['requiredFields.0.anyOf', at('requiredFields.0.anyOf', [['montant']])],
  ['legal.silence.means', at('legal.silence.means', '')],
  ['dataProtection', at('acknowledgement.dataProtection', undefined)],
  ['acknowledgement.attests', at('acknowledgement.attests', 'Bravo, tout est là.')],
  ['acknowledgement.automation', at('acknowledgement.automation', 'Un agent a tout lu.')],
  ['acknowledgement.bouncesTo', at('acknowledgement.bouncesTo', '')],
  ['acknowledgement.checkingPage', at('acknowledgement.checkingPage', 'http://commune.fr')],
  ['languages.letters', at('languages.letters', 'xx')],
  ['languages.beside', at('languages.beside', ['fr'])],
  ['digest.at', at('digest.at', ['7h30'])],
  ['shortTitle', at('shortTitle', 'Titre à compléter')],
]

it.each(MISTAKES)('%s: the check is French, names the field and its page', (key, change) => {
  const call = JSON.parse(JSON.stringify(fileOf(decidingCall)))
  change(call)
  const { faults, owed } = callIn(JSON.stringify(call))
  const told = [...faults, ...owed].map(faultInFrench)
  const one = told.find((fault) => fault.key === key || fault.key.startsWith(`${key}.`))
  expect(one, JSON.stringify([faults, told])).toBeDefined()
  for (const { text, section } of told) {
    expect(text).not.toMatch(ENGLISH)
    expect(SECTIONS.map(({ id }) => id)).toContain(section)
  }
})

it('a weekday that is not the date’s is told in French too', () => {
  const statedDates = [{ text: 'lundi 20 mars 2026', where: 'titre' }]
  const call = Call.parse({ ...decidingCall, published: { ...decidingCall.published, statedDates } })
  const [fault = ''] = weekdayFaults(call)
  expect(faultInFrench({ path: ['published'], message: fault }).text).toContain('c’est un vendredi')
})
