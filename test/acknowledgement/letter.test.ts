import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { forbiddenExpressions, missingMentions } from '../../src/acknowledgement/mentions.ts'
import { Letter } from '../../src/acknowledgement/outgoing.ts'
import { composeDigest } from '../../src/digest/compose.ts'
import type { DocumentProblem } from '../../src/documents/document.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { BUSY, QUIET } from '../digest/a-digest.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { requirement, sampleDocument, sampleInput } from './sample-input.ts'

const KINDS = ['application', 'supplement', 'duplicate'] as const

test('every letter has every mandatory mention and no forbidden word', () => {
  for (const kind of KINDS) {
    for (const beforeDeadline of [true, false]) {
      const input = sampleInput({ kind, beforeDeadline })
      const letter = composeAcknowledgement(input)
      expect(missingMentions(letter, input)).toEqual([])
      expect(forbiddenExpressions(`${letter.subject} ${letter.text} ${letter.html}`)).toEqual([])
      Letter.parse(letter)
    }
  }
})

test('the hour of receipt is told in words, in the zone of the call, and in UTC', () => {
  const { text } = composeAcknowledgement(sampleInput())
  expect(text.replace(/\s+/g, ' ')).toContain(
    'jeudi 19 mars 2026 à 15 h 42 min 10 s, heure de La Réunion (UTC+4)',
  )
  expect(text).toContain('2026-03-19T11:42:10Z')
})

test('what is missing is named only while it can be mended', () => {
  const before = composeAcknowledgement(sampleInput()).text.replace(/\s+/g, ' ')
  expect(before).toContain('Non détecté : le projet ou les actions.')
  expect(before).toContain('« présentation.pdf » est chiffré ou protégé par un mot de passe')
  expect(before).toContain('jusqu’au vendredi 20 mars 2026, avant 16 h 00, heure de La Réunion')
  const after = composeAcknowledgement(sampleInput({ beforeDeadline: false })).text
  expect(after).not.toMatch(/Non détecté|mot de passe|compléter/)
})

test('after the deadline nothing tells a complete dossier from another, nor a late one', () => {
  const complete = sampleInput({
    beforeDeadline: false,
    verdict: { findings: [requirement('form', 'met', 'found')] },
  })
  expect(composeAcknowledgement(complete)).toEqual(
    composeAcknowledgement(sampleInput({ beforeDeadline: false })),
  )
})

test('fields of a form that was not found are not listed', () => {
  const findings = [
    requirement('form', 'missing', 'not_detected'),
    requirement('representative', 'missing', 'not_detected'),
  ]
  const { text } = composeAcknowledgement(sampleInput({ verdict: { findings } }))
  expect(text).toContain('le formulaire de candidature')
  expect(text).not.toContain('représentant')
})

test('every file is listed with size and hash, what is of the layout apart; the body is not', () => {
  const { text } = composeAcknowledgement(sampleInput())
  expect(text).toContain('FICHIERS REÇUS\u00A0: 2')
  expect(text).toContain('formulaire.pdf – 312\u202F004\u00A0octets')
  expect(text).toContain('1\u202F204\u202F881\u00A0octets')
  expect(text).toContain('0123456789abcdef'.repeat(4))
  expect(text).toMatch(/S’y ajoute 1\u00A0élément de mise en page ou de signature\u00A0:\s+1\. logo\.png – /)
})

test('to whom nothing proves nothing that came is repeated, and nothing is told of a dossier', () => {
  const original = { ...sampleInput().original, subject: 'VOTRE COMPTE EST BLOQUÉ' }
  const told = composeAcknowledgement(sampleInput({ original }))
  const neutral = composeAcknowledgement(sampleInput({ original, neutral: true }))
  for (const words of ['BLOQUÉ', 'formulaire.pdf', 'NON DÉTECTÉ', 'formulaire de candidature'])
    expect([words, `${neutral.subject}${neutral.text}${neutral.html}`.includes(words)]).toEqual([
      words,
      false,
    ])
  expect(told.subject).toContain('BLOQUÉ')
  // What the law wants stays: when, what was received, by whom, and how to check it.
  expect(neutral.text).toContain('0123456789abcdef'.repeat(4))
  expect(neutral.text).toContain('FICHIERS REÇUS\u00A0: 2')
  expect(neutral.text).toContain('Reçu le')
  expect(neutral.text.replace(/\s+/g, ' ')).toContain('n’a pas pu être vérifiée')
})

