import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { languageOfMail } from '../../src/documents/text/language.ts'
import { receiptIn } from '../../src/proof/receipt.ts'
import { callOf, sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

const TRIAL = 'ami+essai@interco.example'
const call = callOf({
  ...sampleCall,
  mailbox: { ...sampleCall.mailbox, trial: TRIAL },
  languages: { beside: ['en', 'de'] },
})
const AT = '2026-03-10T06:00:00.000Z' as Instant
const ENGLISH = 'Dear Sir or Madam,\n\nPlease find attached our application.\n\nKind regards,\nAna Petit'
const FRENCH = 'Madame, Monsieur,\n\nVeuillez trouver ci-joint notre dossier.\n\nCordialement,\nAna Petit'
const plain = (text: string): string => text.replace(/\s+/g, ' ')

let service: SmallService
beforeEach(async () => {
  service = await aService(call)
}, 120_000)
afterEach(() => service[Symbol.asyncDispose]())

/** The letters that left, once all that is due was handed over. */
async function sent(): Promise<SmallService['caught'][number]['letter'][]> {
  await service.send()
  return service.caught.map(({ letter }) => letter)
}

it('who writes in a language of the call is answered in French, and below in theirs', async () => {
  await service.take(application('Usine Verte', { body: ENGLISH }), AT)
  const [letter] = await sent()
  const text = plain(letter?.text ?? '')
  expect(text).toMatch(
    /^An English translation stands at the end of this message\. Madame, Monsieur, .* ENGLISH TRANSLATION .* Dear Sir or Madam, /,
  )
  expect(text).toContain('Only the text above, in French, is authentic.')
  expect(letter?.subject).toMatch(/^Auto: Accusé de réception \/ Acknowledgement of receipt – /)
  expect(letter?.headers['Content-Language']).toBe('fr, en')
  expect(letter?.html).toContain('<div lang="en">')
  // One receipt, of one letter, whatever it is translated into.
  expect(text.match(/BEGIN RECEPISSE/g)).toHaveLength(1)
  expect(text.indexOf('END RECEPISSE')).toBeLessThan(text.indexOf('ENGLISH TRANSLATION'))
  const signed = receiptIn(letter?.text ?? '')
  expect(signed).not.toBeNull()
  expect(receiptIn(letter?.html ?? '')).toEqual(signed)
  expect(receiptIn(`> ${letter?.text.replaceAll('\n', '\n> ')}`)).toEqual(signed)
})

it('who writes French, or in a language that the call does not name, is answered in French alone', async () => {
  await service.take(application('Usine Verte', { body: FRENCH }), AT)
  await service.take(
    application('Usine Bleue', { body: 'Gentili signori,\nin allegato la nostra domanda.\nCordiali saluti' }),
    AT,
  )
  const letters = await sent()
  expect(letters).toHaveLength(2)
  for (const letter of letters) {
    expect(letter.headers['Content-Language']).toBe('fr')
    expect(letter.text).not.toMatch(/TRANSLATION|ÜBERSETZUNG/)
  }
})

it('a trial is answered in both as well', async () => {
  const body =
    'Sehr geehrte Damen und Herren,\nanbei unsere Bewerbung zur Probe.\nMit freundlichen Grüßen\nAna Petit'
  const tried = application('Usine Verte', { body }).replace(/^To: .*$/m, `To: ${TRIAL}`)
  await service.take(tried, AT)
  const [letter] = await sent()
  expect(plain(letter?.text ?? '')).toMatch(
    /^Eine deutsche .*Ceci répond à un essai .* DEUTSCHE ÜBERSETZUNG /,
  )
})

describe('the language of a mail', () => {
  it.each([
    [ENGLISH, 'en'],
    [FRENCH, 'fr'],
    ['Geachte mevrouw,\nhierbij onze aanvraag.\nMet vriendelijke groeten', 'nl'],
    ['Estimados señores:\nadjunto nuestra candidatura.\nSaludos cordiales', 'es'],
    ['Ana Petit\n0692 12 34 56', null],
    ['', null],
    ['Bonjour,\nour form.', null],
  ])('%j is told by few words, and not where none or two say it', (text, language) => {
    expect(languageOfMail(text)).toBe(language)
  })
})
