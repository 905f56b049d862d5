import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deadlinesInWords } from '../../src/acknowledgement/deadline-in-words.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { Beginning, firstCallFile } from '../../src/settings/first-files.ts'

const SAID = {
  title: 'Appel à projets – Ateliers ouverts',
  shortTitle: 'Ateliers ouverts',
  authority: 'La communauté de communes de Val-Haut',
  service: 'Service culture',
  agent: 'Madame Anne Exemple',
  role: 'chargée de mission',
  postalAddress: '1 place du Marché, 00000 Val-Haut',
  phone: '01 99 00 00 00',
  address: 'ateliers@val-haut.example',
  deadline: '2026-12-15',
  zone: 'Europe/Paris',
  sectors: 'Théâtre, Danse',
  court: 'le tribunal administratif de Rouen',
  officer: 'dpo@val-haut.example',
  imapHost: 'imap.val-haut.example',
  smtpHost: 'smtp.val-haut.example',
}

function begun(deadline: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'recepisse-first-')), 'call.yaml')
  writeFileSync(path, firstCallFile(Beginning.parse({ ...SAID, deadline }), '2026-11-01'))
  return readCall(path).call
}

it('a call begun with an hour states it; one begun with a day states no hour, and a person decides about that day', () => {
  expect(begun('2026-12-15T16:00').deadline).toMatchObject({
    wallClock: '2026-12-15T16:00',
    inclusive: false,
  })
  const dated = begun('2026-12-15')
  expect(dated.deadline).toMatchObject({ day: '2026-12-15', dayItself: 'contested' })
  expect(deadlinesInWords(dated)[0]?.value.replace(/\s/g, ' ')).toBe(
    '« avant le mardi 15 décembre 2026 » (heure de Paris)',
  )
})

it('a call begun says what silence means and how it is contested; overseas, who lives there has no longer delay', () => {
  const { legal } = begun('2026-12-15')
  expect(legal?.silence).toMatchObject({
    means: 'rejection',
    remedies: {
      gracious: 'de la communauté de communes de Val-Haut',
      court: 'le tribunal administratif de Rouen',
    },
  })
  expect(legal?.silence).not.toHaveProperty('remedies.residence')
  const path = join(mkdtempSync(join(tmpdir(), 'recepisse-first-')), 'call.yaml')
  const overseas = { ...SAID, authority: 'Le port de Val-Haut', zone: 'Indian/Reunion' }
  writeFileSync(path, firstCallFile(Beginning.parse(overseas), '2026-11-01'))
  const loaded = readCall(path)
  expect(loaded.owed).toEqual([])
  expect(loaded.call.legal?.silence).toMatchObject({
    remedies: { gracious: 'du port de Val-Haut', residence: 'à La Réunion' },
  })
})
