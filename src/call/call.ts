import { z } from 'zod'
import { CALL_SHAPE, type CallShape } from './call-shape.ts'
import { contradictionsIn } from './consistency.ts'
import { Speech } from './languages.ts'

/** What must be so between its keys. */
function told(call: CallShape, context: z.RefinementCtx): void {
  for (const { path, message } of contradictionsIn(call))
    context.addIssue({ code: 'custom', path: [...path], message })
}

/** The file itself. */
export const CallFile = z.strictObject(CALL_SHAPE).superRefine(told)
export type CallFile = z.infer<typeof CallFile>

/** The call as it was loaded: with the languages that its file names, in which its letters are written. */
export const Call = z.strictObject({ ...CALL_SHAPE, speech: Speech }).superRefine(told)
export type Call = z.infer<typeof Call>
