import type { Told } from './told.ts'

const COMPARE = 'keep it, and compare the heads that digests printed'

/** What a command or a start ends with: its line says what to mend, and where. */
export const OF_COMMANDS = {
  usage: { means: 'the words of the command, or of the form, do not fit', todo: 'as the line says', exit: 2 },
  settings: { means: 'a setting is missing or wrong', todo: 'mend it where the line says', exit: 2 },
  configuration: { means: 'a process refuses its configuration', todo: 'see the line above', exit: 2 },
  'call-file': {
    means: 'a call’s file is missing or wrong',
    todo: 'mend it at the line and column named',
    exit: 2,
  },
  'language-file': {
    means: 'a language’s file is missing or wrong',
    todo: 'mend it at the line and column named',
    exit: 2,
  },
  'call-file-missing': {
    means: 'the register has mails of a call whose file this machine does not have',
    todo: 'give this machine the file; the mails wait',
  },
  'deadline-changed': {
    means: 'a call’s deadline differs from the one adopted',
    todo: '`recepisse deadline --adopt`, once the difference it shows is meant',
    exit: 2,
  },
  'name-taken': {
    means: 'another machine works at this register under the same name',
    todo: 'give each a `RECEPISSE_INSTANCE` of its own',
    exit: 2,
  },
  'other-mailbox': {
    means: 'the register is of another mailbox than `IMAP_USER`',
    todo:
      'give this service a register of its own (`RECEPISSE_DATA`, `DATABASE_URL`); where the mailbox was ' +
      'renamed, `recepisse mailbox --adopt`',
    exit: 2,
  },
  'other-way': {
    means: 'the register saw this mailbox by IMAP, and would by Microsoft Graph now, or the other way round',
    todo:
      'go on by the way of before, and change it with the next call, at a register of its own; where it is ' +
      'meant, `recepisse mailbox --adopt`: mails that lie there may be read and answered again',
    exit: 2,
  },
  'other-calls': {
    means: 'the register is also of a call whose file this machine does not have',
    todo: 'put the file beside the others (`RECEPISSE_CALL`), or give this service a register of its own',
    exit: 2,
  },
  'no-such-path': { means: 'a file or folder named is not there', todo: 'as the line says', exit: 2 },
  'no-such-account': { means: 'nobody of staff has this address', todo: '`recepisse account list`' },
  'last-administrator': { means: 'nobody would be left to administer', todo: 'invite somebody first' },
  'not-empty': { means: 'a folder to write into holds something', todo: 'name an empty one' },
  'no-backup': { means: 'the folder holds no backup', todo: 'name the folder that `recepisse backup` wrote' },
  'not-stopped': { means: 'sending is not stopped', todo: 'nothing' },
  'not-over': { means: 'what is kept may not be erased yet', todo: 'wait for the day that the line names' },
  'not-ours': { means: 'the file to be written over was not written by us', todo: 'name another' },
  'checking-page': { means: 'the checking page cannot be made', todo: 'as the line says' },
  envelope: { means: 'an envelope address is none of ours', todo: 'compare it with the letter' },
  demonstration: {
    means: 'the demonstration, or a server that it needs, did not come up',
    todo: 'as the line says',
  },
  'font-missing': { means: 'no font is there to print with', todo: 'install fonts-dejavu-core' },
  'no-receipt': { means: 'the letter holds no receipt', todo: 'ask for the letter as it came (.eml)' },
  'stamp-form': { means: 'what should be a time stamp is none', todo: COMPARE },
  'stamp-imprint': { means: 'a time stamp is of something else', todo: COMPARE },
  'stamp-signature': { means: 'a time stamp’s signature does not hold', todo: COMPARE },
  'stamp-usage': { means: 'a time stamp’s certificate may not stamp times', todo: COMPARE },
  'not-as-sealed': {
    means: 'a row of the register is not what its entry sealed; nothing is exported meanwhile',
    todo:
      'change nothing, keep a copy: `recepisse verify --register` names table, row and column; put it ' +
      'right from a ' +
      'backup, and ask who wrote there',
  },
} as const satisfies Readonly<Record<string, Told>>
