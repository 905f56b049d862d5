import type { AcknowledgementInput, Words } from './acknowledgement.ts'
import { automaticCheck } from './automatic-check.ts'
import { dataNotice } from './data-notice.ts'
import { appliedIn, deadlineFacts } from './deadline-in-words.ts'
import { filesSection } from './files-section.ts'
import { dayInWords, hourInWords, momentInWords, typographic, universalTime } from './french.ts'
import { type Block, paragraph, type Section } from './layout.ts'
import { receiptSection } from './receipt-section.ts'
import { silenceInWords } from './silence.ts'

/**
 * Everything an acknowledgement says, in order: the mentions of CRPA R112-11-1, L111-2 and of domain.md 1.3.
 */
export function contentsOf(input: AcknowledgementInput): readonly Section[] {
  return [
    opening(input),
    ...(input.words === undefined ? [] : [message(input.words)]),
    input.kind === 'unread'
      ? contentsUnread()
      : filesSection(input.submission.documents, input.neutral === true),
    // Nothing of a question is checked, and to whom nobody proves nothing is told.
    ...(input.kind === 'inquiry' || input.neutral === true ? [] : [automaticCheck(input)]),
    responsible(input),
    scope(input),
    { title: 'Protection des données', blocks: [paragraph(dataNotice(input.call))] },
    ...(input.receipt === undefined ? [] : [receiptSection(input.receipt, input.call)]),
  ]
}

function opening(input: AcknowledgementInput): Section {
  const { call, submission } = input
  return {
    title: null,
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        `${call.authority.article} accuse réception de votre envoi électronique.${kindSentence(input)}`,
      ),
      ...correction(input),
      {
        kind: 'facts',
        facts: [
          {
            label: 'Reçu le',
            value: momentInWords(submission.receipt.receivedAt, call.deadline),
            note: `En temps universel : ${universalTime(submission.receipt.receivedAt)}`.replace(
              ' :',
              '\u00A0:',
            ),
          },
          { label: 'Référence', value: input.number, note: 'À rappeler dans toute correspondance.' },
          { label: 'Objet de l’appel', value: typographic(call.title) },
          ...deadlineFacts(appliedIn(input)),
        ],
      },
    ],
  }
}

function kindSentence({ kind, number }: AcknowledgementInput): string {
  switch (kind) {
    case 'application':
    case 'unread':
      return ''
    case 'inquiry':
      return ' Un agent en prend connaissance.'
    case 'supplement':
      return ` Il complète votre candidature enregistrée sous la référence ${number}.`
    case 'duplicate':
      return ` Il reprend des fichiers déjà reçus et est conservé avec votre candidature enregistrée sous la référence ${number}.`
  }
}

function message({ text }: Words): Section {
  return { title: 'Message du service', blocks: messageBlocks(text) }
}

/** Lines stay lines, and those that begin with a dash are a list. */
export function messageBlocks(text: string): readonly Block[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const blocks: Block[] = []
  let items: string[] = []
  for (const line of [...lines, '']) {
    const item = /^[-–—•]\s+(.+)$/.exec(line)?.[1]
    if (item !== undefined) items = [...items, typographic(item)]
    else {
      if (items.length > 0) blocks.push({ kind: 'list', items })
      items = []
      if (line !== '') blocks.push(paragraph(line))
    }
  }
  return blocks
}

/** The rectifying letter names the one it corrects, what that one said, and replaces it. */
function correction({ call, corrects }: AcknowledgementInput): readonly Block[] {
  if (corrects === undefined) return []
  const written = `${dayInWords(corrects.writtenAt, call.deadline.zone)} à ${hourInWords(corrects.writtenAt, call.deadline.zone)}`
  return [
    paragraph(
      `Le présent accusé de réception rectifie et remplace celui du ${written}, qui indiquait une réception le ${momentInWords(corrects.receivedAt, call.deadline)}. Cette indication est corrigée comme suit.`,
    ),
    { kind: 'facts', facts: [{ label: 'Message rectifié', value: corrects.messageId.replace(/[<>]/g, '') }] },
  ]
}

function contentsUnread(): Section {
  return {
    title: 'Fichiers reçus',
    blocks: [
      paragraph(
        'Votre envoi est conservé tel qu’il a été reçu. Il n’a pas pu être lu automatiquement ; un agent l’ouvrira.',
      ),
    ],
  }
}

/** Who is in charge and how they are reached (CRPA L111-2, R112-11-1, 2°). */
export function responsible({ call }: Pick<AcknowledgementInput, 'call'>): Section {
  const { service, agent } = call
  return {
    title: 'Service chargé du dossier',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'Service', value: typographic(service.name) },
          { label: 'Adresse', value: typographic(service.postalAddress) },
          { label: 'Courriel', value: service.email, link: 'mail' },
          { label: 'Téléphone', value: service.phone.replace(/ /g, '\u00A0'), link: 'telephone' },
          {
            label: 'Agent',
            value: typographic(`${agent.name}, ${agent.role}`),
            note: typographic(agent.postalAddress),
          },
        ],
      },
    ],
  }
}

function scope(input: AcknowledgementInput): Section {
  const blocks = [input.call.acknowledgement.attests, ...silenceInWords(input)].map(paragraph)
  return { title: 'Portée de cet accusé de réception', blocks }
}
