/**
 * Every weight and threshold of judgement, in one table: what counts, from where, and how much. Scores and
 * confidences run from 0 to 1. Read at the moment of use, never copied into a constant, so that `npm run
 * eval` can vary each and report what it moves; a test fails when one moves by 0.15.
 */
export const WEIGHTS = {
  /** From here a field or a role counts alone; below it staff see it, and what it is about is unclear. */
  usable: 0.5,
  /** So much of a running text are small words of its language. */
  smallWords: 0.08,
  /** The same of a text of a few lines, which must say it more plainly. */
  smallWordsIfShort: 0.12,
  /**
   * More of the letters of a line are capitals, and it is a line in capitals: none of its words is an
   * acronym.
   */
  capitals: 0.7,
  triage: {
    /** So much evidence, less what speaks against it, makes a submission; less is for a person's desk. */
    submission: 1,
    /** What came with the mail. */
    form: 1,
    letter: 1,
    typedApplication: 1,
    askedPiece: 0.6,
    /** Each further kind of asked piece. */
    furtherPiece: 0.3,
    /** A paper that may be what the call asks for, and is not surely. */
    perhapsAsked: 0.3,
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
    /** From here what asks reads like an applicant's question (src/mail/likeness.ts). */
    questionLike: 0.3,
    /** The same of what asks nothing in so many words. */
    requestLike: 0.45,
    /** From here it may be one: it is put aside, and told. */
    mayAsk: 0.15,
    /** What speaks against: it takes off, and never brings evidence to nothing. */
    onlyAsks: -0.6,
    otherCall: -1.5,
    jobSeeking: -0.8,
    trade: -0.8,
    relays: -1.5,
    bulk: -1,
    severalCandidates: -1.5,
  },
  roles: {
    /** From here a role is told to staff; from `usable` it counts. */
    told: 0.3,
    /** What the name of an unread file hints at. */
    hint: 0.3,
    /** A form or letter to another call: a person looks. */
    otherCall: 0.45,
    pieceByTitle: 0.85,
    pieceByWords: 0.6,
    form: {
      looksLikeOne: 0.3,
      eachAnswer: 0.07,
      answersAtMost: 0.4,
      titled: 0.2,
      controls: 0.1,
      bareTitle: 0.5,
    },
    /** A body that says to apply, names who writes and answers most of what a form asks. */
    typedApplication: 0.6,
    content: {
      longSection: 0.9,
      section: 0.75,
      titledNote: 0.6,
      idea: 0.1,
      ideasAtMost: 0.6,
      title: 0.4,
      stated: 0.4,
      atMost: 0.95,
      /** In a longer text every idea comes up once: only its titles tell what it is about. */
      dilution: 0.7,
    },
    letter: {
      undersigned: 0.5,
      'letter-of-interest': 0.35,
      'declares-interest': 0.5,
      'names-interest': 0.15,
      applies: 0.3,
      'closing-formula': 0.2,
      'address-formula': 0.05,
      'subject-line': 0.2,
      'has-the-honour': 0.15,
      'represented-by': 0.2,
      cordially: 0.1,
      hereby: 0.1,
      'wants-to-join': 0.2,
      'commits-itself': 0.3,
    },
    /** The call itself, sent back. */
    notice: {
      itself: 0.5,
      title: 0.25,
      deadline: 0.3,
      'applications-must': 0.2,
      'addressed-to': 0.15,
      'to-download': 0.15,
      procedure: 0.15,
      rules: 0.15,
      'present-call': 0.2,
      sectors: 0.1,
    },
  },
  fields: {
    /** Where a value stands, and how far to trust that it is its label's. */
    control: 0.98,
    labelled: 0.95,
    beside: 0.9,
    /** A box with a cross in it, among others. */
    ticked: 0.9,
    headed: 0.85,
    below: 0.7,
    unseparated: 0.6,
    /** A sentence that says it; a structure named behind its form, before it, or only mentioned. */
    sentence: 0.85,
    named: 0.75,
    apposed: 0.72,
    mentioned: 0.6,
    /**
     * What its place or the words around it make likely: a date at the head, a sector that somebody applies
     * in.
     */
    likely: 0.7,
    /** The share that an acronym or a trade name keeps beside the name itself. */
    secondName: 0.7,
    /** A signature that holds for its file; ink or a stamp that was drawn onto a page. */
    signed: 0.95,
    drawn: 0.8,
    /** Numbers that prove themselves, and what stands anywhere and may be a third party's. */
    proven: 0.8,
    somewhere: 0.55,
    /**
     * Seen, and too unsure to stand alone: a box in a scan, a person to contact, a number its check refuses
     * or still to come.
     */
    guessed: 0.4,
    unsound: 0.3,
    /** What is left of what a page of a picture says beside a number that was misread. */
    misread: 0.6,
    /** Recognition is a little surer of a page than it says. */
    leniency: 0.1,
  },
}