test('that there was no file is said only when there was none', () => {
  const { submission } = sampleInput()
  const only = (documents: typeof submission.documents) =>
    composeAcknowledgement(sampleInput({ submission: { ...submission, documents } })).text
  const logo = sampleDocument('logo.png', { roles: [{ role: 'decor', score: 1, grounds: [] }] })
  expect(only([logo])).toMatch(/outre son texte,\s1\u00A0élément/)
  expect(only([])).toContain('ne comportait pas de fichier joint')
})

/** Lines over 72 columns that could have been broken: a link or a file's name without a space could not. */
function tooWide(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.length > 72 && line.replace(/^ *(?:- |\d+\. )?/, '').includes(' '))
}

test('plain text breaks at 72 columns, never inside a link or what an unbreakable space holds together', () => {
  const link = `https://collectivite.example/${'appel/'.repeat(15)}`
  const call = { ...sampleCall, title: `Appel « industrie » : ${link} (dossier à 12 h 00)` }
  const text = composeAcknowledgement(sampleInput({ call })).text
  expect(tooWide(text)).toEqual([])
  expect(text).toContain(link)
  expect(text).toContain('«\u00A0industrie\u00A0»\u00A0:')
})

test('the digest keeps to 72 columns too', () => {
  for (const input of [BUSY, QUIET]) expect(tooWide(composeDigest(input).text)).toEqual([])
})

test('plain text is at most 72 columns wide, whatever the names', () => {
  const names = fc.array(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), { maxLength: 5 })
  fc.assert(
    fc.property(names, (all) => {
      const base = sampleInput()
      const documents = all.map((name) => sampleDocument(name))
      const { text, html } = composeAcknowledgement({
        ...base,
        submission: { ...base.submission, documents },
      })
      expect(tooWide(text)).toEqual([])
      expect(html).not.toMatch(/<script|<img|javascript:/i)
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
    }),
    { numRuns: 100 },
  )
})

test('French typography: no plain space before : ; ! ? nor inside quotes, no straight apostrophe', () => {
  const { text } = composeAcknowledgement(sampleInput())
  const prose = text.replace(/\n {2}/g, '\n')
  expect(prose).not.toMatch(/ [:;!?»]|« |\p{L}'\p{L}/u)
  expect(prose).toContain('\u202F;')
  expect(prose).toContain('É')
})

const PAGE = 'https://www.interco.example/ami/verifier.html'
const BLOCK = '-----BEGIN RECEPISSE-----\nEXEMPLE+\n-----END RECEPISSE-----'
const withPage = {
  ...sampleCall,
  acknowledgement: { ...sampleCall.acknowledgement, checkingPage: PAGE },
}

test('where a receipt is checked is said in text and HTML, to whom nothing proves too', () => {
  for (const neutral of [false, true]) {
    const letter = composeAcknowledgement(sampleInput({ call: withPage, receipt: BLOCK, neutral }))
    expect(letter.text).toContain(
      `Pour vérifier ce reçu\u00A0: ${PAGE}\n  Page publiée par l’autorité\u00A0: copiez-y le texte de ce courriel.`,
    )
    expect(letter.html).toContain(`<dt>Pour vérifier ce reçu</dt>\n<dd><a href="${PAGE}">${PAGE}</a><br>`)
    expect(tooWide(letter.text)).toEqual([])
  }
})

test('where no page is published none is spoken of as published: the service is to be asked', () => {
  for (const neutral of [false, true]) {
    const { text, html } = composeAcknowledgement(sampleInput({ receipt: BLOCK, neutral }))
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Pour vérifier ce reçu, demandez au service chargé du dossier, indiqué ci-dessus, la clé publique',
    )
    expect(text.indexOf('SERVICE CHARGÉ DU DOSSIER')).toBeLessThan(text.indexOf('Pour vérifier ce reçu'))
    expect(`${text}${html}`).not.toMatch(/publiée? par|https:/)
  }
})

