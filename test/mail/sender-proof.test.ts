import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Call } from '../../src/call/call.ts'
import { type SenderProof, senderProofOf } from '../../src/mail/signs/sender-proof.ts'
import { sampleCall } from './sample-call.ts'

const FROM = 'contact@usine.example'
const BORDER = 'from mail.usine.example (mail.usine.example [203.0.113.20]) by mx.interco.example with ESMTPS'
const STRANGERS = 'from poste (poste [198.51.100.9]) by mail.usine.example with ESMTP'

/** A mail's trace, top first: `AR: …` is an Authentication-Results field, everything else a Received field. */
function proofOf(trace: readonly string[], from: readonly string[] = [FROM], call: Call = sampleCall) {
  const headers = trace.map((line) =>
    line.startsWith('AR: ')
      ? { name: 'authentication-results', value: line.slice(4) }
      : { name: 'received', value: line },
  )
  return senderProofOf({ headers, from: from.map((address) => ({ name: null, address })) }, call)
}

/** As a server in the clouds says it: no host, and comments. */
const PASSES =
  'spf=pass (sender IP is 203.0.113.9) smtp.mailfrom=usine.example; dmarc=pass action=none header.from=usine.example'
const ours = (said: string) => `AR: mx.interco.example; ${said}`

const CASES: readonly (readonly [string, readonly string[], SenderProof])[] = [
  ['no server says anything', [BORDER], 'untold'],
  ['a server that looked at nothing', [ours('none'), BORDER], 'untold'],
  ['DMARC passed', [ours('dmarc=pass header.from=usine.example'), BORDER], 'proven'],
  ['SPF passed for its domain', [ours('spf=pass smtp.mailfrom=contact@usine.example'), BORDER], 'proven'],
  ['SPF passed below its domain', [ours('spf=pass smtp.mailfrom=r.usine.example'), BORDER], 'proven'],
  ['DKIM passed for its domain', [ours('spf=none; dkim=pass header.d=usine.example'), BORDER], 'proven'],
  ['DKIM names its signer by address', [ours('dkim=pass header.i=@usine.example'), BORDER], 'proven'],
  [
    'one of two signatures is its own',
    [ours('dkim=pass header.d=envoi.example; dkim=pass header.d=usine.example'), BORDER],
    'proven',
  ],
  ['its owner signed in', [ours('auth=pass smtp.auth=contact@usine.example'), BORDER], 'proven'],
  ['another one signed in', [ours('auth=pass smtp.auth=mallory@usine.example'), BORDER], 'unproven'],
  ['DKIM of another domain', [ours('dkim=pass header.d=evil.example'), BORDER], 'unproven'],
  ['DKIM of a domain that ends alike', [ours('dkim=pass header.d=xusine.example'), BORDER], 'unproven'],
  ['SPF of the envelope alone', [ours('spf=pass smtp.mailfrom=evil.example'), BORDER], 'unproven'],
  ['SPF that names nobody', [ours('spf=pass'), BORDER], 'unproven'],
  ['SPF softly failed', [ours('spf=softfail smtp.mailfrom=usine.example'), BORDER], 'unproven'],
  ['nothing published', [ours('spf=none; dkim=none; dmarc=none'), BORDER], 'unproven'],
  ['DMARC passed for another domain', [ours('dmarc=pass header.from=evil.example'), BORDER], 'unproven'],
  ['DMARC failed', [ours('spf=pass smtp.mailfrom=evil.example; dmarc=fail'), BORDER], 'forged'],
  ['SPF failed', [ours('spf=fail smtp.mailfrom=usine.example'), BORDER], 'forged'],
  [
    'SPF failed, and DKIM of another domain is no cure',
    [ours('spf=fail smtp.mailfrom=usine.example; dkim=pass header.d=evil.example'), BORDER],
    'forged',
  ],
  [
    'SPF failed on a forwarder, DKIM of its own held',
    [ours('spf=fail smtp.mailfrom=usine.example; dkim=pass header.d=usine.example'), BORDER],
    'proven',
  ],
  ['a stranger’s server says so', ['AR: mx.evil.example; dmarc=pass', BORDER], 'untold'],
  ['a server that names nobody, above its line', [`AR: ${PASSES}`, BORDER], 'proven'],
  ['a server that names nobody, below its line', [BORDER, `AR: ${PASSES}`, STRANGERS], 'proven'],
  ['a server that names nobody finds a forgery', [BORDER, 'AR: spf=pass; dmarc=fail', STRANGERS], 'forged'],
  ['the sender names nobody behind a line of its own', [BORDER, STRANGERS, `AR: ${PASSES}`], 'untold'],
  [
    'the sender names nobody below the line of a server that is none of ours',
    [BORDER.replace('mx.interco', 'mx.ailleurs'), `AR: ${PASSES}`],
    'untold',
  ],
  ['the sender names nobody under ours', [BORDER, ours('spf=none'), `AR: ${PASSES}`], 'unproven'],
  [
    'our border server writes below its own line',
    [BORDER, ours('dmarc=pass header.from=usine.example'), STRANGERS],
    'proven',
  ],
  [
    'the sender adds a better one under it',
    [BORDER, ours('spf=none'), ours('dmarc=pass header.from=usine.example'), STRANGERS],
    'unproven',
  ],
  [
    'the sender adds one below, ours stands above',
    [ours('spf=none'), BORDER, ours('dmarc=pass header.from=usine.example')],
    'unproven',
  ],
  [
    'the sender adds one behind a line of its own',
    [BORDER, STRANGERS, ours('dmarc=pass header.from=usine.example')],
    'untold',
  ],
]

test.each(CASES)('%s', (_, trace, proof) => {
  expect(proofOf(trace)).toBe(proof)
})

test('at a provider of everybody only the same domain answers for an address', () => {
  const trace = [ours('dkim=pass header.d=perso.orange.fr'), BORDER]
  expect(proofOf(trace, ['usine@orange.fr'])).toBe('unproven')
  expect(proofOf([ours('dkim=pass header.d=orange.fr'), BORDER], ['usine@orange.fr'])).toBe('proven')
})

test('two addresses in From are proven by nothing, nor is none', () => {
  const trace = [ours('dmarc=pass header.from=usine.example'), BORDER]
  expect(proofOf(trace, [FROM, 'x@evil.example'])).toBe('unproven')
  expect(proofOf(trace, [])).toBe('unproven')
})

test('a letter that looks like another makes another domain', () => {
  const trace = [ours('dmarc=pass header.from=xn--usne-1va.example'), BORDER]
  expect(proofOf(trace)).toBe('unproven')
  expect(proofOf(trace, ['contact@usıne.example'])).toBe('unproven')
})

test('whatever a sender writes below our line, it never speaks for them', () => {
  const said = fc.constantFrom(
    'dmarc=pass header.from=usine.example',
    'spf=pass smtp.mailfrom=usine.example; dkim=pass header.d=usine.example',
    'auth=pass smtp.auth=contact@usine.example',
  )
  fc.assert(
    fc.property(
      fc.constantFrom('spf=none', 'spf=softfail; dkim=none', 'dmarc=none'),
      fc.array(said),
      (first, forged) => {
        const trace = [ours(first), BORDER, ...forged.map(ours)]
        expect(proofOf(trace)).toBe('unproven')
      },
    ),
  )
})
