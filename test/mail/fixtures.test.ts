import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decideAnswer } from '../../src/mail/robots/table.ts'
import { triage } from '../../src/mail/triaging.ts'
import { NOTHING_KNOWN } from './nothing-known.ts'
import { documents, type Piece, readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

/** A mail's trouble, what its pieces are, what it is, and whether it is answered: `sent`, `held` or `dropped` by a row. */
type Row = readonly [name: string, pieces: readonly Piece[], nature: string, answer: string]

const TABLE: readonly Row[] = [
  // Row 17: acknowledged, at the address that the decision table allows.
  ['application-plain', ['form', 'presentation'], 'submission', 'sent 17-acknowledge'],
  ['return-path-in-capitals', ['form'], 'submission', 'sent 17-acknowledge'],
  ['srs-return-path', ['form'], 'submission', 'held 17-no-safe-destination'],
  ['batv-return-path', ['form'], 'submission', 'sent 17-acknowledge'],
  ['reply-to-elsewhere', ['form'], 'submission', 'sent 17-acknowledge'],
  ['no-message-id', ['form'], 'submission', 'sent 17-acknowledge'],
  ['recipient-only-in-bcc', ['locked'], 'submission', 'sent 17-acknowledge'],
  ['empty-subject-and-body-with-scan', ['scan'], 'submission', 'sent 17-acknowledge'],
  ['scan-without-words', ['scan'], 'submission', 'sent 17-acknowledge'],
  ['transfer-link-only', [], 'submission', 'sent 17-acknowledge'],
  ['absence-of-a-piece', ['form', 'presentation'], 'submission', 'sent 17-acknowledge'],
  ['away-but-applying', ['form'], 'submission', 'sent 17-acknowledge'],
  ['replaces-an-earlier-version', ['form'], 'submission', 'sent 17-acknowledge'],
  ['forwarded-application', ['form'], 'submission', 'sent 17-acknowledge'],
  ['person-answers-a-robot', ['form'], 'submission', 'sent 17-acknowledge'],
  ['letter-typed-as-body', ['form'], 'submission', 'sent 17-acknowledge'],
  ['signed-mail', ['form'], 'submission', 'sent 17-acknowledge'],
  ['return-path-differs', ['form'], 'submission', 'held 17-no-safe-destination'],
  ['return-path-differs-dmarc-pass', ['form'], 'submission', 'held 17-no-safe-destination'],
  ['dmarc-pass-written-by-a-stranger', ['form'], 'submission', 'held 17-no-safe-destination'],
  ['two-authors', ['form'], 'submission', 'held 17-no-safe-destination'],
  // Row 2: our own letters and addresses.
  // A header like ours that nobody of ours sealed: what stops it is what it says.
  ['own-loop-header', [], 'automatic', 'dropped 13-automatic-reply'],
  ['own-address-as-sender', ['form'], 'submission', 'held 02-own-loop'],
  ['own-bounce-address-as-return-path', ['form'], 'submission', 'held 02-own-loop'],
  ['too-many-hops', ['form'], 'submission', 'held 02-own-loop'],
  // Rows 3 and 4: reports and bounces, by structure, by sender, by words.
  ['bounce-of-our-letter', ['letter'], 'bounce', 'dropped 03-null-return-path'],
  ['delay-warning', [], 'bounce', 'dropped 03-null-return-path'],
  ['bounce-in-spanish', [], 'bounce', 'dropped 03-null-return-path'],
  ['bounce-in-french-without-header', [], 'bounce', 'dropped 04-report'],
  ['bounce-from-nameless-daemon', [], 'bounce', 'dropped 04-report'],
  ['bounce-in-german', [], 'bounce', 'dropped 04-report'],
  ['complaint', [], 'bounce', 'dropped 04-report'],
  ['read-receipt', [], 'automatic', 'dropped 04-report'],
  ['calendar-invitation', [], 'automatic', 'dropped 04-report'],
  ['undelivered-before-sent-again', ['form', 'presentation'], 'submission', 'held 13-automatic-reply'],
  // Row 5
  ['vacation-with-header', [], 'automatic', 'dropped 05-auto-submitted'],
  ['auto-submitted-with-comment-and-parameters', [], 'automatic', 'dropped 05-auto-submitted'],
  ['copier-with-scan', ['scan'], 'submission', 'held 05-auto-submitted'],
  ['auto-submitted-no', ['form'], 'submission', 'sent 17-acknowledge'],
  // Row 6
  ['suppresses-all', ['form'], 'submission', 'held 06-response-suppressed'],
  ['suppresses-out-of-office', ['form'], 'submission', 'held 06-response-suppressed'],
  ['suppresses-receipts-only', ['form'], 'submission', 'sent 17-acknowledge'],
  // Row 7
  ['newsletter', [], 'inquiry', 'dropped 07-list-or-responder'],
  ['application-through-a-list', ['form'], 'submission', 'held 07-list-or-responder'],
  ['responder-with-own-header', [], 'automatic', 'dropped 07-list-or-responder'],
  ['not-a-responder', ['form'], 'submission', 'sent 17-acknowledge'],
  // Row 8
  ['application-from-no-reply', ['form'], 'submission', 'held 08-robot-address'],
  ['transfer-service-notice', [], 'submission', 'held 08-robot-address'],
  ['transfer-service-notice-without-message', [], 'inquiry', 'held 08-robot-address'],
  ['application-from-postmaster', ['form'], 'submission', 'held 08-robot-address'],
  // Row 9
  ['application-with-program', ['form', 'other'], 'submission', 'held 09-dangerous'],
  ['application-with-macros', ['form'], 'submission', 'held 09-dangerous'],
  ['marked-as-spam', ['form'], 'submission', 'held 09-dangerous'],
  ['spam-status-no', ['form'], 'submission', 'sent 17-acknowledge'],
  // Row 10
  ['dmarc-fails', ['form'], 'submission', 'held 10-forged-sender'],
  ['spf-fails-without-dkim', ['form'], 'submission', 'held 10-forged-sender'],
  ['spf-fails-but-dkim-passes', ['form'], 'submission', 'sent 17-acknowledge'],
  ['dmarc-fail-written-by-a-stranger', ['form'], 'submission', 'sent 17-acknowledge'],
  ['authentication-passes', ['form'], 'submission', 'sent 17-acknowledge'],
  // Row 11
  ['forwarded-by-a-colleague', ['form'], 'submission', 'held 11-internal-sender'],
  // Row 12
  ['question', [], 'inquiry', 'held 12-not-an-application'],
  ['question-with-the-acronym-alone', [], 'inquiry', 'held 12-not-an-application'],
  ['question-without-the-articles', [], 'inquiry', 'held 12-not-an-application'],
  ['withdrawal', [], 'inquiry', 'held 12-not-an-application'],
  ['thanks', [], 'inquiry', 'dropped 12-not-an-application'],
  ['invoice', ['other'], 'unrelated', 'dropped 12-not-an-application'],
  ['job-application', ['other', 'other'], 'unrelated', 'dropped 12-not-an-application'],
  ['another-authority-call', ['other'], 'inquiry', 'held 12-other-call'],
  ['friend-in-lower-case', [], 'unrelated', 'dropped 12-not-an-application'],
  ['letter-of-motivation-for-a-post', ['letter'], 'inquiry', 'held 12-seeks-a-job'],
  ['presentation-without-a-word-of-the-call', ['presentation'], 'inquiry', 'held 12-not-an-application'],
  ['answer-above-an-outlook-original', [], 'inquiry', 'held 12-not-an-application'],
  ['missing-piece-as-a-scan', ['scan'], 'inquiry', 'held 12-not-an-application'],
  ['missing-piece-sent-later', ['presentation'], 'submission', 'sent 17-acknowledge'],
  ['private-mail-with-photo', ['photo'], 'unrelated', 'dropped 12-not-an-application'],
  ['supplier-answers-above-our-signature', [], 'unrelated', 'dropped 12-not-an-application'],
  // Rows 13 and 14: robots without a header.
  ['out-of-office-french', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-french-bureau', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-english', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-english-ooo', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-german', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-german-abwesenheit', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-spanish', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-spanish-fuera', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-italian', [], 'automatic', 'dropped 13-automatic-reply'],
  ['out-of-office-by-words-only', [], 'automatic', 'dropped 13-automatic-reply'],
  ['read-receipt-without-structure-french', [], 'automatic', 'dropped 13-automatic-reply'],
  ['read-receipt-without-structure-english', [], 'automatic', 'dropped 13-automatic-reply'],
  ['read-receipt-without-structure-german', [], 'automatic', 'dropped 13-automatic-reply'],
  ['application-with-automatic-subject', ['form', 'presentation'], 'submission', 'held 13-automatic-reply'],
  ['challenge-mailinblack', [], 'automatic', 'dropped 14-challenge'],
  // Row 16
  ['no-return-path', ['form'], 'submission', 'held 16-no-return-path'],
  // Mails that are hard to parse are judged like the others.
  ['carriage-returns-only', ['form'], 'submission', 'sent 17-acknowledge'],
  ['raw-eight-bit-headers', ['presentation'], 'submission', 'sent 17-acknowledge'],
  ['html-only', [], 'submission', 'sent 17-acknowledge'],
  ['not-a-copier', ['form'], 'submission', 'sent 17-acknowledge'],
]

/** Mails whose place is another test: parsing, receipt time, what does not stand where the standard has it. */
const ELSEWHERE = [
  'encoded-file-names',
  'text-attachments-shown-inline',
  'forwarded-as-attachment',
  'empty-text-beside-html',
  'form-in-a-table-of-html',
  'boundary-that-matches-nothing',
  'six-hundred-parts',
  'nested-thirty-deep',
  'path-in-file-name',
  'received-just-in-time',
  'received-line-forged-below',
  'helo-claims-to-be-internal',
  'no-trusted-server',
  'no-received-at-all',
  'date-in-the-future',
  'base64-pasted-into-the-text',
  'binhex-in-the-text',
  'charset-empty',
  'charset-of-an-attached-text',
  'charset-unknown',
  'domain-in-letters',
  'empty-line-forgotten',
  'encoding-declared-and-not-done',
  'encoding-in-quotes-with-a-comment',
  'encoding-misspelt',
  'encoding-not-declared',
  'footer-behind-base64',
  'lines-that-end-in-many-ways',
  'lines-that-end-twice',
  'part-behind-the-end',
  'part-behind-the-end-of-an-inner-one',
  'part-in-the-preamble',
  'part-pasted-into-the-text',
  'parts-without-a-boundary',
  'signature-beside-its-file',
  'signed-file',
  'signed-file-as-text',
  'stand-in-for-a-kept-mail',
  'stand-in-in-french',
  'text-beside-the-parts',
  'utf-seven',
  'utf-sixteen',
  'utf-sixteen-whole',
  'uuencode-in-the-text',
  'uuencoded-part',
  'yenc-in-the-text',
  'zip-declared-as-parts',
]

test.each(TABLE)('%s', async (name, pieces, nature, answer) => {
  const { mail } = await readFixture(name)
  const verdict = triage(mail, documents(pieces), sampleCall)
  expect(verdict.nature, verdict.grounds.join()).toBe(nature)
  const decision = decideAnswer({
    mail,
    triage: verdict,
    call: sampleCall,
    known: NOTHING_KNOWN,
  })
  const fate = decision.send ? 'sent' : decision.held ? 'held' : 'dropped'
  expect(`${fate} ${decision.reason}`).toBe(answer)
  if (decision.send) expect(decision.to).toBe(mail.from[0]?.address)
})

test('every fixture is in a table', () => {
  const files = readdirSync(new URL('../fixtures/mails/', import.meta.url)).filter((file) =>
    file.endsWith('.eml'),
  )
  const named = [...TABLE.map(([name]) => name), ...ELSEWHERE].map((name) => `${name}.eml`)
  expect(files.toSorted()).toEqual(named.toSorted())
})
