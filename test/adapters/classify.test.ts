import { expect, it } from 'vitest'
import { classify, withoutAddresses } from '../../src/adapters/smtp/classify.ts'

const failed = (fields: object) => Object.assign(new Error('send failed'), fields)

it.each([
  ['a full mailbox of today', { responseCode: 452, response: '452 4.2.2 Mailbox full' }, 'later', false],
  ['greylisting', { responseCode: 450, response: '450 4.2.0 Greylisted' }, 'later', false],
  [
    'an address that does not exist',
    { responseCode: 550, response: '550 5.1.1 User unknown' },
    'refused',
    undefined,
  ],
  [
    'a refused login',
    { code: 'EAUTH', responseCode: 535, response: '535 5.7.8 Bad credentials' },
    'later',
    false,
  ],
  ['a server that is away', { code: 'ECONNREFUSED' }, 'later', false],
  ['a name that is not found', { code: 'EDNS' }, 'later', false],
  ['a session out of order', { responseCode: 503, response: '503 5.5.1 Bad sequence' }, 'later', false],
  ['a server that shuts down', { responseCode: 421, response: '421 4.3.2 Shutting down' }, 'later', false],
  ['a connection that broke while the letter was handed over', { code: 'ECONNRESET' }, 'later', true],
  ['silence after the letter was handed over', { code: 'ETIMEDOUT' }, 'later', true],
])('takes %s for what it is', (_, fields, kind, uncertain) => {
  const answer = classify(failed(fields))
  expect(answer.kind).toBe(kind)
  if (answer.kind === 'later') expect(answer.uncertain).toBe(uncertain)
})

it('keeps a reply without the address it quotes', () => {
  expect(withoutAddresses('550 5.1.1 <lise@structure.example>: Recipient address rejected')).toBe(
    '550 5.1.1 <<address>>: Recipient address rejected',
  )
})
