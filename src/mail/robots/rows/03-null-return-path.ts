import { heldIfAwaited, type Rule } from '../rule.ts'

/**
 * RFC 3834, 2 and RFC 5321, 4.5.5: nobody answers the null path. Bounces of our own letters are read
 * elsewhere.
 */
export const nullReturnPath: Rule = {
  id: '03-null-return-path',
  test: 'Return-Path is <>',
  decide: (input) => (input.mail.returnPath === '' ? heldIfAwaited(input, '03-null-return-path') : null),
}
