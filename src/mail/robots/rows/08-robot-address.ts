import { robotSender } from '../../signs/robot-address.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/**
 * RFC 5230, 4.6: addresses that nobody reads. A copier's mail may well be an application: the address is then
 * in the form, and a person confirms it (CRPA R112-11-3, « autre adresse donnée à cette fin »).
 */
export const robotSenderAddress: Rule = {
  id: '08-robot-address',
  test: 'From or Return-Path is mailer-daemon, no-reply, owner-, -request, postmaster, a copier…',
  decide: (input) => (robotSender(input.mail) === null ? null : heldIfAwaited(input, '08-robot-address')),
}
