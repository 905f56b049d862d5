/**
 * Every weight and threshold of judgement, in one table: what counts, from where, and how much. Scores and confidences
 * run from 0 to 1. Read at the moment of use, never copied into a constant, so that `npm run eval` can vary each and
 * report what it moves; a test fails when one moves by 0.15.
 */
export const WEIGHTS = {
  /** From here a field or a role counts alone; below it is shown to staff and makes what it is about « unclear ». */
  usable: 0.5,
  triage: {
    /** So much evidence, what speaks against it taken off, makes a submission; less is for a person's desk. */
    submission: 1,
    /** What came with the mail. */
    form: 1,
    letter: 1,
    typedApplication: 1,
    askedPiece: 0.6,
    /** Each further kind of asked piece. */
    furtherPiece: 0.3,
    emptyTemplate: 0.3,
    opaque: 0.5,
    picture: 0.3,
    link: 0.5,
    otherFile: 0.1,
    /** What is known of its sender. */
    answersOurs: 0.5,
    fromApplicant: 0.5,
    /** The call's words, where they stand. */
    strongPhrase: 0.6,
    aboutCall: 0.5,
    weakPhrase: 0.25,
    strongInPapers: 0.5,
    aboutInPapers: 0.3,
    /** What the sender says to be doing. */
    handsIn: 0.3,
    applies: 0.3,
    continues: 0.4,
    saysNothing: 0.5,
    /** What speaks against: it takes off, and never brings evidence to nothing. */
    onlyAsks: -0.6,
    otherCall: -1.5,
    jobSeeking: -0.8,
    trade: -0.8,
    relays: -1.5,
    bulk: -1,
    severalCandidates: -1.5,
  },
  roles: {},
  fields: {},
}
