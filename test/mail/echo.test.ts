import { expect, test } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { documentsOf } from '../../src/documents/documents-of.ts'
import { triage } from '../../src/mail/triaging.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'
import { sampleCall } from './sample-call.ts'

/** A robot that strips every header and sends back what it gets, with a word of its own or none. */
async function natureOfEcho(kind: 'text' | 'html', subject: string, word: string): Promise<string> {
  const letter = composeAcknowledgement(sampleInput())
  const body = kind === 'text' ? `${word}\n${letter.text}` : letter.html.replace('<h1>', `<p>${word}</p><h1>`)
  const type = kind === 'text' ? 'text/plain' : 'text/html'
  const head = [
    'Return-Path: <robot@usine-verte.example>',
    'From: robot@usine-verte.example',
    `Subject: =?utf-8?B?${Buffer.from(`${subject}${letter.subject}`).toString('base64')}?=`,
    `Content-Type: ${type}; charset=utf-8`,
  ]
  const { mail } = await createMailParser().parse(Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`))
  return triage(mail, documentsOf(mail, sampleCall, []), sampleCall).nature
}

test.each(['text', 'html'] as const)('our own letter sent back as %s is no application', async (kind) => {
  for (const subject of ['Re: ', 'TR: ', 'Réponse automatique : ', '']) {
    expect(await natureOfEcho(kind, subject, '')).toBe('automatic')
  }
})

test('a person whose program does not mark quotations is heard', async () => {
  expect(await natureOfEcho('text', 'Re: ', 'Bonjour, pourriez-vous confirmer l’heure limite ?')).toBe(
    'inquiry',
  )
  expect(await natureOfEcho('text', 'Re: ', 'Merci beaucoup.')).toBe('inquiry')
})
