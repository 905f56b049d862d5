import type { AcknowledgementInput } from './acknowledgement.ts'
import { responsible } from './contents.ts'
import { momentInWords } from './french.ts'
import { paragraph, type Section } from './layout.ts'
import { composeNote } from './note.ts'
import type { Letter } from './outgoing.ts'

/**
 * What it is made from; `submission` is the mail that joined, `original` our letter to the address first
 * acknowledged.
 */
export type JoiningInput = Pick<AcknowledgementInput, 'call' | 'number' | 'submission' | 'to' | 'original'>

/**
 * Tells the address first acknowledged that a mail from another one was added to its application, so that who
 * did not know of it can say so. Neither that address nor a word of the mail is in it. Pure.
 */
export function composeJoining(given: JoiningInput): Letter {
  const verdict = { findings: [] }
  const input: AcknowledgementInput = {
    ...given,
    kind: 'supplement',
    verdict,
    beforeDeadline: false,
    version: 1,
  }
  return composeNote(input, {
    kind: 'joined',
    title: 'Envoi rattaché',
    subject: 'Envoi rattaché à votre candidature',
    sections: [opening(input), responsible(input)],
  })
}

function opening({ call, number, submission }: JoiningInput): Section {
  return {
    title: null,
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        'Un envoi d’une autre adresse a été rattaché à votre candidature. Il est conservé avec elle. Les informations que vous aviez données ne sont pas modifiées par cet envoi ; s’il en indique d’autres, un agent en décide.',
      ),
      {
        kind: 'facts',
        facts: [
          { label: 'Référence', value: number },
          { label: 'Envoi reçu le', value: momentInWords(submission.receipt.receivedAt, call.deadline) },
        ],
      },
      paragraph(
        'Si cet envoi vient de vous ou d’une personne qui agit pour vous, vous n’avez rien à faire. Sinon, répondez à ce message ou appelez le service indiqué ci-dessous.',
      ),
    ],
  }
}
