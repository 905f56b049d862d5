import { z } from 'zod'
import { CheckingPage } from './checking-page.ts'
import { Letters } from './letters.ts'
import { message, plural } from './message.ts'
import { Paragraph } from './publication.ts'

/** A language by its ISO 639-1 code. */
export const LanguageId = z
  .string()
  .regex(/^[a-z]{2}$/, 'a language by its two letters, such as fr, en or de')
  .describe('ISO 639-1')

const sign = z.string().length(1)
const HOURS = '{hour} is 9, {hour2} 09, {hour12} 9 am'
const words = z.array(z.string().trim().min(2)).min(1)

/**
 * All that the program says to applicants in a language, and how that language is written: one file of
 * `config/languages`. Whoever adds a language translates one; this object is its schema, and names what
 * lacks.
 */
export const Language = z.strictObject({
  $schema: z.string().optional(),
  id: LanguageId,
  name: z.string().trim().min(1).describe('The language in its own words: « Deutsch »'),
  locale: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a locale such as en-GB')
    .describe('How the platform writes its days, months, lists and numbers'),
  recognition: z
    .string()
    .regex(/^[a-z_]{3,8}$/, 'three letters such as eng')
    .describe('What recognises its print on scans: the package @tesseract.js-data of that name'),

  typography: z
    .strictObject({
      spaces: z
        .record(sign, z.string().length(1))
        .describe('The space that stands before a sign, where a plain one was typed: French has them'),
      quotes: z.tuple([z.string().min(1), z.string().min(1)]).describe('Before and behind what is quoted'),
      colon: z.string().min(1).describe('Between a label and what it names, before its space'),
      between: z.string().min(1).describe('Between the parts of a list within a sentence'),
    })
    .describe('How it is typeset; « \\_ » in double quotes is a space that does not break'),

  articles: z
    .array(z.string().min(1))
    .describe(
      'Articles that begin the name of an authority, with what follows them; small within a sentence',
    ),

  time: z.strictObject({
    day: message('weekday', 'date'),
    date: message('day', 'month', 'year'),
    dayOfMonth: z
      .strictObject({
        one: message('day').optional(),
        two: message('day').optional(),
        few: message('day').optional(),
        other: message('day'),
      })
      .describe('By the ordinal plurals of the language: « 1er »'),
    hour: message('hour or hour2 or hour12', 'minute').describe(HOURS),
    moment: message('day', 'hour or hour2 or hour12', 'minute', 'second', 'zone'),
    zone: message('zone', 'offset'),
  }),
  numbers: z
    .array(z.string().min(1))
    .min(3)
    .describe('Counts in words from zero on; what comes after is written in figures'),
  bytes: plural().describe('The size of a file'),

  letters: Letters,
  paragraph: Paragraph,
  page: CheckingPage,

  mustSay: z
    .strictObject({ attests: words, automation: words, dataProtection: words })
    .describe(
      'Parts of words of which the call’s own text must have one, in small letters without accents: ' +
        'that the letter attests the sole receipt, that the check is automatic, what becomes of the data',
    ),
  neverSaid: words.describe(
    'What a program never says of an application, in small letters without accents (CRPA L112-8)',
  ),
})
export type Language = z.infer<typeof Language>
