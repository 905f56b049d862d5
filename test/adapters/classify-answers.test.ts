import { expect, it } from 'vitest'
import { classify } from '../../src/adapters/smtp/classify.ts'

/** Answers as servers in use word them; hosts and addresses are invented. `command`: what they answered, RCPT TO if nothing is said. */
const LATER: readonly (readonly [string, string, (string | undefined)?])[] = [
  [
    'Postfix, greylisting',
    '450 4.2.0 <a@b.example>: Recipient address rejected: Greylisted, see http://postgrey.example/help/b.example.html',
  ],
  [
    'Postfix, unverified',
    '450 4.1.1 <a@b.example>: Recipient address rejected: unverified address: connect timed out',
  ],
  ['Postfix, rate of the sender', '450 4.7.1 Error: too much mail from 203.0.113.9'],
  ['Postfix, disk', '452 4.3.1 Insufficient system storage'],
  [
    'Postfix, sender not ours',
    '553 5.7.1 <retours+x@b.example>: Sender address rejected: not owned by user ami@b.example',
    'RCPT TO',
  ],
  [
    'Postfix, policyd quota with a 5',
    '554 5.7.1 <a@b.example>: Recipient address rejected: Quota exceeded - too many messages',
    'RCPT TO',
  ],
  [
    'Postfix, our address on a block list',
    '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org',
  ],
  ['Exim, greylisting', '451 Temporary local problem - please try later'],
  ['Exim, deferred', '451-4.7.1 a@b.example is greylisted\n451 4.7.1 Please try again in 300 seconds'],
  ['Exim, rate with a 5', '550 Sender rate overlimit - 105.3 / 1h'],
  [
    'Exchange, busy',
    '421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source limit, closing transmission channel',
  ],
  ['Exchange, back pressure', '452 4.3.1 Insufficient system resources'],
  ['Exchange, resources', '421 4.4.2 Connection dropped due to TimeOut'],
  ['Exchange, mailbox full', '552 5.2.2 mailbox full'],
  [
    'Microsoft 365, sending quota',
    '550 5.1.90 Your message can’t be sent because you’ve reached your daily limit for message recipients',
  ],
  [
    'Microsoft 365, storage quota',
    '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
  ],
  ['Microsoft 365, send as', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
  [
    'Microsoft 365, send as by name',
    '554 5.2.252 SendAsDenied; ami@b.example not allowed to send as retours@b.example',
  ],
  ['Microsoft 365, throttled', '432 4.3.2 Concurrent connections limit exceeded'],
  ['Microsoft 365, banned sender', '550 5.7.501 Service unavailable. Access denied, spam abuse detected.'],
  [
    'Gmail, rate',
    '421-4.7.0 [203.0.113.9] Our system has detected an unusual rate of unsolicited mail originating from your IP address.',
  ],
  [
    'Gmail, rate with a 5',
    '550-5.7.1 [203.0.113.9] Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been blocked.',
  ],
  [
    'Gmail, daily quota',
    '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852',
  ],
  ['Gmail, recipient over quota', '452-4.2.2 The email account that you tried to reach is over quota.'],
  [
    'Gmail, recipient over quota with a 5',
    '552-5.2.2 The email account that you tried to reach is over quota and inactive.',
  ],
  ['Gmail, recipient rate', '450-4.2.1 The user you are trying to contact is receiving mail too quickly.'],
  [
    'Gmail, recipient rate with a 5',
    '550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
  ],
  ['OVH, rate', '451 4.7.1 Rate limit exceeded, please try again later'],
  ['OVH, rate with a 5', '550 5.7.1 Too many messages sent, account limited'],
  ['OVH, full', '552 5.2.2 Quota exceeded (mailbox for user is full)'],
  ['OVH, full without a code', '552 sorry, that recipient’s mailbox is full'],
  [
    'Orange, too many connections',
    '421 opmta1mti02nd1 me Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]',
  ],
  [
    'Orange, try later',
    '421 mwinf5c20 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]',
  ],
  ['Orange, full', '552 5.2.2 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]'],
  [
    'Orange, try later with a 5',
    '550 Service refuse. Veuillez essayer plus tard. service refused, please try later. OFR005_204',
  ],
  ['any, login', '535 5.7.8 Error: authentication failed: authentication failure', 'AUTH'],
  ['any, login needed', '530 5.7.0 Must issue a STARTTLS command first', 'MAIL FROM'],
  ['any, our sender', '550 5.7.1 Unable to relay', 'MAIL FROM'],
  ['any, session', '503 5.5.1 Error: need MAIL command'],
  ['any, a 5 with a 4', '550 4.7.1 Try again'],
]

const REFUSED: readonly (readonly [string, string, (string | undefined)?])[] = [
  [
    'Postfix, unknown',
    '550 5.1.1 <a@b.example>: Recipient address rejected: User unknown in local recipient table',
  ],
  ['Postfix, unknown domain', '550 5.1.2 <a@b.example>: Recipient address rejected: Domain not found'],
  ['Postfix, policy', '554 5.7.1 <a@b.example>: Recipient address rejected: Access denied'],
  ['Postfix, too large', '552 5.3.4 Message size exceeds fixed limit', 'DATA'],
  ['Exim, unknown', '550 Unrouteable address'],
  ['Exim, syntax', '501 <a@b>: domain missing or malformed'],
  [
    'Exchange, unknown',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  ],
  ['Exchange, directory', '550 5.4.1 Recipient address rejected: Access denied.'],
  [
    'Exchange, restricted',
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
  ],
  ['Exchange, disabled', '550 5.2.1 Mailbox cannot be accessed'],
  ['Gmail, unknown', '550-5.1.1 The email account that you tried to reach does not exist.'],
  ['Gmail, disabled', '550-5.2.1 The email account that you tried to reach is disabled.'],
  [
    'Gmail, not authenticated',
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated.',
  ],
  [
    'Gmail, content',
    '552-5.7.0 This message was blocked because its content presents a potential security issue.',
    'DATA',
  ],
  [
    'OVH, unknown',
    '550 5.1.1 <a@b.example>: Recipient address rejected: User unknown in virtual mailbox table',
  ],
  [
    'Orange, unknown',
    '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416 [416]',
  ],
  ['Orange, content', '550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]', 'DATA'],
]

function answered(response = '', command = 'RCPT TO') {
  const facts = { code: 'EENVELOPE', command, response, responseCode: Number(response.slice(0, 3)) }
  return classify(Object.assign(new Error('refused'), facts))
}

it.each(LATER)('%s: the letter waits and is sent later', (_, response, command) => {
  expect(answered(response, command)).toMatchObject({ kind: 'later', uncertain: false })
})

it.each(REFUSED)('%s: the letter is refused, a person is told', (_, response, command) => {
  expect(answered(response, command).kind).toBe('refused')
})

it('an address in a reply never decides: « rate@… » is nobody’s rate limit', () => {
  const response = '550 5.7.1 <rate@quota.example>: Recipient address rejected: Access denied'
  expect(answered(response).kind).toBe('refused')
})
