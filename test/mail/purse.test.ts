import fc from 'fast-check'
import { expect, it } from 'vitest'
import { purseOf } from '../../src/mail/robots/purse.ts'

it.each([
  ['contact@usineverte.example', 'proven', { of: 'domain', domain: 'usineverte.example' }],
  ['Autre@UsineVerte.example', 'proven', { of: 'domain', domain: 'usineverte.example' }],
  ['candidat@gmail.com', 'proven', { of: 'address', address: 'candidat@gmail.com' }],
  ['contact@usineverte.example', 'unproven', { of: 'unproven' }],
  ['contact@usineverte.example', 'untold', { of: 'unproven' }],
  ['contact@usineverte.example', 'forged', { of: 'unproven' }],
  [null, 'proven', { of: 'unproven' }],
] as const)('%s, %s', (sender, proof, purse) => {
  expect(purseOf(sender, proof)).toEqual(purse)
})

it('who is not proven never spends from the purse of somebody who is', () => {
  const address = fc.emailAddress()
  const proof = fc.constantFrom('unproven' as const, 'untold' as const, 'forged' as const)
  fc.assert(
    fc.property(address, proof, address, (one, how, other) => {
      expect(purseOf(one, how)).not.toEqual(purseOf(other, 'proven'))
    }),
  )
})
