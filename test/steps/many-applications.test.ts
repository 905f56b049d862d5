import { expect, it } from 'vitest'
import type { Fingerprint } from '../../src/base/ids.ts'
import { SHARED_BY } from '../../src/dossier/clues.ts'
import { placesOf } from '../../src/dossier/fates.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, applicationWith, aService, type SmallService } from './a-service.ts'

const NUMBERING = { callId: sampleCall.id, prefix: sampleCall.registrationPrefix }
const MANY = SHARED_BY + 2
const ACCOUNTANT = 'cabinet@comptable.example'

/** Names that have no word in common, as those of structures have none. */
const names = Array.from({ length: MANY }, (_, index) => {
  const letters = 'bcdfghjklmnpqrstvwxz'
  return `${letters[index % 20]}aro${letters[Math.floor(index / 20)]}ine`.replace(/^./, (one) =>
    one.toUpperCase(),
  )
})

function minute(index: number): string {
  return new Date(Date.parse('2026-03-10T06:00:00Z') + index * 60_000).toISOString()
}

function ofAccountant(raw: string): string {
  return raw.replace(/^(Return-Path|From): .*$/gm, (line) =>
    line.startsWith('From') ? `From: Cabinet <${ACCOUNTANT}>` : `Return-Path: <${ACCOUNTANT}>`,
  )
}

/** A mail without a form, that names a structure or none. */
function supplement(id: string, words: string): string {
  return ofAccountant(
    application('Cabinet', { id, body: words }).replace(
      /--b1\nContent-Type: text\/plain; charset=utf-8; name="formulaire.txt"[\s\S]*--b1--/,
      `--b1
Content-Type: text/plain; charset=utf-8; name="presentation.txt"
Content-Disposition: attachment; filename="presentation.txt"

Présentation de la structure
Nos activités, nos moyens et notre équipe : ${id}.
--b1--`,
    ),
  )
}

/** How many mails are looked at for the place of one. */
async function lookedAt(service: SmallService, fingerprint: Fingerprint): Promise<number> {
  let looked = 0
  await service.database
    .updateTable('mail')
    .set({ progress: 'read' })
    .where('fingerprint', '=', fingerprint)
    .execute()
  await service.register.assemble(
    fingerprint,
    (related, taken) => {
      looked = related.length
      return placesOf(related, { ...NUMBERING, taken })
    },
    service.clock.now(),
  )
  return looked
}

it('one who writes for dozens has an application for each, and is looked at no longer for the last', async () => {
  await using service = await aService()
  const numbers = []
  for (const [index, name] of names.entries()) {
    const mail = await service.take(ofAccountant(application(name)), minute(index))
    numbers.push(mail.number)
  }
  expect(new Set(numbers).size).toBe(MANY)

  const named = await service.take(
    supplement('s1', `Bonjour, en complément de la candidature de ${names[6]}, le budget.`),
    minute(MANY),
  )
  expect(named.number).toBe(numbers[6])
  expect(await lookedAt(service, named.fingerprint)).toBeLessThan(4)

  const nameless = await service.take(
    supplement('s2', 'Bonjour, en complément de notre candidature, le budget.'),
    minute(MANY + 1),
  )
  expect(numbers).not.toContain(nameless.number)
  // Another without a name may be for another of theirs.
  const another = await service.take(
    supplement('s3', 'Bonjour, en complément de notre candidature, les comptes.'),
    minute(MANY + 2),
  )
  expect(another.number).not.toBe(nameless.number)
})

it('a paper that dozens attach makes nobody a relative of anybody', async () => {
  await using service = await aService()
  const call = new TextEncoder().encode('Règlement de l’appel, tel que tous le joignent.')
  const mails = []
  for (const [index, name] of names.entries())
    mails.push(await service.take(applicationWith(name, 'reglement.txt', 'text/plain', call), minute(index)))
  expect(new Set(mails.map((mail) => mail.number)).size).toBe(MANY)
  const [first] = mails
  const last = mails.at(-1)
  expect(await lookedAt(service, last?.fingerprint ?? ('' as Fingerprint))).toBe(1)
  expect(first?.number).not.toBe(last?.number)
})

it('a paper that a few attach still makes them worth comparing', async () => {
  await using service = await aService()
  const paper = new TextEncoder().encode('Étude de marché commune à deux structures.')
  const one = await service.take(applicationWith('Alpha', 'etude.txt', 'text/plain', paper), minute(0))
  const other = await service.take(applicationWith('Omega', 'etude.txt', 'text/plain', paper), minute(1))
  expect(other.number).not.toBe(one.number)
  expect(await lookedAt(service, other.fingerprint)).toBe(2)
})
