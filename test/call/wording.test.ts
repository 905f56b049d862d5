import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { forbiddenExpressions, missingMentions } from '../../src/acknowledgement/mentions.ts'
import { isAcknowledgement, SAMPLES, sampleLetter, sampleOf } from '../../src/acknowledgement/samples.ts'
import { readCall } from '../../src/settings/call-file.ts'

const CALLS = new URL('../../config/calls/', import.meta.url)
const FILES = readdirSync(CALLS).filter((name) => name.endsWith('.yaml'))
const GOOD = readFileSync(new URL('cirest-territoires-industrie-2022.yaml', CALLS), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'recepisse-wording-'))

function complaintAbout(from: RegExp, to: string): string {
  expect(GOOD).toMatch(from)
  const path = join(folder, 'call.yaml')
  writeFileSync(path, GOOD.replace(from, to))
  try {
    readCall(path)
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(path, 'call.yaml') : ''
  }
  return 'loaded'
}

const lineOf = (key: string): number => GOOD.slice(0, GOOD.indexOf(`\n  ${key}: `) + 1).split('\n').length

it.each([
  [
    'attests',
    /attests: .*/,
    'attests: Nous avons bien reçu votre dossier.',
    'acknowledgement.attests: must say that the letter attests the sole receipt',
  ],
  [
    'automation',
    /automation: .*/,
    'automation: Un agent vérifie.',
    'acknowledgement.automation: must say that the check is automatic',
  ],
  [
    'purpose',
    /purpose: .*/,
    'purpose: écarter tout dossier irrecevable',
    'dataProtection.purpose: « irrecevab » may not be said',
  ],
  [
    'attests',
    /attests: .*/,
    'attests: Accusé de la seule réception ; merci de confirmer par courrier.',
    'acknowledgement.attests: « confirmer par courrier » may not be said',
  ],
  ['phone', /phone: 0262 00 00 00/, 'phone: à compléter', 'service.phone: must be a telephone number'],
])(
  'a file whose %s no letter may say does not load: line, column and reason are told',
  (key, from, to, reason) => {
    const complaint = complaintAbout(from, to)
    expect(complaint).toContain(reason)
    expect(complaint).toMatch(new RegExp(`^call\\.yaml:${lineOf(key)}:\\d+: `, 'm'))
  },
)

it('a text still to be written is a fault where it stands', () => {
  expect(complaintAbout(/ court: .*/, ' court: à compléter par le service juridique')).toContain(
    '« a completer » stands where a text should',
  )
})

it.each(FILES.flatMap((file) => SAMPLES.map((name) => [file, name] as const)))(
  '%s: the letter « %s » says all it must and nothing it may not, within 72 columns',
  (file, name) => {
    const { call } = readCall(new URL(file, CALLS).pathname)
    const input = sampleOf(call, name)
    const letter = sampleLetter(call, name)
    if (isAcknowledgement(name)) expect(missingMentions(letter, input)).toEqual([])
    expect(forbiddenExpressions(`${letter.subject}\n${letter.text}`)).toEqual([])
    expect(letter.text.split('\n').filter((line) => line.length > 72)).toEqual([])
  },
)
