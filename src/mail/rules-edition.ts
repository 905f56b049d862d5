/**
 * The edition of the rules that say what a mail is. Raised with each release that changes them: mails that an
 * earlier edition put aside are looked at again (docs/decisions/0009). 1 is release 0.1.0.
 */
export const RULES_EDITION = 2
