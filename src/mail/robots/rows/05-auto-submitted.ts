import { isAutoSubmitted } from '../../signs/header-signs.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/**
 * RFC 3834, 2 and 5: a machine sent it. Copiers and transfer services say so too; then there is a person
 * behind.
 */
export const autoSubmitted: Rule = {
  id: '05-auto-submitted',
  test: 'Auto-Submitted other than « no »',
  decide: (input) => (isAutoSubmitted(input.mail) ? heldIfAwaited(input, '05-auto-submitted') : null),
}
