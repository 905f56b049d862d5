import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mail } from '../../src/mail/mail.ts'
import { destinationOf } from '../../src/mail/robots/destination.ts'
import { decideAnswer } from '../../src/mail/robots/table.ts'
import { decodedReturnPath } from '../../src/mail/signs/return-path.ts'
import { robotAddress } from '../../src/mail/signs/robot-address.ts'
import { NOTHING_KNOWN } from './nothing-known.ts'
import { readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

const plain = (await readFixture('application-plain')).mail

function isSent(mail: Mail): boolean {
  return decideAnswer({
    mail,
    triage: { nature: 'submission', grounds: [], weighed: [], missed: [] },
    call: sampleCall,
    known: NOTHING_KNOWN,
  }).send
}

function withHeaders(...fields: readonly (readonly [string, string])[]): Mail {
  return { ...plain, headers: [...plain.headers, ...fields.map(([name, value]) => ({ name, value }))] }
}

const ROBOTS: readonly (readonly [string, string])[] = [
  ['auto-submitted', 'auto-replied'],
  ['auto-submitted', 'AUTO-GENERATED'],
  ['auto-submitted', '(comment (nested)) auto-notified; owner-email="a@b.example"'],
  ['auto-submitted', 'garbage here'],
  ['auto-submitted', ''],
  ['x-auto-response-suppress', 'All'],
  ['x-auto-response-suppress', 'dr,autoreply'],
  ['list-id', '<a.b.example>'],
  ['list-unsubscribe', '<mailto:x@y.example>'],
  ['list-anything', ''],
  ['precedence', 'Bulk'],
  ['precedence', 'list (of people)'],
  ['precedence', 'junk'],
  ['x-autoreply', 'yes'],
  ['x-autorespond', ''],
  ['x-auto-reply-from', 'a@b.example'],
  ['x-loop', 'a@b.example'],
  ['x-mailinglist', 'a'],
  ['delivered-to', 'Autoresponder'],
  ['x-spam-flag', 'YES'],
  ['x-ms-exchange-organization-scl', '9'],
  ['content-type', 'multipart/report; report-type=disposition-notification'],
  ['x-failed-recipients', 'a@b.example'],
]
const HARMLESS: readonly (readonly [string, string])[] = [
  ['auto-submitted', 'no'],
  ['auto-submitted', '(by hand) No ; x=y'],
  ['x-auto-response-suppress', 'DR, RN'],
  ['x-auto-response-suppress', 'None'],
  ['precedence', 'normal'],
  ['x-autoreply', 'no'],
  ['delivered-to', 'contact@usine-verte.example'],
  ['x-spam-flag', 'NO'],
  ['x-ms-exchange-organization-scl', '-1'],
  ['x-priority', '1'],
  ['x-recepisse', 'v1; ref=X'],
]

test.each(ROBOTS)('%s: %s is never answered', (name, value) => {
  expect(isSent(withHeaders([name, value]))).toBe(false)
})

test.each(HARMLESS)('%s: %s is answered', (name, value) => {
  expect(isSent(withHeaders([name, value]))).toBe(true)
})

test('one sign of a robot among any harmless headers is enough', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ROBOTS),
      fc.array(fc.constantFrom(...HARMLESS), { maxLength: 6 }),
      fc.nat(),
      (robot, others, at) => {
        const fields = [...others]
        fields.splice(at % (others.length + 1), 0, robot)
        expect(isSent(withHeaders(...fields))).toBe(false)
      },
    ),
  )
})

test('no header whatever makes a letter go elsewhere than to the envelope sender that is the only author', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('reply-to', 'sender', 'cc', 'authentication-results', 'x-a'), fc.string()),
        { maxLength: 8 },
      ),
      (fields) => {
        const to = destinationOf(withHeaders(...fields), sampleCall)
        expect(to).toBe('contact@usine-verte.example')
      },
    ),
  )
})

test.each([
  ['mailer-daemon@a.example', 'robot'],
  ['MAILER-DAEMON@a.example', 'robot'],
  ['noreply@a.example', 'robot'],
  ['no-reply+123@a.example', 'robot'],
  ['no_reply@a.example', 'robot'],
  ['ne-pas-repondre@a.example', 'robot'],
  ['nepasrepondre@a.example', 'robot'],
  ['donotreply@a.example', 'robot'],
  ['bounce-77-x@a.example', 'robot'],
  ['bounces@a.example', 'robot'],
  ['owner-liste@a.example', 'robot'],
  ['liste-request@a.example', 'robot'],
  ['liste-bounces@a.example', 'robot'],
  ['majordomo@a.example', 'robot'],
  ['copieur@a.example', 'machine'],
  ['photocopieur.rdc@a.example', 'machine'],
  ['scan@a.example', 'machine'],
  ['scan01@a.example', 'machine'],
  ['scanner-accueil@a.example', 'machine'],
  ['postmaster@a.example', 'postmaster'],
  ['wordpress@a.example', 'robot'],
  ['www-data@a.example', 'robot'],
  ['formulaire-contact@a.example', 'robot'],
  ['contact-form@a.example', 'robot'],
  ['notifications@a.example', 'robot'],
  ['webmaster@a.example', null],
  ['formation@a.example', null],
  ['form.et.fond@a.example', null],
  ['contact@a.example', null],
  ['scandola@a.example', null],
  ['noel.reply@a.example', null],
  ['renard@a.example', null],
  ['contact@noreply.example', null],
  ['nora.reponse@a.example', null],
  ['bouncer.securite@a.example', null],
  ['robert@a.example', null],
])('%s is %s', (address, expected) => {
  expect(robotAddress(address)).toBe(expected)
})

test.each([
  ['SRS0=Xq1y=7T=usine.example=contact@relais.example', 'contact@usine.example'],
  ['SRS0+Xq1y=7T=Usine.example=con=tact@relais.example', 'con=tact@usine.example'],
  ['SRS1=abc=premier.example==Xq1y=7T=usine.example=contact@second.example', 'contact@usine.example'],
  ['prvs=0412abcdef=contact@usine.example', 'contact@usine.example'],
  ['prvs=contact/0412abcdef@usine.example', 'contact@usine.example'],
  ['contact@usine.example', 'contact@usine.example'],
  ['srs0=broken@relais.example', 'srs0=broken@relais.example'],
  ['', ''],
  [null, null],
])('%s is sent by %s', (returnPath, expected) => {
  expect(decodedReturnPath(returnPath)).toBe(expected)
})
