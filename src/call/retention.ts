import { z } from 'zod'

/** How long applications are kept. They are public archives: a program proposes, the departmental archives decide. */
export const Retention = z.strictObject({
  years: z.int().min(1).max(100).describe('Years after the deadline for applications that were not selected'),
  yearsSelected: z.int().min(1).max(100).describe('Years after the deadline for those that were'),
  basis: z
    .string()
    .trim()
    .min(1)
    .describe('The table or instruction that says so, for the list of proposals'),
})
export type Retention = z.infer<typeof Retention>
