import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { callJsonSchema, readCall } from '../../src/settings/call-file.ts'

const GOOD = readFileSync(
  new URL('../../config/calls/cirest-territoires-industrie-2022.yaml', import.meta.url),
  'utf8',
)
const folder = mkdtempSync(join(tmpdir(), 'recepisse-call-'))

/** The good file with one thing changed. */
function changed(from: string, to: string): string {
  expect(GOOD).toContain(from)
  const path = join(folder, 'call.yaml')
  writeFileSync(path, GOOD.replace(from, to))
  return path
}

function lineOf(text: string): number {
  return GOOD.slice(0, GOOD.indexOf(text)).split('\n').length
}

describe('a call file', () => {
  it('loads, and warns about the call’s own contradictions', () => {
    const { warnings } = readCall(fileURLToPath(new URL('../../demo/call.yaml', import.meta.url)))
    expect(warnings.join('\n')).toContain('« vendredi 24 novembre 2022 »: that day is a jeudi')
    expect(warnings.join('\n')).toContain('section F')
  })

  it.each([
    ['a phone that is missing', '  phone: 0262 00 00 00\n', '', 'service:', 'service.phone'],
    [
      'a day that does not exist',
      'wallClock: "2022-11-23T16:00"',
      'wallClock: "2022-11-31T16:00"',
      'wallClock: "2022-11-23T16:00"',
      'deadline.wallClock',
    ],
    [
      'a misspelt zone',
      'zone: Indian/Reunion',
      'zone: Indian/Reunio',
      'zone: Indian/Reunion',
      'deadline.zone',
    ],
    ['a key that does not exist', 'personal: true', 'personnal: true', 'personal: true', 'mailbox'],
    [
      'an address that is none',
      'email: dayal@cirest.fr',
      'email: dayal',
      'email: dayal@cirest.fr',
      'service.email',
    ],
    [
      'a page that is not on https',
      '  bouncesTo: ami-retours@cirest.fr',
      '  checkingPage: http://www.example.org/verifier.html\n  bouncesTo: ami-retours@cirest.fr',
      '  bouncesTo: ami-retours@cirest.fr',
      'acknowledgement.checkingPage',
    ],
    [
      'a page whose address would break in a letter',
      '  bouncesTo: ami-retours@cirest.fr',
      '  checkingPage: https://www.example.org/ma page.html\n  bouncesTo: ami-retours@cirest.fr',
      '  bouncesTo: ami-retours@cirest.fr',
      'acknowledgement.checkingPage',
    ],
    [
      'a page with a password in its address',
      '  bouncesTo: ami-retours@cirest.fr',
      '  checkingPage: https://a:b@www.example.org/verifier.html\n  bouncesTo: ami-retours@cirest.fr',
      '  bouncesTo: ami-retours@cirest.fr',
      'acknowledgement.checkingPage',
    ],
    [
      'a page on no public host',
      '  bouncesTo: ami-retours@cirest.fr',
      '  checkingPage: https://localhost/verifier.html\n  bouncesTo: ami-retours@cirest.fr',
      '  bouncesTo: ami-retours@cirest.fr',
      'acknowledgement.checkingPage',
    ],
    [
      'a number where text is needed',
      'identifiers: ["249740093"]',
      'identifiers: [249740093]',
      'identifiers: ["249740093"]',
      'authority.identifiers.0',
    ],
    [
      'a role that no piece has',
      'anyOf: [presentation]',
      'anyOf: [presentation, statuts]',
      'anyOf: [presentation]',
      'requiredDocuments.1.anyOf.1',
    ],
    [
      'a requirement that no document can meet',
      'anyOf: [project]',
      'anyOf: [other]',
      'anyOf: [project]',
      'requiredDocuments.2.anyOf.0',
    ],
    [
      'a document and a field with one id',
      '{ id: contact,',
      '{ id: project,',
      '{ id: contact,',
      'requiredFields.4.id',
    ],
    [
      'two documents with one id',
      '- id: presentation',
      '- id: form',
      '- id: presentation',
      'requiredDocuments.1.id',
    ],
    ['two categories with one id', '- id: energie', '- id: numerique', '- id: energie', 'sectors.1.id'],
    ['a deadline without an end', '  wallClock: "2022-11-23T16:00"\n', '', 'deadline:', 'deadline.wallClock'],
    [
      'an hour and a day at once',
      '  wallClock: "2022-11-23T16:00"\n',
      '  wallClock: "2022-11-23T16:00"\n  day: 2022-11-23\n',
      '  zone: Indian/Reunion',
      'deadline.day',
    ],
    [
      'a day of which nobody says whether it counts',
      '  wallClock: "2022-11-23T16:00"\n',
      '  day: 2022-11-23\n',
      'deadline:',
      'deadline.dayItself',
    ],
    [
      'an hour of which nobody says whether it counts',
      '  inclusive: false\n',
      '',
      'deadline:',
      'deadline.inclusive',
    ],
    [
      'a publication after the deadline',
      'date: 2022-11-04',
      'date: 2022-11-24',
      'date: 2022-11-04',
      'published.date',
    ],
    [
      'an end of dispute before the deadline',
      'contestedUntil: "2022-11-26T00:00"',
      'contestedUntil: "2022-11-20T00:00"',
      'contestedUntil:',
      'deadline.contestedUntil',
    ],
  ])('is refused with file, line and column for %s', (_, from, to, place, key) => {
    const path = changed(from, to)
    const complaint = (() => {
      try {
        readCall(path)
        return ''
      } catch (error) {
        return String(error)
      }
    })()
    expect(complaint).toContain(key)
    const found = /call\.yaml:(\d+):(\d+):/.exec(complaint)
    // A key that is missing is shown where its group stands.
    expect(Math.abs(Number(found?.[1]) - lineOf(place))).toBeLessThanOrEqual(1)
    expect(Number(found?.[2])).toBeGreaterThan(0)
  })

  it.each([
    ['skips', '2026-03-29T02:30'],
    ['shows twice', '2026-10-25T02:30'],
  ])(
    'is refused for a deadline at an hour that the change of clocks %s, with line and column',
    (_, reading) => {
      const text = GOOD.replace('zone: Indian/Reunion', 'zone: Europe/Paris').replace(
        'wallClock: "2022-11-23T16:00"',
        `wallClock: "${reading}"`,
      )
      const path = join(folder, 'clocks.yaml')
      writeFileSync(path, text)
      const line = text.slice(0, text.indexOf(reading)).split('\n').length
      expect(() => readCall(path)).toThrow(
        `clocks.yaml:${line}:14: deadline.wallClock: the clocks of Europe/Paris`,
      )
    },
  )

  it('may be published on the day of its deadline, and ask for pieces that it names itself', () => {
    const text = GOOD.replace('date: 2022-11-04', 'date: 2022-11-23')
      .replace('anyOf: [presentation]', 'anyOf: [presentation, statuts]')
      .replace(
        'requiredDocuments:\n',
        'pieces:\n  - { role: statuts, titles: [Statuts] }\nrequiredDocuments:\n',
      )
    const path = join(folder, 'own.yaml')
    writeFileSync(path, text)
    expect(readCall(path).call.pieces).toHaveLength(1)
  })

  it('is refused for YAML that is none, with its line', () => {
    expect(() => readCall(changed('authority:\n', 'authority: [\n'))).toThrow(/call\.yaml:\d+:\d+/)
  })

  it('is completed by editors from the JSON schema in config, which is up to date', () => {
    const kept = JSON.parse(readFileSync(new URL('../../config/call.schema.json', import.meta.url), 'utf8'))
    expect(kept).toEqual(JSON.parse(JSON.stringify(callJsonSchema())))
  })
})
