import { z } from 'zod'

const line = z.string().trim().min(1)

/** What makes the processing lawful (RGPD 6, 1); which rights a person has follows from it. */
export const LAWFUL_BASES = ['consent', 'contract', 'legal_obligation', 'public_task'] as const

/**
 * What applicants are told of their data (RGPD 13 and 14), of which letters and the call’s publication make
 * their notice. How long it is kept stands under `retention`.
 */
export const DataProtection = z.strictObject({
  controller: line.describe('Who decides on the processing, with its article: « la commune »'),
  officer: line.describe(
    'How the data protection officer is reached: a mail or postal address (RGPD 13, 1, b)',
  ),
  purpose: line.describe('What the data are for, after « pour »: « instruire les candidatures »'),
  basis: z.enum(LAWFUL_BASES).describe('RGPD 6, 1: a, b, c or e'),
  recipients: z
    .array(line)
    .min(1)
    .describe('Who gets the data, each with « à »: « aux agents chargés de l’appel », « à la Région »'),
  source: line
    .optional()
    .describe(
      'Where data about a person come from whom they were not asked from: « du dossier de la structure »',
    ),
  automated: z
    .boolean()
    .default(true)
    .describe('True says that a program reads the papers and decides nothing (CRPA L311-3-1)'),
})
export type DataProtection = z.infer<typeof DataProtection>
