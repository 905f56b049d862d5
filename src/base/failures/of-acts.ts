import type { Told } from './told.ts'

const AGAIN = 'look at the page as it stands now, and act again where it is still wanted'
const FILL = 'fill in what is missing'

/**
 * Why an act of staff is refused: the page says it in French (src/console/failures.ts), a command in its
 * line.
 */
export const OF_ACTS = {
  'nothing-held': { means: 'no letter is held here any more', todo: AGAIN },
  acknowledged: {
    means: 'the mail has its acknowledgement',
    todo: 'correct it by a letter that replaces it',
  },
  'no-application': { means: 'the mail hands nothing in and asks nothing', todo: 'nothing' },
  'no-such-application': { means: 'the register has no application of this number', todo: 'look for it' },
  'went-into': { means: 'the application was joined to another', todo: 'name that one' },
  'no-such-mail': { means: 'the register has no such mail', todo: 'look for it' },
  'no-such-note': { means: 'the note was taken back, or is a colleague’s', todo: AGAIN },
  'no-such-draft': { means: 'the draft of a call’s file is gone', todo: 'begin another' },
  'no-such-version': { means: 'the call has no such version', todo: 'look at the list' },
  'assigned-meanwhile': { means: 'a colleague took or left the dossier meanwhile', todo: AGAIN },
  'message-meanwhile': { means: 'another message left for the applicant meanwhile', todo: 'read it first' },
  'colleague-address': { means: 'the address is one of the authority’s own', todo: 'write the applicant’s' },
  'robot-address': { means: 'nobody reads at this address', todo: 'write the applicant’s' },
  'not-to-say': { means: 'the text says what only a decision may', todo: 'take the words out' },
  'blank-left': { means: 'brackets of a template are left to fill', todo: FILL },
  'reasons-wanted': { means: 'a refusal without its reasons', todo: FILL },
  'mentions-lacking': {
    means: 'the letter lacks a mention that the law asks for',
    todo: 'mend the call’s file',
  },
  'act-wanted': { means: 'an outcome without the act that decides it', todo: FILL },
  'act-to-come': { means: 'the act is dated after today', todo: 'record it when it is taken' },
  'act-before-receipt': { means: 'the act is dated before the receipt', todo: 'compare the dates' },
  'too-early': { means: 'the time for handing in is not over', todo: 'wait for it' },
  'no-outcome': { means: 'no outcome stands', todo: 'nothing' },
  'no-eligibility': { means: 'no decision on eligibility stands', todo: 'nothing' },
  'no-decision': { means: 'no outcome stands that a letter could tell', todo: 'record it first' },
  'no-template': { means: 'the call’s file has no letter for this decision', todo: 'write one there' },
  'decision-sent': { means: 'the decision has its letter', todo: 'nothing: one is sent' },
  'decision-changed': { means: 'the outcome changed since the letter was shown', todo: AGAIN },
  'deadline-moved': { means: 'the call’s file changed since the difference was shown', todo: AGAIN },
  'call-yaml': { means: 'the text of a draft is no YAML', todo: 'mend it at the line named' },
  'call-not-ready': { means: 'the check of a draft has points left', todo: 'mend them, page by page' },
  'not-compared': { means: 'the register is being compared yet', todo: 'wait for it' },
  'own-version': { means: 'whoever wrote a version may not adopt it', todo: 'ask a colleague' },
  'adopted-already': { means: 'this version, or a later one, is adopted', todo: 'nothing' },
  'call-file-moved': {
    means: 'the file changed on the disk since the draft began',
    todo: 'begin from it anew',
  },
  'call-file-unwritable': { means: 'the service may not write the call’s file', todo: 'give it the right' },
  'not-clean': { means: 'the antivirus let the file not be opened', todo: 'leave it closed' },
} as const satisfies Readonly<Record<string, Told>>
