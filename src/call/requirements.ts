import { z } from 'zod'
import { LEGAL_CLASSES } from '../knowledge/legal-classes.ts'
import { FieldKind } from './field-kind.ts'
import { extension } from './piece.ts'
import { DocumentRole } from './roles.ts'

const line = z.string().trim().min(1)
const id = z.string().regex(/^[a-z][a-z0-9_]*$/)

/**
 * Of whom something is asked. What cannot be known of an applicant makes it « unclear », never « missing ».
 */
export const Condition = z
  .strictObject({
    legalForm: z
      .array(z.enum(LEGAL_CLASSES))
      .min(1)
      .optional()
      .describe('Only of applicants of one of these legal forms'),
    sector: z
      .array(line)
      .min(1)
      .optional()
      .describe('Only of who applies in one of these sectors, by their ids'),
  })
  .refine((when) => when.legalForm !== undefined || when.sector !== undefined, {
    error: 'say of whom it is asked: legalForm, sector or both',
  })
export type Condition = z.infer<typeof Condition>

const when = Condition.optional().describe('Of whom it is asked; absent: of everybody')
const optional = z
  .boolean()
  .default(false)
  .describe('True for what may be left out: it is never told as missing')
const assumed = z
  .boolean()
  .default(false)
  .describe(
    'True for what the call itself does not say (a form nobody has read): told to staff as « à ' +
      'vérifier », never to the applicant',
  )

export const RequiredDocument = z.strictObject({
  id: id.describe('Stable id, shown in exports and in replay'),
  anyOf: z
    .array(DocumentRole)
    .default([])
    .describe('The requirement is met by a document in any of these roles'),
  allOf: z
    .array(
      z.strictObject({
        role: DocumentRole.describe('A role'),
        extension: extension.optional().describe('The format in which it is asked for'),
      }),
    )
    .default([])
    .describe('In place of anyOf: met when each of these is there (the same text in PDF and in Word)'),
  least: z.int().min(1).default(1).describe('So many documents at least'),
  most: z.int().min(1).optional().describe('So many at most; more is told to staff'),
  when,
  optional,
  assumed,
  label: line.describe('How the acknowledgement names it, with its article: « le formulaire … »'),
  source: line.describe('Where the call asks for it'),
})
export type RequiredDocument = z.infer<typeof RequiredDocument>

export const RequiredField = z.strictObject({
  id: id.describe('Stable id, shown in exports and in replay'),
  anyOf: z
    .array(z.array(FieldKind).min(1))
    .min(1)
    .describe('Met when all the kinds of one of these groups are found'),
  in: z
    .array(DocumentRole)
    .min(1)
    .optional()
    .describe('The documents that are to say it; absent: the forms and letters that the call asks for'),
  where: line.optional().describe('How the acknowledgement says that: « dans le formulaire »'),
  when,
  optional,
  assumed,
  label: line.describe('How the acknowledgement names it, with its article'),
  source: line.describe('The rule that asks for it'),
  mayBeInvisible: z
    .boolean()
    .default(false)
    .describe(
      'True for what a machine may be unable to see (a signature): then « unclear », never « missing »',
    ),
})
export type RequiredField = z.infer<typeof RequiredField>

/** The roles of which a requirement wants one, or each. */
export function rolesOf({
  anyOf,
  allOf,
}: Pick<RequiredDocument, 'anyOf' | 'allOf'>): readonly DocumentRole[] {
  return [...anyOf, ...allOf.map(({ role }) => role)]
}
