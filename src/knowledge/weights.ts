/**
 * Every weight and threshold of judgement, in one table: what counts, from where, and how much. Scores and confidences
 * run from 0 to 1. Read at the moment of use, never copied into a constant, so that `npm run eval` can vary each and
 * report what it moves; a test fails when one moves by 0.15.
 */
export const WEIGHTS = {
  /** From here a field or a role counts alone; below it is shown to staff and makes what it is about « unclear ». */
  usable: 0.5,
  triage: {},
  roles: {},
  fields: {},
}
