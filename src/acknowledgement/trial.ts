import { domainOf } from '../mail/hosts.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { remarksOf } from './automatic-check.ts'
import { responsible } from './contents.ts'
import { appliedIn, deadlineFacts } from './deadline-in-words.ts'
import { capitalised, momentInWords, typographic } from './french.ts'
import { type Block, paragraph, type Section } from './layout.ts'
import type { Letter } from './outgoing.ts'
import { headersOf, onStationery } from './stationery.ts'

/** What an answer to a trial is made from; `verdict` is of that one mail, as if it were an application. */
export type TrialInput = Pick<
  AcknowledgementInput,
  'call' | 'submission' | 'verdict' | 'to' | 'original' | 'neutral'
>

const TITLE = 'Réponse à votre essai'

/**
 * What a program finds in a mail that was sent to the trial address, and what seems to be missing. Its first
 * sentence says what it is not. It has no number, no receipt and no file's name: nothing of the mail is
 * registered. Pure.
 */
export function composeTrial(given: TrialInput): Letter {
  const { call, to, original, submission } = given
  return onStationery(call, {
    to,
    replyTo: call.mailbox.trial ?? call.mailbox.address,
    title: TITLE,
    subject: `Auto: ${TITLE}, sans dépôt – ${call.shortTitle}`,
    sections: sectionsOf(given),
    headers: headersOf('trial', 'auto-replied'),
    messageId: `<trial-${submission.fingerprint.slice(0, 24)}@${domainOf(call.acknowledgement.from)}>`,
    answers: [original.messageId],
    references: original.references,
  })
}

function sectionsOf(given: TrialInput): readonly Section[] {
  return [
    opening(given),
    { title: 'Ce qui a été trouvé', blocks: foundBlocks(given) },
    { title: 'Ce qui semble manquer', blocks: missingBlocks(given) },
    responsible(given),
    { title: 'Protection des données', blocks: [paragraph(NOT_KEPT)] },
  ]
}

const NOT_KEPT =
  'Le registre des candidatures ne garde de votre essai que l’heure, la taille, le nombre et la nature des fichiers ; cette réponse et votre adresse en sont effacées après un jour. Votre courriel lui-même reste dans la boîte qui l’a reçu. Pour exercer vos droits, écrivez au service indiqué ci-dessus.'

function opening({ call, submission, verdict }: TrialInput): Section {
  return {
    title: null,
    blocks: [
      paragraph(
        'Ceci répond à un essai : votre envoi n’est pas enregistré comme candidature, et ce message n’est pas un accusé de réception.',
      ),
      paragraph('Pour candidater par courriel, adressez votre dossier à l’adresse de dépôt ci-dessous.'),
      {
        kind: 'facts',
        facts: [
          { label: 'Essai reçu le', value: momentInWords(submission.receipt.receivedAt, call.deadline) },
          { label: 'Adresse de dépôt', value: call.mailbox.address, link: 'mail' },
          { label: 'Objet de l’appel', value: typographic(call.title) },
          ...deadlineFacts(appliedIn({ call, submission, verdict })),
        ],
      },
    ],
  }
}

function foundBlocks({ call, verdict }: TrialInput): readonly Block[] {
  const met = new Set(
    verdict.findings.flatMap((finding) =>
      finding.code === 'requirement' && finding.status === 'met' ? [finding.id] : [],
    ),
  )
  const labels = [...call.requiredDocuments, ...call.requiredFields].flatMap(({ id, label }) =>
    met.has(id) ? [typographic(capitalised(label))] : [],
  )
  if (labels.length === 0) return [paragraph('Rien de ce que l’appel demande n’a été trouvé dans cet envoi.')]
  return [{ kind: 'list', items: labels }]
}

/** No agent looks at a trial, whatever the call’s own text says of its checks. */
const INDICATIVE =
  'Ce contrôle est automatique et indicatif : aucun agent ne l’a vérifié, et il ne préjuge pas de l’examen de votre candidature.'

/** The names of files are told to nobody of whom nothing is proven. */
function missingBlocks({ call, verdict, neutral }: TrialInput): readonly Block[] {
  const findings = verdict.findings.filter(({ code }) => neutral !== true || code !== 'document-problem')
  const remarks = remarksOf({ call, verdict: { findings } })
  return [
    ...(remarks.length === 0
      ? [paragraph('Ce contrôle n’a rien relevé.')]
      : [{ kind: 'list' as const, items: remarks }]),
    paragraph(INDICATIVE),
  ]
}
