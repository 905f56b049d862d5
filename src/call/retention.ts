import { z } from 'zod'

/**
 * How long applications are kept. They are public archives: a program proposes, the departmental archives
 * decide.
 */
export const Retention = z.strictObject({
  years: z.int().min(1).max(100).describe('Years for which applications that were not selected are kept'),
  yearsSelected: z.int().min(1).max(100).describe('Years for which those that were are kept'),
  from: z
    .enum(['deadline', 'decision'])
    .default('deadline')
    .describe(
      'From when the years count: the end of the call, or the act that decided about the application; ' +
        'without a recorded outcome it is kept',
    ),
  basis: z
    .string()
    .trim()
    .min(1)
    .describe('The table or instruction that says so, for the list of proposals'),
})
export type Retention = z.infer<typeof Retention>
