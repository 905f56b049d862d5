import type { Rule } from '../rule.ts'

/**
 * RFC 3834, 4: without an envelope sender no other address should be used. The mailbox should be set up to
 * keep it.
 */
export const noReturnPath: Rule = {
  id: '16-no-return-path',
  test: 'no Return-Path',
  decide: ({ mail }) =>
    mail.returnPath === null ? { send: false, held: true, reason: '16-no-return-path' } : null,
}
