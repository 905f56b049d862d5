import { expect, it } from 'vitest'
import { ownText } from '../../src/mail/own-text.ts'

it('answers between quoted questions count, and so do the questions', () => {
  const text = '> Raison sociale :\nFil Rouge\n\n> SIRET :\n732\n> Ville :\nLens'
  expect(ownText(text)).toBe('Raison sociale :\nFil Rouge\n\nSIRET :\n732\nVille :\nLens')
  const under = `Voici.\n\nLe 3 mai 2026 à 10:00, Mairie de Lens a écrit :\n${text}`
  expect(ownText(under)).toContain('Raison sociale :\nFil Rouge')
})

it('a list behind > that nobody was quoted with is its sender’s', () => {
  const text = 'Nos renseignements :\n> Nom : Fil Rouge\n> SIRET : 732\n> Ville : Lens\n> Elle tisse.'
  expect(ownText(text)).toBe('Nos renseignements :\nNom : Fil Rouge\nSIRET : 732\nVille : Lens\nElle tisse.')
})

it.each([
  'Merci.\n> Bonjour,\n> Votre appel court jusqu’à mardi.\n> Cordialement',
  'Merci.\n\nLe 3 mai 2026, la mairie a écrit :\n> Nom : ......\n> SIRET : ......\n> Ville : ......',
  'Merci.\n> Nom :\n> SIRET :\n> Ville :',
  'Merci.\n>> Nom : Fil Rouge\n>> SIRET : 732\n>> Ville : Lens',
])('a quoted mail is left out', (text) => {
  expect(ownText(text)).toBe('Merci.')
})
