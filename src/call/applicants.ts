import { z } from 'zod'

const line = z.string().trim().min(1)

/**
 * Who may apply, as far as it changes what is read: a person is known by a name on a form, a CV, under a
 * letter.
 */
export const Applicants = z.strictObject({
  persons: z.boolean().default(false).describe('True where natural persons may apply'),
  organisations: z.boolean().default(true).describe('False where only natural persons may'),
})
export type Applicants = z.infer<typeof Applicants>

/** Who the call says may apply: shown to staff beside each application, never a reason of the program's. */
export const Eligibility = z.strictObject({
  asWritten: line.describe('The call’s own words'),
  source: line.describe('Section of the call'),
  postcodes: z
    .array(z.string().regex(/^\d{2,5}$/, 'a postcode or its beginning, between quotes'))
    .default([])
    .describe(
      'Postcodes of the places concerned, or their beginnings: an address elsewhere is told to staff',
    ),
})
export type Eligibility = z.infer<typeof Eligibility>

/** What the call says of its selection: shown to staff beside the counts; the program selects nothing. */
export const Selection = z.strictObject({
  perSector: z.int().min(1).optional().describe('How many are to be selected in each sector'),
  asWritten: line.optional().describe('When, in the call’s own words: « avant décembre 2022 »'),
  source: line.describe('Section of the call'),
  criteria: z
    .array(line)
    .default([])
    .describe(
      'What the call says that it looks at: empty rows of « recepisse compare », for people to fill; ' +
        'never a score',
    ),
})
export type Selection = z.infer<typeof Selection>

/** Whether natural persons may apply to a call. */
export function takesPersons({ applicants }: { readonly applicants?: Applicants | undefined }): boolean {
  return applicants?.persons === true
}

/** Whether nobody else may. */
export function takesPersonsOnly({ applicants }: { readonly applicants?: Applicants | undefined }): boolean {
  return applicants?.persons === true && !applicants.organisations
}
