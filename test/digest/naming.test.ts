import { expect, it } from 'vitest'
import { composeDigest } from '../../src/digest/compose.ts'
import { digestInput } from '../../src/steps/summarise.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from '../steps/a-service.ts'

const QUESTION = `Return-Path: <guichet@atelier.example>
From: guichet@atelier.example
To: ami@interco.example
Subject: Question sur votre appel
Message-ID: <question@atelier.example>

Bonjour, une association peut-elle répondre à l’appel Territoires d’industrie ?
`

/** A whole application whose every name was left out. */
const NAMELESS = application('Vide')
  .replace('From: Vide <', 'From: <')
  .replace('Candidature Vide', 'AMI Territoires d’industrie')
  .replace('candidature de Vide', 'candidature')
  .replace(
    "représentante de Vide, manifeste l'intérêt de la structure",
    'représentante, manifeste notre intérêt',
  )
  .replace('Structure : Vide\n', '')

async function digestWith(consoleUrl?: string): Promise<string> {
  await using service = await aService()
  await service.take(NAMELESS, '2026-03-17T07:00:00.000Z')
  await service.take(QUESTION, '2026-03-17T08:00:00.000Z')
  const ports = {
    register: service.register,
    account: 'a',
    ...(consoleUrl === undefined ? {} : { consoleUrl }),
  }
  const { text, html } = composeDigest(await digestInput(ports, sampleCall, service.clock.at))
  return `${text}\n${html}`.replace(/[\s\u00A0\u202F]+/g, ' ')
}

it('who asks and about what is told, with where to answer', async () => {
  const withPages = await digestWith('https://ami.interco.example')
  expect(withPages).toContain(
    'Question ou désistement – guichet@atelier.example, « Question sur votre appel » : y répondre dans « À faire »',
  )
  expect(withPages).toContain('<a href="https://ami.interco.example/">« À faire »</a>')
  const without = await digestWith()
  expect(without).toMatch(
    /y répondre dans la boîte aux lettres, ou en faire accuser réception par l’exploitant \(repère [0-9a-f]{12}\)/,
  )
})

it('an applicant without a name is told by sender and subject, and nobody is sent to a command line', async () => {
  const digest = await digestWith('https://ami.interco.example')
  expect(digest).toMatch(
    /Candidat non identifié – contact@vide\.example, « AMI Territoires d[’']industrie » \(/,
  )
  expect(digest).not.toContain('recepisse ')
})
