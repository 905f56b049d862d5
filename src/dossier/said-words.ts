import { foundBy } from '../base/sought-words.ts'
import type { ReadAttachment } from '../documents/documents-of.ts'
import { writtenLines } from '../documents/text/page.ts'
import type { Mail } from '../mail/mail.ts'
import { WORDS_AT_MOST } from './understood.ts'

/** Of one text: a thousand full pages. */
const TEXT_AT_MOST = 3_000_000

/** What a mail and the files in it say, each word once and folded, as far as an index takes it. */
export function saidWords(mail: Mail, attachments: readonly ReadAttachment[]): string {
  const files = attachments.flatMap(({ files }) => files)
  const texts = [
    mail.text,
    ...files.flatMap(({ name, reading }) => [
      name,
      reading.pages.flatMap(writtenLines).join('\n'),
      reading.formValues.map(({ value }) => value).join('\n'),
    ]),
  ]
  const words = new Set(texts.flatMap((text) => foundBy(text.slice(0, TEXT_AT_MOST))))
  return withinBound([...words].join(' '))
}

/** Whole words alone. */
function withinBound(words: string): string {
  return words.length <= WORDS_AT_MOST ? words : words.slice(0, words.lastIndexOf(' ', WORDS_AT_MOST))
}
