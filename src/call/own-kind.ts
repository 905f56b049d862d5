import { z } from 'zod'
import { patternFault } from './safe-pattern.ts'

const line = z.string().trim().min(1)

/** Keys that numbers of registers prove themselves with. */
export const NumberCheck = z.enum(['luhn', 'mod97', 'iban', 'mod11'])
export type NumberCheck = z.infer<typeof NumberCheck>

/**
 * A fact that only this call asks for, and how it is found: behind its labels, or by a number that proves
 * itself.
 */
export const OwnKind = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .describe('Its name, for requiredFields'),
  label: line.describe('How staff read it: « N° d’entreprise (BCE) »'),
  labels: z.array(line).min(1).describe('How forms ask for it; the answer stands behind, beside or below'),
  type: z
    .enum(['text', 'money', 'date', 'number', 'age'])
    .default('text')
    .describe('What the answer is; an age may be answered with a date of birth'),
  pattern: z
    .string()
    .min(1)
    .max(120)
    .superRefine((pattern, context) => {
      const fault = patternFault(pattern)
      if (fault !== null) context.addIssue({ code: 'custom', message: fault })
    })
    .optional()
    .describe('How it is written, for type text: a regular expression that cannot be read in two ways'),
  check: NumberCheck.optional().describe(
    'The key that proves it: luhn, mod97 (BCE in Belgium), iban, mod11 (IDE in Switzerland)',
  ),
  least: z.number().optional().describe('For money, number and age: less is told to staff'),
  most: z.number().optional().describe('For money, number and age: more is told to staff'),
})
export type OwnKind = z.infer<typeof OwnKind>
