import { expect, it } from 'vitest'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { outlineOf } from '../../src/outline/outline.ts'

/** Postcodes of towns there, whose time their authority means. */
it.each([
  ['97470 Saint-Benoît', 'Indian/Reunion', 'heure de La Réunion'],
  ['97600 Mamoudzou', 'Indian/Mayotte', 'heure de Mayotte'],
  ['97200 Fort-de-France', 'America/Martinique', 'heure de Martinique'],
  ['97100 Basse-Terre', 'America/Guadeloupe', 'heure de Guadeloupe'],
  ['97300 Cayenne', 'America/Cayenne', 'heure de Guyane'],
  ['98800 Nouméa', 'Pacific/Noumea', 'heure de Nouvelle-Calédonie'],
  ['98713 Papeete', 'Pacific/Tahiti', 'heure de Tahiti'],
  ['69001 Lyon', 'Europe/Paris', 'heure de Paris'],
  ['99999 Ailleurs', undefined, undefined],
])('overseas.ts OVERSEAS: who is at home in %s has the time of %s', (town, zone, label) => {
  const text = `Les dossiers sont envoyés par courrier à l’adresse : 3 rue des Écoles, ${town}.`
  const { proposed } = outlineOf(pagesOfText(text))
  const told = (key: string): unknown =>
    proposed.find(({ path }) => path.join('.') === `deadline.${key}`)?.value
  expect([told('zone'), told('zoneLabel')]).toEqual([zone, label])
})
