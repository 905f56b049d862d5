import { z } from 'zod'

const line = z.string().trim().min(1)
const months = z.int().min(1).max(24)
const basis = line.describe(
  'The provision that gives silence this meaning, as the letter cites it: « code des relations entre ' +
    'le public et l’administration, article L. 231-4, 2° »',
)

/**
 * How a decision that silence made can be contested; without these the time for it never ends (CRPA L112-12).
 */
const Remedies = z.strictObject({
  gracious: line.describe(
    'To whom an informal appeal goes, after « auprès »: « de la présidente de l’agglomération »',
  ),
  court: line.describe(
    'The administrative court with its article: « le tribunal administratif de La Réunion »',
  ),
  courtAddress: line.optional().describe('Where the court is reached'),
  months: months.default(2).describe('The time for it, in months (CJA R421-1: two)'),
  residence: line
    .optional()
    .describe(
      'Of a court overseas the place whose residents have no longer delay, with its preposition: « à ' +
        'La Réunion » (CJA R421-7); without it, a court of the mainland',
    ),
})

/**
 * What the law makes of a request that nobody answers, from which letters say what they must (CRPA R112-11-1,
 * second paragraph): rejection and how it is contested, acceptance and its attestation, or nothing.
 */
export const Legal = z.strictObject({
  silence: z.discriminatedUnion('means', [
    z.strictObject({
      means: z.literal('rejection').describe('What silence means'),
      months: months
        .default(2)
        .describe('Months of silence (CRPA L231-1, L231-4: two; L231-6 allows others)'),
      basis,
      remedies: Remedies.describe('How the decision that silence made is contested (CRPA L112-12)'),
    }),
    z.strictObject({ means: z.literal('acceptance'), months: months.default(2), basis }),
    z.strictObject({ means: z.literal('nothing') }),
  ]),
  remedies: Remedies.optional().describe(
    'How a decision in writing is contested, where silence is no rejection and says it already; ' +
      'letters of decision tell it (CJA R421-5)',
  ),
  contract: z
    .boolean()
    .default(false)
    .describe(
      'True where the call leads to a contract with a price: arrival counts, not the postmark, for ' +
        'CRPA L112-1 and L112-13 do not apply (their 1°)',
    ),
})
export type Remedies = z.infer<typeof Remedies>
export type Legal = z.infer<typeof Legal>
