import { expect, test } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { triage } from '../../src/mail/triage.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'
import { documents, readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

test('our own letter, sent back without a header by any robot, is no application', async () => {
  const { mail } = await readFixture('application-plain')
  for (const kind of ['application', 'supplement', 'duplicate'] as const) {
    const letter = composeAcknowledgement(sampleInput({ kind }))
    for (const prefix of ['', 'Re: ', 'TR: ', 'Réponse automatique : ']) {
      const echo = {
        ...mail,
        subject: `${prefix}${letter.subject}`,
        text: letter.text,
        ownText: letter.text,
        attachments: [],
        links: [],
      }
      expect(triage(echo, documents([]), sampleCall).nature).not.toBe('submission')
    }
  }
})
