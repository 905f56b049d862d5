import { z } from 'zod'

const line = z.string().trim().min(1)

/** What the program fills in a template of a message, as the file writes it between braces. */
export const PLACES = ['numéro', 'structure', 'appel', 'date limite', 'service', 'téléphone'] as const
export type PlaceName = (typeof PLACES)[number]

const PLACE = /\{([^{}]*)\}/g

function isPlace(name: string): name is PlaceName {
  return (PLACES as readonly string[]).includes(name)
}

const known = PLACES.map((name) => `{${name}}`).join(', ')
const text = line.refine(
  (value) => !/[{}]/.test(value.replace(PLACE, (whole, name: string) => (isPlace(name) ? '' : whole))),
  `between braces stand only ${known}`,
)

/** A message that staff often write to applicants, for them to choose, complete and send. */
export const MessageTemplate = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .describe('Stable name'),
  label: line.describe('As staff choose it from a list'),
  text: text.describe(
    `What the message says between greeting and signature; ${known} are filled by the program, what ` +
      'stands in [brackets] by a person: with one left nothing is sent',
  ),
})
export type MessageTemplate = z.infer<typeof MessageTemplate>

/** What a template becomes; what is not known stands in brackets, for a person to replace. */
export function filledTemplate(
  { text: given }: MessageTemplate,
  values: Readonly<Record<PlaceName, string | null>>,
): string {
  return given.replace(PLACE, (whole, name: string) =>
    isPlace(name) ? (values[name] ?? `[${name}]`) : whole,
  )
}
