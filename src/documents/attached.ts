import { z } from 'zod'

/** What a file is at the coarsest: all that is remembered of the attachments of a mail that is not kept. */
export const AttachmentKind = z.enum([
  'pdf',
  'office',
  'picture',
  'archive',
  'enciphered',
  'mail',
  'calendar',
  'text',
  'other',
])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/** How many attachments of each kind. Never a name. */
export const Attached = z.partialRecord(AttachmentKind, z.int().positive())
export type Attached = z.infer<typeof Attached>

/** The first that fits decides: an office file is a ZIP too, and an enciphered one an office file. */
const TYPES: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['pdf', /^application\/(x-)?pdf$/],
  ['enciphered', /encrypted|^application\/(x-)?pkcs7-mime$/],
  ['office', /msword|ms-(word|excel|powerpoint)|officedocument|opendocument|^(application|text)\/rtf$/],
  ['picture', /^image\//],
  ['archive', /^application\/(x-)?(zip|zip-compressed|7z-compressed|rar|vnd\.rar|tar|gzip|bzip2)$/],
  ['mail', /^message\/|^application\/(vnd\.ms-outlook|ms-tnef)$/],
  ['calendar', /^text\/calendar$/],
  ['text', /^text\//],
]

/** What kind of file a media type is. */
export function kindOf(mediaType: string): AttachmentKind {
  return TYPES.find(([, types]) => types.test(mediaType.toLowerCase()))?.[0] ?? 'other'
}

/** How many files of all kinds there are. */
export function countOf(attached: Attached): number {
  return Object.values(attached).reduce((sum, count) => sum + count, 0)
}
