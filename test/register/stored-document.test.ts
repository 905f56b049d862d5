import { expect, it } from 'vitest'
import { documentOfRow, listedOfRow } from '../../src/adapters/sql/stored-document.ts'
import { aDocument } from '../dossier/a-submission.ts'

/** A row as 0.1.0 wrote it: without a kind. */
function oldRow(name: string, mediaType: string): string {
  const { kind: _, ...document } = { ...aDocument({ fields: { siret: 'en cours' }, name }), mediaType }
  return JSON.stringify(document)
}

it.each([
  ['courriel', 'text/plain', 'body'],
  ['courriel', 'application/pdf', 'file'],
  ['dossier.pdf', 'application/pdf', 'file'],
  ['we.tl', 'text/uri-list', 'link'],
  ['saisie', 'application/x-recepisse-staff', 'staff_entry'],
])('a row of 0.1.0 named %s of type %s is a %s', (name, mediaType, kind) => {
  expect(documentOfRow(oldRow(name, mediaType)).kind).toBe(kind)
  expect(listedOfRow(oldRow(name, mediaType))).toMatchObject({ kind, name, decor: false })
})

it('a number still to be given says so, and a row of today stays as it is', () => {
  expect(documentOfRow(oldRow('f.pdf', 'application/pdf')).fields[0]).toMatchObject({ pending: true })
  const today = aDocument({ name: 'courriel' })
  expect(documentOfRow(JSON.stringify(today))).toEqual(today)
})
