import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { composeDigest } from '../../src/digest/compose.ts'
import { APPLICATION, BUSY, QUIET } from './a-digest.ts'

const at = (text: string): Instant => text as Instant
function flat(text: string): string {
  return text.replace(/[\s\u00A0\u202F]+/g, ' ')
}

test('nothing new is one line', () => {
  const digest = composeDigest(QUIET)
  expect(flat(digest.text).trim()).toBe('Rien de nouveau : 12 courriels reçus, le sort de chacun est connu.')
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
  expect(text).toContain(
    '12 courriels reçus, le sort de chacun est connu (candidatures 2, écartés comme sans rapport 10)',
  )
})

test('what needs a person comes first, with what to do and by when', () => {
  const digest = composeDigest(BUSY)
  const text = flat(digest.text)
  expect(text.startsWith('À FAIRE : 13')).toBe(true)
  expect(text).toContain('Appeler ce candidat au 0692 00 00 00.')
  expect(text).toContain('prendre l’adresse dans le formulaire')
  expect(text).toContain('à envoyer vous-même, avant le 18/03/2026 à 23 h 59')
  expect(text).toContain('date à arbitrer')
  expect(text).toContain('Usine Verte (TD26-7K4QX) : 2 changements proposés par un envoi postérieur.')
  expect(text).toContain('SCIC du Volcan (TD26-9P3RS) : peut-être la même candidature que TD26-7K4QX.')
  expect(text).toContain('3 courriels avec pièces jointes écartés depuis le dernier récapitulatif')
  expect(text).toContain('1 courriel écarté serait pris en compte par les règles d’aujourd’hui')
  expect(text).toContain('1 courriel pris en compte n’est plus dans la boîte')
  expect(text).toContain('Filière non détectée : 1')
  expect(flat(digest.subject)).toContain('13 à traiter, 1 nouvelle candidature')
})

test('an applicant’s name cannot write HTML', () => {
  const digest = composeDigest({
    ...QUIET,
    applications: [{ ...APPLICATION, who: '<img src=x onerror=alert(1)>' }],
  })
  expect(digest.html).not.toContain('<img')
})

test('after the deadline nobody is told to complete', () => {
  const digest = composeDigest({ ...QUIET, now: at('2026-03-21T08:00:00.000Z'), applications: [APPLICATION] })
  expect(flat(digest.text)).toContain('La date limite est passée')
  expect(digest.text).not.toContain('il reste')
})

test('leads from each application to its page, where staff have pages', () => {
  const { html, text } = composeDigest({ ...BUSY, consoleUrl: 'https://ami.interco.example' })
  expect(html).toContain('<a class="whole" href="https://ami.interco.example/candidatures/TD26-7K4QX">')
  expect(html).toContain('<a href="https://ami.interco.example/ecartes">')
  expect(text).toContain('https://ami.interco.example/')
  expect(composeDigest(BUSY).html).not.toContain('href="https://ami')
})