test('a letter without a receipt says nothing of checking one', () => {
  expect(composeAcknowledgement(sampleInput({ call: withPage })).text).not.toContain('vérifier ce reçu')
})

test('headers keep robots quiet and tell our own letters', () => {
  const letter = composeAcknowledgement(sampleInput())
  expect(letter.headers).toEqual({
    'Auto-Submitted': 'auto-replied',
    'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
    'X-Recepisse': 'v1; ref=TD26-7K4QX',
    'Content-Language': 'fr',
  })
  expect(letter.to).toEqual(['contact@usine-verte.example'])
  expect(letter.envelopeFrom).toBe('retours@interco.example')
  expect(letter.messageId).toBe('<TD26-7K4QX.ack-1.0123456789ab@interco.example>')
  expect(letter.references).toEqual(['<m0@usine-verte.example>', '<m1@usine-verte.example>'])
  expect(composeAcknowledgement(sampleInput({ byPerson: true })).headers['Auto-Submitted']).toBeUndefined()
})

test('a mail without Message-ID is answered without references', () => {
  const letter = composeAcknowledgement(
    sampleInput({ original: { subject: '', messageId: null, references: ['<x@y.example>'] } }),
  )
  expect([letter.inReplyTo, letter.references]).toEqual([null, []])
  expect(letter.subject).toBe(
    'Auto: Accusé de réception – AMI Territoires d’industrie – réf.\u00A0TD26-7K4QX',
  )
})

test('the original subject cannot break the header, hide itself or grow', () => {
  const subject = `Candidature\r\nBcc: x@y.example\u202Egnp.exe ${'a'.repeat(500)}`
  const letter = composeAcknowledgement(
    sampleInput({ original: { subject, messageId: null, references: [] } }),
  )
  expect(letter.subject).not.toMatch(/[\r\n\u202E]/)
  expect(letter.subject.length).toBeLessThan(180)
})

test('every finding has its sentence or its silence, and no sentence is forbidden', () => {
  const problems: readonly DocumentProblem[] = [
    'encrypted',
    'unreadable',
    'infected',
    'too_large',
    'unsupported',
    'external_link',
    'empty',
  ]
  const findings: Finding[] = problems.map((problem) => ({
    code: 'document-problem',
    document: 'https://we.tl/secret-key',
    problem,
  }))
  const reasons = [
    'unreadable_document',
    'empty_template',
    'external_link',
    'invalid_identifier',
    'being_registered',
    'registered_elsewhere',
    'not_detected',
  ] as const
  findings.push(
    requirement('form', 'met', 'found'),
    ...reasons.map((reason) => requirement('project', 'unclear', reason)),
  )
  const { text } = composeAcknowledgement(sampleInput({ verdict: { findings } }))
  expect(forbiddenExpressions(text)).toEqual([])
  expect(text.match(/^- /gm)).toHaveLength(problems.length + reasons.length)
  expect(text).toContain('we.tl')
  expect(text).not.toContain('secret-key')
})

test('HTML is a page in French with headings in order, a language and no picture', () => {
  const { html } = composeAcknowledgement(sampleInput())
  expect(html).toContain('<html lang="fr">')
  expect(html.match(/<h1>/g)).toHaveLength(1)
  expect(html.indexOf('<h1>')).toBeLessThan(html.indexOf('<h2>'))
  expect(html).toContain('color-scheme')
  expect(html).toContain('href="mailto:eco@interco.example"')
  expect(html).not.toMatch(/<img|https?:\/\//)
})

test('the same input gives the same letter', () => {
  expect(composeAcknowledgement(sampleInput())).toEqual(composeAcknowledgement(sampleInput()))
})

test('what one link hides is told in one sentence', () => {
  const findings = ['form', 'presentation', 'project'].map((id) =>
    requirement(id, 'unclear', 'external_link'),
  )
  const { text } = composeAcknowledgement(sampleInput({ verdict: { findings } }))
  expect(text.match(/^- /gm)).toHaveLength(1)
  expect(text.replace(/\s+/g, ' ')).toContain(
    'le formulaire de candidature ; une présentation de la structure ; le projet ou les actions.',
  )
})
