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
  fields: {
    /** Where a value stands, and how far to trust that it is its label's. */
    control: 0.98,
    labelled: 0.95,
    beside: 0.9,
    headed: 0.85,
    below: 0.7,
    unseparated: 0.6,
    /** A sentence that says it; a structure named behind its form, before it, or only mentioned. */
    sentence: 0.85,
    named: 0.75,
    apposed: 0.72,
    mentioned: 0.6,
    /** Numbers that prove themselves, and what stands anywhere and may be a third party's. */
    proven: 0.8,
    somewhere: 0.55,
    /** Seen, and too unsure to stand alone: a box in a scan, a person to contact, a number its check refuses. */
    guessed: 0.4,
    unsound: 0.3,
  },
}
