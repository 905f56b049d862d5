import { dataNotice } from '../acknowledgement/data-notice.ts'
import { deadlinesInWords } from '../acknowledgement/deadline-in-words.ts'
import { escapeHtml, page, renderSections } from '../acknowledgement/html.ts'
import { languageOf, paragraphIn, say, set } from '../acknowledgement/in-words.ts'
import type { Block, Fact, Section } from '../acknowledgement/layout.ts'
import { renderText, sectionsAsText } from '../acknowledgement/plain-text.ts'
import { translationOf } from '../acknowledgement/translation.ts'
import type { Call } from '../call/call.ts'
import { fill } from '../language/message.ts'
import { keyInFours, type PublishedKey } from './publication.ts'

/**
 * What the call’s publication says of applying by mail: where and until when, what the acknowledgement is,
 * from which address it comes (CRPA R112-11-3, second paragraph, wants that one published), and how it is
 * checked; then the same in each language that its letters are translated into. Pure.
 */
export function callParagraph(
  call: Call,
  key: PublishedKey,
): { readonly text: string; readonly html: string } {
  const language = languageOf(call)
  const { title } = language.paragraph
  const blocks = blocksOf(call, key)
  const closing = set(call, `${call.authority.name}, ${call.service.name}`)
  const others = call.speech.beside.flatMap(
    ({ id }) => translationOf(call, id, (one) => [translatedSection(one, key)]) ?? [],
  )
  const below = others.map((one) => {
    const { id } = languageOf(one.call)
    return `<div lang="${escapeHtml(id)}">\n${renderSections(one.sections, languageOf(one.call))}\n</div>`
  })
  const own = renderSections([{ title: null, blocks }], language)
  const end = renderSections([{ title: null, blocks: [paragraphIn(call, closing)] }], language)
  return {
    text: [
      renderText([{ title, blocks }], closing, language),
      ...others.map((one) => `${sectionsAsText(one.sections, languageOf(one.call))}\n`),
    ].join('\n'),
    html: page(title, [own, end, ...below].join('\n'), language.id),
  }
}

function translatedSection(call: Call, key: PublishedKey): Section {
  return { title: languageOf(call).paragraph.title, blocks: blocksOf(call, key) }
}

function blocksOf(call: Call, key: PublishedKey): readonly Block[] {
  const { paragraph } = languageOf(call)
  const { service } = call
  // The ten working days are the law’s (CRPA R112-11-2), not a promise of ours.
  const reached = {
    service: service.name,
    mail: service.email,
    phone: service.phone.replace(/ /g, '\u00A0'),
  }
  return [
    { kind: 'facts', facts: whereAndWhen(call) },
    paragraphIn(call, fill(paragraph.acknowledged, call.acknowledgement)),
    paragraphIn(call, fill(paragraph.ifNone, reached)),
    ...checked(call, key),
    paragraphIn(call, dataNotice(call)),
  ]
}

function whereAndWhen(call: Call): readonly Fact[] {
  const { paragraph } = languageOf(call)
  const { totalMegabytes, extensions } = call.limits
  const accepted = [
    ...(extensions === undefined ? [] : [{ label: paragraph.formats, value: extensions.join(', ') }]),
    ...(totalMegabytes === undefined
      ? []
      : [
          {
            label: paragraph.size,
            value: say(call, paragraph.atMost, { megabytes: String(totalMegabytes) }),
          },
        ]),
  ]
  return [
    { label: paragraph.call, value: set(call, call.title) },
    { label: paragraph.address, value: call.mailbox.address, link: 'mail' },
    ...deadlinesInWords(call),
    ...accepted,
    ...(call.post === undefined ? [] : [{ label: paragraph.post, value: set(call, call.post.address) }]),
  ]
}

function checked(call: Call, { id }: PublishedKey): readonly Block[] {
  const { paragraph } = languageOf(call)
  const { checkingPage } = call.acknowledgement
  const key: Fact = { label: paragraph.fingerprint, value: keyInFours(id) }
  if (checkingPage === undefined)
    return [paragraphIn(call, paragraph.askBoth), { kind: 'facts', facts: [key] }]
  const where: Fact = { label: paragraph.page, value: checkingPage, link: 'page' }
  return [paragraphIn(call, paragraph.onPage), { kind: 'facts', facts: [where, key] }]
}
