import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { composeDigest } from '../../src/digest/compose.ts'
import type { DigestApplication, DigestInput } from '../../src/digest/digest.ts'
import { sampleCall } from '../mail/sample-call.ts'

const at = (text: string): Instant => text as Instant
const QUIET: DigestInput = {
  call: sampleCall,
  now: at('2026-03-18T08:00:00.000Z'),
  applications: [],
  held: [],
  deliveries: [],
  quarantined: [],
  inquiries: [],
  balance: { mails: 12, fates: { application: 2, unrelated: 10 }, unexplained: 0 },
  alarms: [],
}
const APPLICATION: DigestApplication = {
  number: 'TD26-7K4QX',
  applicant: 'Usine Verte',
  sectors: ['numerique'],
  receivedAt: at('2026-03-17T08:00:00.000Z'),
  timeliness: 'on_time',
  completeness: 'incomplete',
  missing: ['project'],
  unclear: ['signature'],
  isNew: true,
}

function flat(text: string): string {
  return text.replace(/[\s\u00A0\u202F]+/g, ' ')
}

test('nothing new is one line', () => {
  const digest = composeDigest(QUIET)
  expect(flat(digest.text).trim()).toBe(
    'Rien de nouveau : 12 courriels, 12 destins, 0 inexpliqué (candidatures 2, sans rapport 10).',
  )
  expect(digest.text.trim().split('\n')).toHaveLength(1)
  expect(digest.subject).toContain('rien de nouveau')
})

test('gaps are shown, what is missing has its time left, the balance closes', () => {
  const text = flat(composeDigest({ ...QUIET, applications: [APPLICATION] }).text)
  expect(text).toContain('Le numérique : 1 – Usine Verte (TD26-7K4QX)')
  expect(text).toContain('La logistique : 0')
  expect(text).toContain('il reste 2 jours et 4 heures')
  expect(text).toContain('non détecté : le projet ou les actions')
  expect(text).toContain('à vérifier : la signature')
  expect(text).toContain('12 courriels, 12 destins, 0 inexpliqué')
})

test('what needs a person comes first, with what to do and by when', () => {
  const digest = composeDigest({
    ...QUIET,
    applications: [{ ...APPLICATION, timeliness: 'contested', sectors: [] }],
    held: [
      {
        number: 'TD26-7K4QX',
        applicant: 'Usine Verte',
        reason: '08-robot-address',
        since: at('2026-03-17T08:00:00.000Z'),
      },
    ],
    deliveries: [
      {
        number: 'TD26-9P3RS',
        applicant: 'SCIC du Volcan',
        state: 'bounced',
        since: at('2026-03-17T09:00:00.000Z'),
        phone: '0692 00 00 00',
      },
    ],
    quarantined: [
      { fingerprint: 'ab'.repeat(32), receivedAt: at('2026-03-17T10:00:00.000Z'), code: 'unreadable' },
    ],
    inquiries: [{ fingerprint: 'cd'.repeat(32), receivedAt: at('2026-03-17T10:00:00.000Z') }],
    balance: { mails: 13, fates: { application: 2, unrelated: 10 }, unexplained: 1 },
    alarms: ['La boîte n’est plus joignable depuis 20 minutes.'],
  })
  const text = flat(digest.text)
  expect(text.startsWith('À FAIRE : 7')).toBe(true)
  expect(text).toContain('Appeler ce candidat au 0692 00 00 00.')
  expect(text).toContain('prendre l’adresse dans le formulaire')
  expect(text).toContain('à envoyer vous-même, avant le 18/03/2026 à 23 h 59')
  expect(text).toContain('date à arbitrer')
  expect(text).toContain('Filière non détectée : 1')
  expect(flat(digest.subject)).toContain('7 à traiter, 1 nouvelle candidature')
})

test('an applicant’s name cannot write HTML', () => {
  const digest = composeDigest({
    ...QUIET,
    applications: [{ ...APPLICATION, applicant: '<img src=x onerror=alert(1)>' }],
  })
  expect(digest.html).not.toContain('<img')
})

test('after the deadline nobody is told to complete', () => {
  const digest = composeDigest({ ...QUIET, now: at('2026-03-21T08:00:00.000Z'), applications: [APPLICATION] })
  expect(flat(digest.text)).toContain('La date limite est passée')
  expect(digest.text).not.toContain('il reste')
})
