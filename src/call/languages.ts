import { z } from 'zod'
import { Language, LanguageId } from '../language/language.ts'

const line = z.string().trim().min(1)

/** The call's own texts in another language, for the translation under a letter; all are optional. */
export const CallTexts = z.strictObject({
  title: line.optional().describe('Of the call'),
  article: line.optional().describe('The authority with its article: « The Municipality »'),
  service: line.optional().describe('The name of the service'),
  role: line.optional().describe('The agent’s function'),
  zoneLabel: line.optional().describe('How the zone is named'),
  source: line.optional().describe('Where the call tells the deadline: « section F »'),
  attests: line.optional().describe('That the letter attests the sole receipt'),
  automation: line.optional().describe('That the check is automatic'),
  dataProtection: line.optional().describe('The whole notice on data'),
  silence: line
    .optional()
    .describe('What silence means and how it is contested, where « legal » does not tell'),
  remedies: z
    .strictObject({ gracious: line, court: line, residence: line.optional() })
    .optional()
    .describe('How a decision is contested: the words of « legal » in this language'),
  labels: z
    .record(z.string(), line)
    .default({})
    .describe('What documents and facts are called, by their id in requiredDocuments and requiredFields'),
})
export type CallTexts = z.infer<typeof CallTexts>

/** In which language a call's letters are written, and in which they are translated. */
export const CallLanguages = z.strictObject({
  letters: LanguageId.default('fr').describe(
    'The language of the call’s letters, and of the texts of this file; a file of config/languages',
  ),
  beside: z
    .array(LanguageId)
    .default([])
    .describe(
      'Languages of applicants: a letter to a mail in one of them has a translation under it, which ' +
        'says that the letter alone counts',
    ),
  texts: z
    .partialRecord(z.string(), CallTexts)
    .default({})
    .describe('The call’s own texts by such a language; what lacks is quoted or told to stand above'),
})
export type CallLanguages = z.infer<typeof CallLanguages>

/**
 * What the call speaks, as it was loaded: the language of its letters, and those in which they may be
 * translated. `translates`: that of the text above, in a translation.
 */
export const Speech = z.strictObject({
  letters: Language,
  beside: z.array(Language),
  translates: Language.nullable(),
})
export type Speech = z.infer<typeof Speech>
