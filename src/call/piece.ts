import { z } from 'zod'

const line = z.string().trim().min(1)

/** A file's extension, without its dot. */
export const extension = z.string().regex(/^[a-z0-9]+$/, 'an extension in small letters, such as pdf')

/** What a piece looks like, where that helps to tell it. */
export const Likeness = z.enum(['form', 'letter', 'text', 'table', 'picture', 'any'])
export type Likeness = z.infer<typeof Likeness>

/** What a call says of the files of one piece: a fact for staff, never a reason to refuse. */
const PieceFiles = z.strictObject({
  most: z.int().min(1).optional().describe('Files of this piece, at most'),
  megabytes: z.number().positive().optional().describe('Size of each of them, at most'),
  extensions: z.array(extension).min(1).optional().describe('Formats that the call accepts for it'),
})

/**
 * A document that a call asks for beside those of the house: how it is told, and what the call says of it.
 */
export const Piece = z.strictObject({
  role: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .describe('Its role, for requiredDocuments'),
  label: line.optional().describe('How people name it, with its article: « l’extrait Kbis »'),
  like: Likeness.default('any').describe(
    'What it looks like; a picture asked for as such is never told to be unreadable',
  ),
  titles: z
    .array(line)
    .default([])
    .describe(
      'How such a document, or a part of a longer one, is headed: at the head of a page or a section',
    ),
  words: z
    .array(line)
    .default([])
    .describe('Words that tell it without a heading: four of them, or two under a name that hints at it'),
  names: z
    .array(line)
    .default([])
    .describe('What the names of its files hint at, for scans and pictures; never enough for a text'),
  notOlderThan: z
    .string()
    .regex(/^P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,4}D)?$/, 'a period such as P3M, P1Y or P90D')
    .optional()
    .describe('How old it may be when the application is received (ISO 8601: P3M); older is told to staff'),
  files: PieceFiles.optional().describe('Number, size and formats of its files; told to staff'),
})
export type Piece = z.infer<typeof Piece>
