import { z } from 'zod'
import type { Legal, Remedies } from './legal.ts'

const line = z.string().trim().min(1)
const template = line.describe(
  'What the letter says besides what the program writes; lines that begin with a dash are a list, and ' +
    'what stands in [brackets] is for a person to replace: with one left nothing is sent',
)

/**
 * Letters of decision: a person fills, looks at and sends each; the program writes what the law wants beside
 * it.
 */
export const Decisions = z.strictObject({
  signatory: z
    .strictObject({ name: line.describe('First name and name'), role: line.describe('Their function') })
    .describe('Who signs, as the act gives it (CRPA L212-1)'),
  favourable: template.optional(),
  unfavourable: template.optional(),
  motivated: z
    .boolean()
    .default(false)
    .describe(
      'True where a refusal must state its reasons (CRPA L211-2): then the letter has the ' +
        'considerations of law and of fact (L211-5), or is not sent',
    ),
})
export type Decisions = z.infer<typeof Decisions>

/**
 * Letters of decision tell how one is contested: as silence is, or as the file says where silence is no
 * rejection.
 */
export function remediesIn({ legal }: { readonly legal?: Legal | undefined }): Remedies | null {
  if (legal === undefined) return null
  return legal.silence.means === 'rejection' ? legal.silence.remedies : (legal.remedies ?? null)
}
