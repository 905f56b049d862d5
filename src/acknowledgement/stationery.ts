import type { Call } from '../call/call.ts'
import type { Letters } from '../language/letters.ts'
import { escapeHtml, page, renderSections } from './html.ts'
import { languageOf, paragraphIn, set, wordsOf } from './in-words.ts'
import type { Section } from './layout.ts'
import type { Letter, LetterFile } from './outgoing.ts'
import { renderText, sectionsAsText } from './plain-text.ts'
import { type Translation, translationOf } from './translation.ts'

/** Of our loop header; raised when its meaning changes. */
const LOOP_VERSION = 'v1'
const REFERENCES_AT_MOST = 20

/** What is particular to a letter to an applicant. */
export interface Particular extends Pick<Letter, 'headers' | 'messageId'> {
  readonly to: string
  /** Where an answer goes; the call's mailbox where nothing is said. */
  readonly replyTo?: string
  /** Heads its page, before the name that the letters are sent under. */
  readonly title: (words: Letters) => string
  /** What its subject calls it, where that is not its title; of a translated letter both languages'. */
  readonly name?: (words: Letters) => string
  readonly subject: (name: string) => string
  /** What it says, of a call in a language: its own, or the one that the applicant wrote in. */
  readonly sections: (call: Call) => readonly Section[]
  /** The language that the applicant wrote in, where their mail tells. */
  readonly writtenIn: string | null
  /** The Message-IDs that it answers, the nearest last; and what the first of them answered. */
  readonly answers: readonly (string | null | undefined)[]
  readonly references: readonly string[]
  readonly files?: readonly LetterFile[]
}

/**
 * A letter to an applicant as this call sends them: from whom, in which thread, as text and as a page, closed
 * alike.
 */
export function onStationery(call: Call, particular: Particular): Letter {
  const { to, replyTo, title, answers, references, headers, messageId, files = [] } = particular
  const { senderName, from, bouncesTo } = call.acknowledgement
  const translation = translationOf(call, particular.writtenIn, particular.sections)
  const spoken = [call, ...(translation === null ? [] : [translation.call])]
  const name = particular.name ?? title
  const answered = answers.filter((id) => typeof id === 'string')
  const thread = answered.length === 0 ? [] : [...references, ...answered]
  return {
    from: { name: senderName, address: from },
    to: [to],
    replyTo: replyTo ?? call.mailbox.address,
    envelopeFrom: bouncesTo,
    subject: particular.subject(spoken.map((one) => name(wordsOf(one))).join(' / ')),
    ...written(call, particular, translation),
    headers: { ...headers, 'Content-Language': spoken.map((one) => languageOf(one).id).join(', ') },
    messageId,
    inReplyTo: answered.at(-1) ?? null,
    references: thread.slice(-REFERENCES_AT_MOST),
    ...(files.length === 0 ? {} : { attachments: [...files] }),
  }
}

/** As text and as a page; a translation stands under both, in its own language. */
function written(
  call: Call,
  { title, sections: sectionsIn }: Particular,
  translation: Translation | null,
): Pick<Letter, 'text' | 'html'> {
  const language = languageOf(call)
  const sections = sectionsIn(call)
  const closing = set(call, `${call.authority.name}, ${call.service.name}`)
  const text = renderText(sections, closing, language)
  const html = `${renderSections(sections, language)}\n<p>${escapeHtml(closing)}</p>`
  const heading = `${title(language.letters)} – ${set(call, call.acknowledgement.senderName)}`
  if (translation === null) return { text, html: page(heading, html, language.id) }
  const other = languageOf(translation.call)
  const pointer = { title: null, blocks: [paragraphIn(translation.call, other.letters.beside.below)] }
  const above = `<div lang="${other.id}">\n${renderSections([pointer], other)}\n</div>`
  const below = `<div lang="${other.id}">\n${renderSections(translation.sections, other)}\n</div>`
  return {
    text: `${sectionsAsText([pointer], other)}\n\n${text}\n${sectionsAsText(translation.sections, other)}\n`,
    html: page(heading, `${above}\n${html}\n${below}`, language.id),
  }
}

/**
 * By which no robot answers it (RFC 3834, 3.1.7; MS-OXCMAIL 2.1.3.2.20), and our loop header, with what the
 * letter is about. `automatic`: how a program wrote it (RFC 3834, 5); null where a person did.
 */
export function headersOf(
  about: string,
  automatic: 'auto-replied' | 'auto-generated' | null,
): Record<string, string> {
  return {
    ...(automatic === null ? {} : { 'Auto-Submitted': automatic }),
    'X-Recepisse': `${LOOP_VERSION}; ${about}`,
    'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
  }
}
