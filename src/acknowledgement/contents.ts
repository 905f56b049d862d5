import type { Call } from '../call/call.ts'
import { originalIn } from '../call/translated.ts'
import { type PaperWay, paperOf } from '../dossier/paper.ts'
import type { Letters } from '../language/letters.ts'
import { fill } from '../language/message.ts'
import { dateIn, dayIn, hourIn, momentIn } from '../language/moments.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { automaticCheck } from './automatic-check.ts'
import { dataNotice } from './data-notice.ts'
import { appliedIn, deadlineFacts } from './deadline-in-words.ts'
import { filesReceived, filesSection, isChecked } from './files-section.ts'
import { universalTime } from './french.ts'
import { languageOf, paragraphIn, say, set, wordsOf } from './in-words.ts'
import type { Block, Section } from './layout.ts'
import { receiptSection } from './receipt-section.ts'
import { silenceInWords } from './silence.ts'

/**
 * Everything an acknowledgement says, in order: the mentions of CRPA R112-11-1, L111-2 and of domain.md 1.3.
 */
export function contentsOf(input: AcknowledgementInput): readonly Section[] {
  return [
    opening(input),
    ...(input.words === undefined ? [] : [messageOf(input.call, input.words.text)]),
    ...(input.kind === 'inquiry' ? ofInquiry(input) : ofDossier(input)),
    dataSection(input.call),
    ...(input.receipt === undefined ? [] : [receiptSection(input.receipt, input)]),
  ]
}

function ofDossier(input: AcknowledgementInput): readonly Section[] {
  return [
    input.kind === 'unread' ? contentsUnread(input.call) : filesSection(input),
    // To whom nobody proves nothing is told.
    ...(input.neutral === true || !isChecked(input) ? [] : [automaticCheck(input)]),
    responsible(input),
    scope(input),
  ]
}

/**
 * A question hands nothing in: nothing is checked, silence means nothing, and files are told where some came.
 */
function ofInquiry(input: AcknowledgementInput): readonly Section[] {
  const files = filesReceived(input.submission.documents).length === 0 ? [] : [filesSection(input)]
  return [...files, responsible(input)]
}

function opening(input: AcknowledgementInput): Section {
  const { call, submission } = input
  const { acknowledgement, facts, paper: words } = wordsOf(call)
  const paper = paperOf(submission.receipt, call.deadline.zone)
  const received = say(call, receivedAs(input, paper), call.authority)
  return {
    title: null,
    blocks: [
      paragraphIn(call, acknowledgement.salutation),
      paragraphIn(call, [received, ...kindSentence(input)].join(' ')),
      ...correction(input),
      {
        kind: 'facts',
        facts: [
          {
            label: paper === null ? facts.received : words.arrived,
            value: momentIn(languageOf(call), submission.receipt.receivedAt, call.deadline),
            note: fill(facts.universal, { time: universalTime(submission.receipt.receivedAt) }),
          },
          ...(paper?.way === 'post'
            ? [{ label: words.postmark, value: dateIn(languageOf(call), paper.postmark) }]
            : []),
          { label: facts.reference, value: input.number, note: facts.quote },
          { label: facts.object, value: set(call, call.title) },
          ...deadlineFacts(appliedIn(input)),
        ],
      },
    ],
  }
}

function receivedAs(
  { kind, call }: AcknowledgementInput,
  paper: PaperWay | null,
): Letters['paper']['posted'] {
  const { acknowledgement, answer, paper: words } = wordsOf(call)
  if (kind === 'inquiry') return answer.received
  if (paper === null) return acknowledgement.received
  return paper.way === 'post' ? words.posted : words.handedOver
}

function kindSentence({ kind, number, call, words }: AcknowledgementInput): readonly string[] {
  const { acknowledgement, answer } = wordsOf(call)
  switch (kind) {
    case 'application':
    case 'unread':
      return []
    case 'inquiry':
      return [words === undefined ? acknowledgement.inquiry : answer.follows]
    case 'supplement':
      return [fill(acknowledgement.supplement, { number })]
    case 'duplicate':
      return [fill(acknowledgement.duplicate, { number })]
  }
}

/** What a person wrote, in their language: a translation says only that it stands above. */
export function messageOf(call: Call, text: string): Section {
  const { acknowledgement, beside } = wordsOf(call)
  const isAbove = call.speech.translates !== null
  const above = fill(beside.words, { original: originalIn(call, languageOf(call)) })
  const blocks = isAbove ? [paragraphIn(call, above)] : messageBlocks(call, text)
  return { title: acknowledgement.fromStaff, blocks }
}

/** Lines stay lines, and those that begin with a dash are a list. */
export function messageBlocks(call: Call, text: string): readonly Block[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const blocks: Block[] = []
  let items: string[] = []
  for (const line of [...lines, '']) {
    const item = /^[-–—•]\s+(.+)$/.exec(line)?.[1]
    if (item !== undefined) items = [...items, set(call, item)]
    else {
      if (items.length > 0) blocks.push({ kind: 'list', items })
      items = []
      if (line !== '') blocks.push(paragraphIn(call, line))
    }
  }
  return blocks
}

/** The rectifying letter names the one it corrects, what that one said, and replaces it. */
function correction({ call, corrects }: AcknowledgementInput): readonly Block[] {
  if (corrects === undefined) return []
  const language = languageOf(call)
  const { acknowledgement } = language.letters
  const said = fill(acknowledgement.corrects, {
    day: dayIn(language, corrects.writtenAt, call.deadline.zone),
    hour: hourIn(language, corrects.writtenAt, call.deadline.zone),
    moment: momentIn(language, corrects.receivedAt, call.deadline),
  })
  const value = corrects.messageId.replace(/[<>]/g, '')
  return [paragraphIn(call, said), { kind: 'facts', facts: [{ label: acknowledgement.corrected, value }] }]
}

function contentsUnread(call: Call): Section {
  const { files } = wordsOf(call)
  return { title: files.title, blocks: [paragraphIn(call, files.unread)] }
}

/** What the RGPD wants said (articles 13 and 14). */
export function dataSection(call: Call): Section {
  return { title: wordsOf(call).law.data.title, blocks: [paragraphIn(call, dataNotice(call))] }
}

/** Who is in charge and how they are reached (CRPA L111-2, R112-11-1, 2°). */
export function responsible({ call }: Pick<AcknowledgementInput, 'call'>): Section {
  const { service, agent } = call
  const words = wordsOf(call).service
  return {
    title: words.title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.name, value: set(call, service.name) },
          { label: words.address, value: set(call, service.postalAddress) },
          { label: words.mail, value: service.email, link: 'mail' },
          { label: words.telephone, value: service.phone.replace(/ /g, '\u00A0'), link: 'telephone' },
          {
            label: words.agent,
            value: set(call, `${agent.name}, ${agent.role}`),
            note: set(call, agent.postalAddress),
          },
        ],
      },
    ],
  }
}

function scope(input: AcknowledgementInput): Section {
  const { call } = input
  const blocks = [call.acknowledgement.attests, ...silenceInWords(input)].map((text) =>
    paragraphIn(call, text),
  )
  return { title: wordsOf(call).acknowledgement.scope, blocks }
}
