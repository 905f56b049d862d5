import type { Told } from './told.ts'

const TELL = 'keep the log and the mail, and tell a developer'

/** The program broke its own promise: nothing that an operator did. */
export const OF_THE_PROGRAM = {
  unclassified: { means: 'something failed that nobody foresaw', todo: TELL },
  'unknown-job': { means: 'a job that no process handles', todo: TELL },
  'malformed-job': { means: 'a job without what it should hold', todo: TELL },
  'unknown-question': { means: 'a process was asked what it does not know', todo: TELL },
  'nobody-at-counter': {
    means: 'a process that is asked is not there',
    todo: 'nothing: it is started again',
  },
  'no-answer': { means: 'a process that was asked gave no answer', todo: 'nothing: it is asked again' },
  'mail-without-row': { means: 'a job names a mail that the register does not have', todo: TELL },
  'letter-there': { means: 'a letter was to be written twice', todo: TELL },
  'no-call': { means: 'a mail of no call', todo: TELL },
  'no-mail': { means: 'an application without a mail', todo: TELL },
  'no-key': { means: 'a key is wanted that was not made', todo: TELL },
  'no-opener': { means: 'a page that cannot open mails', todo: TELL },
  'no-session': { means: 'a form without who signed in', todo: TELL },
  'field-without-place': { means: 'a field of the form stands nowhere', todo: TELL },
  'unbindable-value': { means: 'a value that the database cannot hold', todo: TELL },
} as const satisfies Readonly<Record<string, Told>>
