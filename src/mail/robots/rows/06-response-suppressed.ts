import { suppressesAutoResponse } from '../../signs/header-signs.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/** MS-OXCMAIL 2.1.3.2.20: the sender does not want automatic answers. */
export const responseSuppressed: Rule = {
  id: '06-response-suppressed',
  test: 'X-Auto-Response-Suppress with All, AutoReply or OOF',
  decide: (input) =>
    suppressesAutoResponse(input.mail) ? heldIfAwaited(input, '06-response-suppressed') : null,
}
