import { hasResponderHeader, isFromList } from '../../signs/header-signs.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/** RFC 2369, 2919, 3834: an answer would go to a list, or to a responder that knows no standard. */
export const listOrResponder: Rule = {
  id: '07-list-or-responder',
  test: 'List-*, Precedence bulk, junk, list or auto_reply, X-Autoreply and its like, X-Loop',
  decide: (input) =>
    isFromList(input.mail) || hasResponderHeader(input.mail)
      ? heldIfAwaited(input, '07-list-or-responder')
      : null,
}
