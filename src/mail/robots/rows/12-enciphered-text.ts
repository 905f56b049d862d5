import type { Rule } from '../rule.ts'

const ID = '12-enciphered-text'

/**
 * Nobody has read what the sender wrote: a person asks for it in clear before a program says that it was
 * received and read.
 */
export const encipheredText: Rule = {
  id: ID,
  test: 'a submission whose own text is enciphered',
  decide: ({ known }) => (known.textEnciphered ? { send: false, held: true, reason: ID } : null),
}
