import { z } from 'zod'

/** What can speak for a mail being handed in to the call; each has its weight in the table of knowledge. */
export const FOR = [
  'form',
  'letter',
  'typed-application',
  'asked-piece',
  'further-piece',
  'perhaps-asked-piece',
  'empty-template',
  'opaque-piece',
  'picture',
  'transfer-link',
  'other-file',
  'answers-ours',
  'from-applicant',
  'names-number',
  'strong-phrase',
  'about-call',
  'weak-phrase',
  'strong-phrase-in-papers',
  'about-call-in-papers',
  'hands-in',
  'applies',
  'continues',
  'says-nothing',
  'withdraws',
  'asks-about-applying',
  'reads-like-a-question',
] as const

/** What can speak against. */
export const AGAINST = [
  'only-asks',
  'other-call',
  'seeks-a-job',
  'trade',
  'relays-a-call',
  'bulk-mail',
  'several-candidates',
] as const

export const Sign = z.enum([...FOR, ...AGAINST])
export type Sign = z.infer<typeof Sign>

/** Where a sign was seen. */
export const Place = z.enum(['subject', 'text', 'headers', 'attachments', 'papers', 'register'])
export type Place = z.infer<typeof Place>

/**
 * One ground of a triage: a sign that was seen, its weight (below 0: it speaks against) and where. No words
 * of the mail.
 */
export const Ground = z.object({ sign: Sign, weight: z.number(), place: Place })
export type Ground = z.infer<typeof Ground>
